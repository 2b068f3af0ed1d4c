import Metrics
import RunRecords

/// A run with how its featured model did on the test set, counted once for all that shows it.
package struct EvaluatedRun: Sendable {
  /// The run.
  package let run: SavedRun
  /// How often the featured model took each class for each other, or why that is not known.
  package let matrix: Result<ConfusionMatrix, MissingData>

  /// Counts the featured model's answers.
  package init(_ run: SavedRun) {
    self.run = run
    matrix = Result { () throws(MissingData) in try run.featuredMatrix() }
  }
}

extension SavedRun {
  /// The confusion matrix of the featured model, of as many classes as there are names, or as are needed.
  fileprivate func featuredMatrix() throws(MissingData) -> ConfusionMatrix {
    if featuredPredictions == nil || labels == nil, let counts = featured?.confusionMatrix {
      return ConfusionMatrix(counts: counts)
    }
    let (labels, predictions) = try answers()
    let count = max(
      record.dataset.classNames.count, predictions.classCount, (labels.max() ?? 0) + 1,
      (predictions.classes.max() ?? 0) + 1)
    guard count <= RunRecord.Dataset.maximumClasses else {
      throw MissingData("more than \(RunRecord.Dataset.maximumClasses) classes")
    }
    return ConfusionMatrix(labels: labels, predictions: predictions.classes, classCount: count)
  }
}
