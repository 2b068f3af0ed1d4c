import Glibc

/// The mean sparse categorical cross-entropy in nats: the mean of -ln p, p the probability of the true class.
///
/// p is kept within 1e-7 and 1 - 1e-7, as Keras does (`keras.backend.epsilon()`), so that a certain error costs 16.1 and
/// not infinity. Where a probability is NaN, so is the result; without samples it is 0.
///
/// - Parameters:
///   - probabilities: `[samples, classes]` row by row, each 0 to 1.
///   - labels: the true class of each sample, below `classCount`.
///   - classCount: the number of classes, at least 1.
package func sparseCategoricalCrossEntropy(
  probabilities: [Float], labels: some Collection<some BinaryInteger>, classCount: Int
) -> Double {
  if labels.isEmpty { return 0 }
  let losses = crossEntropies(probabilities: probabilities, labels: labels, classCount: classCount)
  return losses.reduce(0, +) / Double(labels.count)
}

/// The cross-entropy of each sample, of which ``sparseCategoricalCrossEntropy(probabilities:labels:classCount:)`` is the mean.
package func crossEntropies(
  probabilities: [Float], labels: some Collection<some BinaryInteger>, classCount: Int
) -> [Double] {
  precondition(probabilities.count == labels.count * classCount, "each label needs \(classCount) probabilities")
  return labels.enumerated().map { sample, label in
    let label = Int(label)
    precondition((0..<classCount).contains(label), "a label is one of \(classCount) classes")
    let probability = Double(probabilities[sample * classCount + label])
    // In this order NaN stays NaN.
    return -log(probability < 1e-7 ? 1e-7 : probability > 1 - 1e-7 ? 1 - 1e-7 : probability)
  }
}

/// The share of predictions that are the label, 0 to 1; 0 without samples.
package func accuracy(
  labels: some Collection<some BinaryInteger>, predictions: some Collection<some BinaryInteger>
) -> Double {
  precondition(labels.count == predictions.count, "each label needs a prediction")
  if labels.isEmpty { return 0 }
  return Double(zip(labels, predictions).count { Int($0) == Int($1) }) / Double(labels.count)
}
