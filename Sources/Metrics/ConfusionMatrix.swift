/// How often each true class was predicted as each class.
package struct ConfusionMatrix: Sendable, Equatable {
  /// The number of classes.
  package let classCount: Int
  /// `counts[true class][predicted class]`, samples.
  package let counts: [[Int]]

  /// Counts the samples: their true classes and, in the same order, the predicted ones; all in `0..<classCount`.
  package init(labels: [Int], predictions: [Int], classCount: Int) {
    precondition(labels.count == predictions.count, "each label needs a prediction")
    var counts = [[Int]](repeating: [Int](repeating: 0, count: classCount), count: classCount)
    for (label, prediction) in zip(labels, predictions) { counts[label][prediction] += 1 }
    self.classCount = classCount
    self.counts = counts
  }

  /// Takes counts that stand already: as many rows as each has columns.
  package init(counts: [[Int]]) {
    precondition(counts.allSatisfy { $0.count == counts.count }, "the matrix must be square")
    classCount = counts.count
    self.counts = counts
  }

  /// All samples.
  package var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

  /// Samples that were classified rightly.
  package var correct: Int { (0..<classCount).reduce(0) { $0 + counts[$1][$1] } }

  /// The share of samples that were classified rightly, 0 to 1; 0 where there are none.
  package var accuracy: Double { total == 0 ? 0 : Double(correct) / Double(total) }

  /// A true class and another that was predicted for some of its samples.
  package struct ConfusedPair: Sendable, Equatable {
    /// The true class.
    package var label: Int
    /// The predicted class.
    package var prediction: Int
    /// The number of samples, at least 1.
    package var count: Int

    /// Creates a pair.
    package init(label: Int, prediction: Int, count: Int) {
      self.label = label
      self.prediction = prediction
      self.count = count
    }
  }

  /// The pairs that were confused, the most frequent first; where as frequent, by true, then by predicted class.
  package var mostConfusedPairs: [ConfusedPair] {
    var pairs: [ConfusedPair] = []
    for label in 0..<classCount {
      for prediction in 0..<classCount where label != prediction && counts[label][prediction] > 0 {
        pairs.append(ConfusedPair(label: label, prediction: prediction, count: counts[label][prediction]))
      }
    }
    return pairs.sorted { ($1.count, $0.label, $0.prediction) < ($0.count, $1.label, $1.prediction) }
  }
}
