import Report
import RunRecords

extension ImportedModel {
  /// What was understood of a model, and what was left out, on one line:
  /// `CNN: history of 10 epochs, 10,000 predictions of 10 classes; left out of the history: lr`.
  var understood: String {
    var parts = [history.map(Self.text(of:)) ?? "no history"]
    if let predictions {
      let count = grouped(predictions.count)
      parts.append(
        predictions.probabilities == nil
          ? "\(count) predicted classes without probabilities"
          : "\(count) predictions of \(predictions.classCount) classes")
    } else {
      parts.append("no predictions")
    }
    let line = "\(name): \(parts.joined(separator: ", "))"
    return leftOutMetrics.isEmpty
      ? line : "\(line); left out of the history: \(leftOutMetrics.joined(separator: ", "))"
  }

  /// `history of 10 epochs (val_loss of 7, no val_accuracy)`.
  private static func text(of history: TrainingHistory) -> String {
    let series = [
      ("loss", history.loss), ("accuracy", history.accuracy), ("val_loss", history.validationLoss),
      ("val_accuracy", history.validationAccuracy),
    ]
    let shorter = series.filter { $0.1.count < history.epochs }.map { name, values in
      values.isEmpty ? "no \(name)" : "\(name) of \(values.count)"
    }
    let text = "history of \(grouped(history.epochs)) \(history.epochs == 1 ? "epoch" : "epochs")"
    return shorter.isEmpty ? text : "\(text) (\(shorter.joined(separator: ", ")))"
  }
}
