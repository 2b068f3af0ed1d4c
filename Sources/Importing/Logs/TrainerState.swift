import FileFormats
import RunRecords

/// Hugging Face's `trainer_state.json`: under `log_history` an object for each time the Trainer logged.
///
///     {"epoch": 0.5, "step": 50, "loss": 1.17, "learning_rate": 1.8e-4}
///     {"epoch": 1.0, "step": 100, "eval_loss": 0.72, "eval_accuracy": 0.73}
///
/// The summary of the training, which is the last object and has its runtime, belongs to no epoch.
enum TrainerState: LogFormat {
  static let title = "JSON"
  static let usualNames = ["trainer_state.json"]

  static func recognizes(_ file: ModelFile) -> Bool {
    JSONHead(file.head)?.keys?.contains("log_history") ?? false
  }

  static func read(_ files: [ModelFile]) throws -> ScalarLog {
    try read(files[0].contents(.json), file: files[0].path.string)
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: if it is no JSON, or an object has no epoch.
  static func read(_ json: [UInt8], file: String) throws(FormatError) -> ScalarLog {
    let entries = try JSON.read(json, file: file, advice: advice).decode(Document.self).entries
    var recorder = LogRecorder()
    recorder.note(.epochsAreDone)
    for (index, entry) in entries.enumerated() where entry["train_runtime"] == nil {
      guard let epoch = entry["epoch"]?.double, epoch >= 0, epoch <= TrainingHistory.Series.highestPosition else {
        throw FormatError(
          .read, format: "JSON", file: file, at: .field("log_history[\(index)].epoch"),
          problem: "it is missing or no number of epochs", advice: advice)
      }
      recorder.begin(epoch: epoch, step: entry["step"]?.double ?? .nan)
      for (name, value) in entry.sorted(by: { $0.key < $1.key }) where LogPosition(name) == nil {
        if let value = value.double { recorder.append(value, to: recorder.series(name)) }
      }
    }
    return recorder.log
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
