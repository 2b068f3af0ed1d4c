import Importing
import NumberText
import Report
import RunRecords

extension ImportedModel {
  /// What was understood of a model, and what was left out, on one line:
  /// `CNN: history of 10 epochs from history.json, 10,000 predictions of 10 classes; left out of the history: lr`.
  var understood: String {
    var parts = [history.map { Self.text(of: $0, from: historySource) } ?? "no history"]
    if let predictions {
      let count = grouped(predictions.count)
      parts.append(
        predictions.probabilities == nil
          ? "\(count) predicted classes without probabilities"
          : "\(count) predictions of \(predictions.classCount) classes")
    } else {
      parts.append("no predictions")
    }
    var clauses = ["\(name): \(parts.joined(separator: ", "))"] + notes
    if !leftOutMetrics.isEmpty {
      let others = leftOutMetrics.count - Self.namesShown
      clauses.append(
        "left out of the history: \(leftOutMetrics.prefix(Self.namesShown).joined(separator: ", "))"
          + (others > 0 ? " and \(others) more" : ""))
    }
    return clauses.joined(separator: "; ")
  }

  /// Event files hold dozens of histograms.
  private static let namesShown = 10

  /// `history of 10 epochs from metrics.csv (val_loss of 7, no val_accuracy)`.
  private static func text(of history: TrainingHistory, from source: String?) -> String {
    let shorter = TrainingHistory.Measure.allCases.compactMap { measure -> String? in
      guard let count = history[measure]?.count else { return "no \(measure.rawValue)" }
      return count < history.epochs ? "\(measure.rawValue) of \(count)" : nil
    }
    var text = "history of \(grouped(history.epochs)) \(history.epochs == 1 ? "epoch" : "epochs")"
    if let source { text += " from \(source)" }
    return shorter.isEmpty ? text : "\(text) (\(shorter.joined(separator: ", ")))"
  }
}
