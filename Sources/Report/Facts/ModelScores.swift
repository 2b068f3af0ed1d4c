import Metrics
import RunRecords

/// How a model did on the test set, class by class.
struct ModelScores: Sendable {
  /// The model's name.
  let model: String
  /// The names of all classes, in the order of the class numbers.
  let classNames: [String]
  /// How often each class was taken for each other.
  let matrix: ConfusionMatrix
  /// Precision, recall and F1 of each class, and their averages.
  let report: ClassificationReport
  /// The pairs of classes that were confused, the most frequent first.
  let confusions: [Confusion]

  /// More classes than this would make a table of more than a million cells, which nobody reads.
  static let maximumClasses = RunRecord.Dataset.maximumClasses

  /// A true class, the class it was taken for, by name, and how often.
  struct Confusion: Equatable, Sendable {
    let label: String
    let predicted: String
    let count: Int
  }

  init(model: String, classNames: [String], matrix: ConfusionMatrix) {
    self.model = model
    self.classNames = classNames
    self.matrix = matrix
    report = ClassificationReport(matrix, classNames: classNames)
    confusions = matrix.mostConfusedPairs.map {
      Confusion(label: classNames[$0.label], predicted: classNames[$0.prediction], count: $0.count)
    }
  }

  /// Those confused most often, as far as a text names them.
  var mostConfused: [Confusion] { Array(confusions.prefix(5)) }
}

extension SavedRun {
  /// A model's scores; nil if its confusion matrix is not known, or there are too many classes.
  func scores(of model: SavedModel, _ matrix: ConfusionMatrix?) -> ModelScores? {
    let names = record.dataset.classNames
    guard names.count <= ModelScores.maximumClasses, let matrix, matrix.classCount == names.count
    else { return nil }
    return ModelScores(model: model.record.name, classNames: names, matrix: matrix)
  }

  /// A model's confusion matrix; nil if neither its predictions and the test labels nor the matrix itself are known.
  func matrix(of model: SavedModel) -> ConfusionMatrix? {
    guard let labels, let predictions = model.predictions else {
      return model.confusionMatrix.map(ConfusionMatrix.init(counts:))
    }
    return ConfusionMatrix(labels: labels, predictions: predictions.classes, classCount: predictions.classCount)
  }
}
