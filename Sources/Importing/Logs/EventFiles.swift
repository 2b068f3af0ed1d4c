import FileFormats
import Files

/// The history of TensorBoard's event files: those of Keras' callback, in `train/` and `validation/`, or those of
/// PyTorch's `SummaryWriter`, whose tags name the phase, such as `Loss/train`.
///
/// The values of a tag stand in the order of their steps; of a step that was logged more than once, the last counts.
struct EventFiles: LogFormat {
  static let usualNames: [String] = []
  static let hasSeveralFiles = true

  /// The folders that Keras' callback writes to, and the prefix of its tags that each stands for.
  static let phases = [(folder: "train", prefix: ""), (folder: "validation", prefix: "val_")]

  let logged: LoggedHistory

  static func recognizes(_ file: ModelFile) -> Bool {
    let isNamed = file.name.contains(".tfevents.") && !file.name.hasSuffix(".profile-empty")
    return isNamed || EventFile.isBegun(by: file.head)
  }

  static func read(_ file: ModelFile, and others: ArraySlice<ModelFile>) throws -> LoggedHistory {
    // Names begin with the time at which the files were made.
    let events = try ([file] + others).map { file in
      let prefix = phases.first { file.name.hasPrefix("\($0.folder)/") }?.prefix ?? ""
      return (prefix: prefix, file: file.name, events: try file.events())
    }
    return try EventFiles(events, folder: file.folder.string).logged
  }

  /// - Parameter files: event files in the order in which they were written, with what tags of theirs are to be
  ///   prefixed by: `val_` for those of a validation folder, else nothing.
  init(_ files: [(prefix: String, file: String, events: EventFile)], folder: String) throws(FormatError) {
    var tags: [String] = []
    var steps: [String: [Int: Double]] = [:]
    var others: Set<String> = []
    var notes: [String] = []
    for (prefix, file, events) in files {
      for series in events.series {
        let name = prefix + series.tag
        if steps[name] == nil { tags.append(name) }
        for (step, value) in zip(series.steps, series.values) { steps[name, default: [:]][step] = value }
      }
      others.formUnion(events.otherTags.map { prefix + $0 })
      if let byte = events.cutOffAt { notes.append("\(file) is cut off at byte \(byte), what stands before is taken") }
    }
    logged = LoggedHistory(columns: tags, leftOut: others.sorted(), notes: notes) { tag in
      (steps[tags[tag]] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
    }
    if logged.history.epochs == 0 {
      throw FormatError(
        .read, format: "event", file: folder, at: .wholeFile,
        problem: tags.isEmpty
          ? "there is no scalar in it"
          : "none of its tags is a loss or an accuracy: \(tags.sorted().joined(separator: ", "))",
        advice: "Log scalars under names such as epoch_loss, Loss/train or val_accuracy")
    }
  }
}

extension ModelFile {
  /// What it holds as an event file.
  fileprivate func events() throws -> EventFile {
    let stream = try FileStream(path)
    return try EventFile.read(file: path.string) { try stream.read(into: $0) }
  }
}
