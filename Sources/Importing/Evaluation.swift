import Metrics
import RunRecords

extension ModelRecord.Evaluation {
  /// How a model did, from what it answered: the share of hits and, where the probabilities are known, the mean sparse
  /// categorical cross-entropy as Keras takes it.
  ///
  /// - Parameter labels: the true classes, as many as there are predictions, each below their number of classes.
  package init(of predictions: Predictions, labels: some Collection<some BinaryInteger>) {
    self.init(
      loss: predictions.probabilities.map {
        sparseCategoricalCrossEntropy(probabilities: $0, labels: labels, classCount: predictions.classCount)
      },
      accuracy: Metrics.accuracy(labels: labels, predictions: predictions.classes))
  }
}
