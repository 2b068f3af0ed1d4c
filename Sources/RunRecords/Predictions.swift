/// What a model answered for every test sample, in test order.
public struct Predictions: Sendable, Equatable {
  /// The number of classes.
  public let classCount: Int
  /// The predicted class of each sample: the first of those with the highest probability, as NumPy's argmax takes it
  /// (NaN counts as the highest).
  public let classes: [Int]
  /// The probabilities, row by row, `[samples, classes]`; nil where only the classes are known.
  public let probabilities: [Float]?

  /// The probability of the predicted class of the first samples, where no other is known.
  private var confidences: [Float] = []

  /// The number of samples.
  public var count: Int { classes.count }

  /// Takes probabilities, `[samples, classes]` row by row. The count must be a multiple of `classCount` > 0.
  public init(probabilities: [Float], classCount: Int) {
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
  ///
  /// - Parameter confidences: the probability of the predicted class of the first samples, as far as it is known.
  public init(classes: [Int], classCount: Int, confidences: [Float] = []) {
    self.confidences = confidences
    self.classCount = classCount
    self.classes = classes
    self.probabilities = nil
  }

  /// The probability of the class that was predicted for `sample`, 0 to 1; nil where only the classes are known.
  public func confidence(of sample: Int) -> Float? {
    if let probabilities { return probabilities[sample * classCount + classes[sample]] }
    return confidences.indices.contains(sample) ? confidences[sample] : nil
  }
}
