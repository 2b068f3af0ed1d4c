import Importing
import NumberText
import Report
import RunRecords

extension ImportedModel {
  /// What was understood of a training, and what was left out, on one line:
  /// `CNN: history of 10 epochs from history.json, 10,000 predictions of 10 classes; left out of the history: lr`.
  var understood: String {
    var parts = [history.map { Self.text(of: $0, from: historySource) } ?? "no history"]
    if let predictions {
      let count = grouped(predictions.count)
      parts.append(
        predictions.probabilities == nil
          ? "\(count) predicted classes without probabilities"
          : "\(count) predictions of \(predictions.classCount) classes")
    } else if let confusionMatrix {
      let samples = grouped(confusionMatrix.joined().reduce(0, +))
      parts.append("a confusion matrix of \(samples) samples and \(confusionMatrix.count) classes")
    } else {
      parts.append("no predictions")
    }
    let subject = name + (training.map { " (\($0))" } ?? "")
    var clauses = ["\(subject): \(parts.joined(separator: ", "))"] + notes
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

  /// `history of 10 epochs from metrics.csv (val_loss of 7, no val_accuracy)`. A measure's values are counted if they are
  /// fewer than the epochs.
  private static func text(of history: TrainingHistory, from source: String?) -> String {
    let fewer = TrainingHistory.Measure.allCases.compactMap { measure -> String? in
      guard let count = history[measure]?.count else { return "no \(measure.rawValue)" }
      return count < history.epochs ? "\(measure.rawValue) of \(grouped(count))" : nil
    }
    let text = "history of \(history.length)" + (source.map { " from \($0)" } ?? "")
    return fewer.isEmpty ? text : "\(text) (\(fewer.joined(separator: ", ")))"
  }
}

extension TrainingHistory {
  /// How far a history reaches: `10 epochs`, `1,200 steps`, `0.4 epochs` if it ends within the first.
  fileprivate var length: String {
    let ends = { (axis: Series.Axis) in
      measures.series.values.filter { $0.axis == axis }.compactMap { $0.positions.max() }.max()
    }
    guard let (end, unit) = ends(.epoch).map({ ($0, "epoch") }) ?? ends(.step).map({ ($0, "step") }) else {
      return "no epochs"
    }
    let number = end >= 1 ? grouped(Int(end.rounded(.down))) : significant(end, digits: 2)
    return "\(number) \(unit)\(number == "1" ? "" : "s")"
  }
}

extension ModelRecord {
  /// What the mean of several trainings holds, on one line: `CNN: mean of 3 runs over the 5 epochs that all of them
  /// have; val_loss is not in all of them`. Nil of a single training.
  var meanText: String? {
    guard !members.isEmpty else { return nil }
    var clauses = ["\(name): mean of \(members.count) runs"]
    let logged = members.compactMap { $0.history?.measures }
    if !logged.isEmpty && logged.count < members.count { clauses.append("\(logged.count) of them have a history") }
    let mean = history?.measures ?? TrainingHistory()
    if logged.contains(where: { $0.length != mean.length }), !mean.series.isEmpty {
      clauses[0] += " over the \(mean.length) that all of them have, where some have more"
    }
    let missing = TrainingHistory.Measure.allCases.filter { measure in
      mean[measure] == nil && logged.contains { $0[measure] != nil }
    }
    if !missing.isEmpty {
      clauses.append("\(missing.map(\.rawValue).joined(separator: ", ")) left out, for not all of them have it")
    }
    let tested = members.count { $0.test != nil }
    if tested > 0 && tested < members.count { clauses.append("\(tested) of them have predictions") }
    return clauses.joined(separator: "; ")
  }
}
