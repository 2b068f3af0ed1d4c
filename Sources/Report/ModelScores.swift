import Metrics
import RunRecords

/// How a model did on the test set, class by class.
struct ModelScores {
  /// The model's name.
  let model: String
  /// Every class' name, in the order of the class numbers.
  let classNames: [String]
  /// How often each class was taken for each.
  let matrix: ConfusionMatrix
  /// Precision, recall and F1 of each class, and their averages.
  let report: ClassificationReport

  /// A true class, the class it was taken for, by name, and how often.
  struct Confusion: Equatable {
    let label: String
    let predicted: String
    let count: Int
  }

  /// The pairs of classes that were confused most often, the most frequent first; `limit` of them at most.
  func mostConfused(limit: Int = 5) -> [Confusion] {
    matrix.mostConfusedPairs.prefix(limit).map {
      Confusion(label: classNames[$0.label], predicted: classNames[$0.prediction], count: $0.count)
    }
  }
}

extension SavedRun {
  /// A model's scores; nil where its predictions or the test labels are not known, or there are too many classes.
  func scores(of model: ModelRecord) -> ModelScores? {
    let names = record.dataset.classNames
    guard let labels, let predictions = predictions[model.folder], names.count <= RunRecord.Dataset.maximumClasses,
      predictions.classCount == names.count
    else { return nil }
    let matrix = ConfusionMatrix(labels: labels, predictions: predictions.classes, classCount: names.count)
    return ModelScores(
      model: model.name, classNames: names, matrix: matrix,
      report: ClassificationReport(matrix, classNames: names))
  }

  /// The featured model's scores.
  var featuredScores: ModelScores? { record.featured.flatMap(scores) }

  /// The featured model beside each of the others, as far as the predictions of both and the test labels are known.
  var comparisons: [ModelComparison] {
    guard let featured = record.featured, let labels, !labels.isEmpty, let answers = predictions[featured.folder]
    else { return [] }
    return record.models.compactMap { other in
      guard other.name != featured.name, let others = predictions[other.folder] else { return nil }
      return ModelComparison(
        model: featured.name, other: other.name,
        difference: PairedDifference(labels: labels, model: answers.classes, other: others.classes))
    }
  }
}

/// The featured model beside another.
struct ModelComparison {
  /// The featured model's name.
  let model: String
  /// The other's.
  let other: String
  /// Their accuracies' difference.
  let difference: PairedDifference
}
