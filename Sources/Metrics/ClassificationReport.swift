/// Precision, recall and F1 score of each class and their averages, as scikit-learn's `classification_report` gives
/// them with its defaults.
///
/// As there, classes that are neither the label nor the prediction of any sample are left out, and what would be divided
/// by zero is 0.
package struct ClassificationReport: Sendable, Equatable {
  /// The scores of a class, or averages of them, each 0 to 1.
  package struct Scores: Sendable, Equatable {
    /// Rightly predicted samples of those for which the class was predicted.
    package var precision: Double
    /// Rightly predicted samples of those of the class.
    package var recall: Double
    /// The harmonic mean of precision and recall.
    package var f1: Double
    /// Samples of the class; of an average, all samples.
    package var support: Int
  }

  /// One class's row.
  package struct Row: Sendable, Equatable {
    /// The class, counted from 0.
    package var label: Int
    /// The class's name.
    package var name: String
    /// The class's scores.
    package var scores: Scores
  }

  /// The classes' rows in the order of the class numbers.
  package let rows: [Row]
  /// The share of samples that were classified rightly, 0 to 1.
  package let accuracy: Double
  /// The mean over the classes.
  package let macroAverage: Scores
  /// The mean over the classes, weighted by their support.
  package let weightedAverage: Scores

  /// Scores a confusion matrix; there must be a name for each of its classes.
  package init(_ matrix: ConfusionMatrix, classNames: [String]) {
    precondition(classNames.count == matrix.classCount, "each class needs a name")
    let classes = 0..<matrix.classCount
    rows = classes.compactMap { label in
      let right = matrix.counts[label][label]
      let support = matrix.counts[label].reduce(0, +)
      let predicted = classes.reduce(0) { $0 + matrix.counts[$1][label] }
      if support + predicted == 0 { return nil }
      // F1 = 2 P R / (P + R) = 2 TP / (support + predicted), the form scikit-learn computes.
      return Row(
        label: label, name: classNames[label],
        scores: Scores(
          precision: ratio(right, predicted), recall: ratio(right, support), f1: ratio(2 * right, support + predicted),
          support: support))
    }
    accuracy = matrix.accuracy
    let scores = rows.map(\.scores)
    let total = matrix.total
    func average(_ weights: [Double]) -> Scores {
      let sum = pairwiseSum(weights)
      func mean(_ score: KeyPath<Scores, Double>) -> Double {
        sum == 0 ? 0 : pairwiseSum(zip(scores, weights).map { $0[keyPath: score] * $1 }) / sum
      }
      return Scores(precision: mean(\.precision), recall: mean(\.recall), f1: mean(\.f1), support: total)
    }
    macroAverage = average(scores.map { _ in 1 })
    weightedAverage = average(scores.map { Double($0.support) })
  }
}

private func ratio(_ part: Int, _ whole: Int) -> Double {
  whole == 0 ? 0 : Double(part) / Double(whole)
}

/// The sum in the order in which NumPy adds, so that a mean that lies just between two printed digits is rounded as
/// NumPy's is. See pairwise_sum in numpy/_core/src/umath/loops_utils.h.src.
func pairwiseSum(_ values: some RandomAccessCollection<Double>) -> Double {
  let count = values.count
  func value(_ index: Int) -> Double { values[values.index(values.startIndex, offsetBy: index)] }
  if count < 8 { return values.reduce(0, +) }
  if count > 128 {
    let half = count / 2 - count / 2 % 8
    return pairwiseSum(values.prefix(half)) + pairwiseSum(values.dropFirst(half))
  }
  var sums = (0..<8).map(value)
  let end = count - count % 8
  for index in 8..<max(8, end) { sums[index % 8] += value(index) }
  let sum = ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]))
  return (end..<count).reduce(sum) { $0 + value($1) }
}
