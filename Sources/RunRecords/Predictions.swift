/// What a model answered for every test sample, in test order.
package struct Predictions: Sendable, Equatable {
  /// The number of classes.
  package let classCount: Int
  /// The predicted class of each sample: the first of those with the highest probability, as NumPy's argmax takes it
  /// (NaN counts as the highest).
  package let classes: [Int]
  /// The probabilities, row by row, `[samples, classes]`; nil where only the classes are known.
  package let probabilities: [Float]?

  /// The number of samples.
  package var count: Int { classes.count }

  /// How far a probability may be outside 0 to 1 by rounding.
  package static let probabilityTolerance: Float = 1e-3

  /// Takes probabilities, `[samples, classes]` row by row. The count must be a multiple of `classCount` > 0.
  package init(probabilities: [Float], classCount: Int) {
    precondition(classCount > 0 && probabilities.count.isMultiple(of: classCount), "rows of \(classCount) are needed")
    self.classCount = classCount
    self.probabilities = probabilities
    self.classes = stride(from: 0, to: probabilities.count, by: classCount).map { start in
      var best = 0
      for candidate in 1..<classCount {
        let (value, highest) = (probabilities[start + candidate], probabilities[start + best])
        if value > highest || (value.isNaN && !highest.isNaN) { best = candidate }
      }
      return best
    }
  }

  /// Takes predicted classes alone, each in `0..<classCount`.
  package init(classes: [Int], classCount: Int) {
    self.classCount = classCount
    self.classes = classes
    self.probabilities = nil
  }

  /// How far the probability of the predicted class is above the next highest one; nil if only the classes are known, or
  /// there is a single class.
  package func margin(of sample: Int) -> Float? {
    guard let probabilities, classCount > 1 else { return nil }
    let row = probabilities[sample * classCount..<(sample + 1) * classCount]
    let predicted = row.startIndex + classes[sample]
    let next = row.indices.reduce(-Float.infinity) { $1 == predicted ? $0 : max($0, row[$1]) }
    return row[predicted] - next
  }

  /// The probability of the class that was predicted for `sample`, 0 to 1; nil where only the classes are known.
  package func confidence(of sample: Int) -> Float? {
    probabilities.map { $0[sample * classCount + classes[sample]] }
  }
}
