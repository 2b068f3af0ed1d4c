/// The figures of a report, in order.
public enum ReportFigure: String, CaseIterable, Codable, Sendable {
  /// The first training samples with their labels.
  case sampleDigits = "01_sample_digits"
  /// Accuracy and loss of every model over the epochs.
  case trainingComparison = "02_training_comparison"
  /// How often the featured model took each class for each other.
  case confusionMatrix = "03_confusion_matrix"
  /// The first test samples that the featured model got wrong.
  case misclassifiedExamples = "04_misclassified_examples"
  /// The first test samples that the featured model got right.
  case correctPredictions = "05_correct_predictions"

  /// The name of the figure's file, without an extension.
  public var fileName: String { rawValue }

  /// What the figure is drawn from.
  var content: any FigureContent.Type {
    switch self {
    case .sampleDigits: SampleDigitsFigure.self
    case .trainingComparison: TrainingComparisonFigure.self
    case .confusionMatrix: ConfusionMatrixFigure.self
    case .misclassifiedExamples: MisclassifiedFigure.self
    case .correctPredictions: CorrectPredictionsFigure.self
    }
  }
}
