import FileFormats
import RunRecords

/// Hugging Face's `trainer_state.json`: under `log_history` an object for each time the Trainer logged.
///
///     {"epoch": 0.5, "step": 50, "loss": 1.17, "learning_rate": 1.8e-4}
///     {"epoch": 1.0, "step": 100, "eval_loss": 0.72, "eval_accuracy": 0.73}
///
/// Values stay at the fraction of an epoch at which they were logged. The summary of the training, which is the last object
/// and has its runtime, belongs to no epoch.
enum TrainerState: LogFormat {
  static let usualNames = ["trainer_state.json"]
  static let hasSeveralFiles = false

  static func recognizes(_ file: ModelFile) -> Bool {
    JSONHead(file.head)?.keys?.contains("log_history") ?? false
  }

  static func read(_ file: ModelFile, and others: ArraySlice<ModelFile>) throws -> LoggedHistory {
    try read(file.contents(.json), file: file.path.string)
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: if it is no JSON, an object has no epoch, or none has a loss or an accuracy.
  static func read(_ json: [UInt8], file: String) throws(FormatError) -> LoggedHistory {
    let entries = try JSON.read(json, file: file, advice: advice).decode(Document.self).entries
    var points: [String: [(epoch: Double, value: Double)]] = [:]
    for (index, entry) in entries.enumerated() where entry["train_runtime"] == nil {
      guard let epoch = entry["epoch"]?.double, epoch >= 0, epoch <= TrainingHistory.Series.highestPosition else {
        throw FormatError(
          .read, format: "JSON", file: file, at: .field("log_history[\(index)].epoch"),
          problem: "it is missing or no number of epochs", advice: advice)
      }
      for (name, value) in entry where name != "epoch" && name != "step" {
        guard let value = value.double else { continue }
        let name = name.hasPrefix("eval_") ? "val_" + name.dropFirst("eval_".count) : name
        points[name, default: []].append((epoch, value))
      }
    }
    let names = points.keys.sorted()
    let logged = LoggedHistory(columns: names) { column in
      let points = points[names[column]] ?? []
      return TrainingHistory.Series(.epoch, positions: points.map(\.epoch), values: points.map(\.value))
    }
    guard !logged.history.measures.series.isEmpty else {
      throw FormatError(
        .read, format: "JSON", file: file, at: .field("log_history"), problem: "it has no loss and no accuracy",
        advice: advice)
    }
    return logged
  }

  private static let advice = "Give the trainer_state.json that the Trainer wrote beside a checkpoint"

  private struct Document: Decodable {
    var entries: [[String: JSONValue]]

    enum CodingKeys: String, CodingKey { case entries = "log_history" }
  }
}

extension JSONValue {
  /// The value as a number; nil for everything else.
  fileprivate var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .unsigned(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
}
