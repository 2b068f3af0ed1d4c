import FileFormats
import Files

/// A run of Weights & Biases, from the file that its client keeps: `wandb/offline-run-…/run-….wandb`. Each call of `log` is
/// a row, with the epoch if it was logged along.
enum WandBRun: LogFormat {
  static let title = "W&B"
  static let usualNames: [String] = []

  static func recognizes(_ file: ModelFile) -> Bool {
    file.name.hasSuffix(".wandb") || WandBFile.isBegun(by: file.head)
  }

  static func logs(in folder: ModelFiles) -> [[ModelFile]] {
    (folder.files.filter(recognizes) + folder.below { $0.hasSuffix(".wandb") }).map { [$0] }
  }

  static func read(_ files: [ModelFile]) throws -> ScalarLog {
    let file = files[0]
    let stream = try FileStream(file.path)
    return try read(file: file.name) { take in
      try WandBFile.read(file: file.path.string, { try stream.read(into: $0) }, take: take)
    }
  }

  /// Reads the bytes of a file.
  static func read(_ bytes: [UInt8], file: String) throws -> ScalarLog {
    try read(file: file) { try WandBFile.read(bytes, file: file, take: $0) }
  }

  private static func read(file: String, _ rows: ((WandBFile.Row) -> Void) throws -> Int?) throws -> ScalarLog {
    var recorder = LogRecorder()
    let cutOffAt = try rows { row in
      let epoch = row.scalars.first { isEpoch($0.key) }
      let step = row.scalars.first { $0.key == "_step" }
      recorder.begin(epoch: epoch?.value ?? .nan, step: step?.value ?? .nan)
      // Hugging Face's Trainer says how much of the training is done.
      if epoch?.key == "train/epoch" { recorder.note(.epochsAreDone) }
      for scalar in row.scalars where !scalar.key.hasPrefix("_") && !isEpoch(scalar.key) {
        recorder.append(scalar.value, to: recorder.series(scalar.key))
      }
      recorder.leaveOut(row.others)
    }
    if let cutOffAt { recorder.note("\(file) is cut off at byte \(cutOffAt), what stands before is taken") }
    return recorder.log
  }

  /// `epoch`, `trainer/epoch`, and Keras' `epoch/epoch`.
  private static func isEpoch(_ key: String) -> Bool { key == "epoch/epoch" || LogPosition(key) == .epoch }
}
