import FileFormats
import Files

/// The history of TensorBoard's event files: those of Keras' callback, in `train/` and `validation/`, or those of
/// PyTorch's `SummaryWriter`, whose tags name the phase, such as `Loss/train`.
///
/// The values of a tag stand in the order of their steps; of a step that was logged more than once, the last counts.
enum EventFiles: LogFormat {
  static let title = "event"
  static let usualNames: [String] = []

  /// The folders that Keras' callback writes to, and the prefix of its tags that each stands for.
  static let phases = [(folder: "train", prefix: ""), (folder: "validation", prefix: "val_")]

  static func recognizes(_ file: ModelFile) -> Bool {
    let isNamed = file.name.contains(".tfevents.") && !file.name.hasSuffix(".profile-empty")
    return isNamed || EventFile.isBegun(by: file.head)
  }

  static func logs(in folder: ModelFiles) -> [[ModelFile]] {
    let files = folder.files.filter(recognizes)
    return files.isEmpty ? [] : [files]
  }

  static func read(_ files: [ModelFile]) throws -> ScalarLog {
    // Names begin with the time at which the files were made.
    let events = try files.map { file in
      let prefix = phases.first { file.name.hasPrefix("\($0.folder)/") }?.prefix ?? ""
      return (prefix: prefix, file: file.name, events: try file.events())
    }
    return read(events)
  }

  /// - Parameter files: event files in the order in which they were written, with what tags of theirs are to be
  ///   prefixed by: `val_` for those of a validation folder, else nothing.
  static func read(_ files: [(prefix: String, file: String, events: EventFile)]) -> ScalarLog {
    var tags: [String] = []
    var steps: [String: [Int: Double]] = [:]
    var log = ScalarLog()
    for (prefix, file, events) in files {
      for series in events.series {
        let name = prefix + series.tag
        if steps[name] == nil { tags.append(name) }
        for (step, value) in zip(series.steps, series.values) { steps[name, default: [:]][step] = value }
      }
      log.leftOut += events.otherTags.map { prefix + $0 }
      if let byte = events.cutOffAt {
        log.notes.append("\(file) is cut off at byte \(byte), what stands before is taken")
      }
    }
    for tag in tags {
      let points = (steps[tag] ?? [:]).sorted { $0.key < $1.key }
      let positions = points.map { Double($0.key) }
      // Keras says that its steps are epochs.
      let isEpoch = MetricName.words(of: tag).contains("epoch") && tag.contains("epoch_")
      log.series.append(
        ScalarLog.Series(tag, epochs: isEpoch ? positions : nil, steps: positions, values: points.map(\.value)))
    }
    return log
  }
}

extension ModelFile {
  /// What it holds as an event file.
  fileprivate func events() throws -> EventFile {
    let stream = try FileStream(path)
    return try EventFile.read(file: path.string) { try stream.read(into: $0) }
  }
}
