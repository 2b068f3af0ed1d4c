import Plotting
import RunRecords

/// The figures of a report, in order.
public enum ReportFigure: String, CaseIterable, Sendable {
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

  /// What a run gives for a figure.
  public enum Outcome: Sendable {
    /// The figure.
    case figure(Figure)
    /// Why the run has no such figure, as a clause: `no training history`.
    case unavailable(reason: String)
  }

  /// The figure for `run`, or why there is none.
  public func make(from run: SavedRun, _ look: FigureLook = FigureLook()) -> Outcome {
    do throws(MissingData) {
      switch self {
      case .sampleDigits: return .figure(try sampleDigitsFigure(of: run, look))
      case .trainingComparison: return .figure(try trainingComparisonFigure(of: run, look))
      case .confusionMatrix: return .figure(try confusionMatrixFigure(of: run, look))
      case .misclassifiedExamples: return .figure(try misclassifiedFigure(of: run, look))
      case .correctPredictions: return .figure(try correctPredictionsFigure(of: run, look))
      }
    } catch {
      return .unavailable(reason: error.reason)
    }
  }
}

/// What a run lacks for a figure.
struct MissingData: Error {
  var reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
