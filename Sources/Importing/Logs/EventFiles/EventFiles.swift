import FileFormats
import Files

/// TensorBoard's event files: those of Keras' callback in `train/` and `validation/`, those of PyTorch's `SummaryWriter`,
/// whose tags name the phase (`Loss/train`), and those of all that log by way of them.
///
/// A folder of several runs, as `--logdir` gets one, has a log for each of them; but folders below a run's own files are
/// only what else it logged.
enum EventFiles: LogFormat {
  static let title = "event"
  static let usualNames: [String] = []

  static func recognizes(_ file: ModelFile) -> Bool {
    isNamed(file.name) || EventFile.isBegun(by: file.head)
  }

  private static func isNamed(_ name: String) -> Bool {
    name.contains(".tfevents.") && !name.hasSuffix(".profile-empty")
  }

  static func logs(in folder: ModelFiles) -> [[ModelFile]] {
    let files = folder.files.filter(recognizes) + folder.below(isNamed)
    let folders = folders(of: files)
    let runs = Dictionary(grouping: files) { folders[$0.place]?.run ?? "" }.sorted { $0.key < $1.key }.map(\.value)
    guard let own = runs.first, own.contains(where: { folders[$0.place]?.run == "" && mayHoldScalars($0) }) else {
      return runs
    }
    return [own + runs.dropFirst().flatMap(\.self)]
  }

  static func read(_ files: [ModelFile]) throws -> ScalarLog {
    let folders = folders(of: files)
    let run = folders[files[0].place]?.run
    var log = ScalarLog()
    var events: [SessionEvents] = []
    for file in files {
      guard let folder = folders[file.place], folder.run == run else { continue }
      let content = try file.events()
      if let byte = content.cutOffAt {
        log.notes.append("\(file.name) is cut off at byte \(byte), what stands before is taken")
      }
      // Those of the hyperparameters are TensorBoard's own.
      log.leftOut += content.otherTags.filter { !$0.hasPrefix("_hparams_") }.map(folder.name)
      let ends = content.restarts + [content.series.count]
      for (first, end) in zip([0] + content.restarts, ends) where first < end {
        events.append(
          SessionEvents(
            file: file.name, folder: folder, start: content.start ?? 0, series: Array(content.series[first..<end])))
      }
    }
    let others = Set(files.filter { folders[$0.place]?.run != run }.map(\.place)).sorted()
    if !others.isEmpty { log.notes.append("the event files in \(others.joined(separator: ", ")) are left out") }
    add(EventSessions(events), to: &log)
    return log
  }

  private static func add(_ found: EventSessions, to log: inout ScalarLog) {
    if found.runs > 1, let first = found.sessions.first?.first {
      log.notes.append(
        "there are \(found.runs) runs in one folder, and only the newest is taken, which begins with \(first.file)")
    }
    if found.sessions.count > 1 {
      let files = found.sessions.dropFirst().compactMap(\.first?.file)
      log.notes.append("the training goes on in \(files.joined(separator: ", "))")
    }
    var places: [String: Int] = [:]
    for (number, session) in found.sessions.enumerated() {
      for events in session {
        for series in events.series {
          let name = events.folder.name(of: series.tag)
          if countsBatches(series.tag) {
            log.leftOut.append(name)
            continue
          }
          let key = "\(events.folder.phase?.rawValue ?? "") \(name)"
          let place = places[key] ?? log.series.count
          if place == log.series.count {
            log.series.append(ScalarLog.Series(name, phase: events.folder.phase))
            places[key] = place
          }
          // Keras' steps are epochs where it says so.
          let areEpochs = series.tag.hasPrefix("epoch_")
          let session = isRepeated(series, in: log.series[place]) ? 0 : number
          for (step, value) in zip(series.steps, series.values) {
            let step = Double(step)
            log.series[place].append(value, epoch: areEpochs ? step : .nan, step: step, session: session)
          }
        }
      }
    }
    // Hugging Face's Trainer says how much of the training is done.
    if places[" train/epoch"] != nil { log.habits.insert(.epochsAreDone) }
  }

  /// Whether a later session logs a result once more at its step, which is no restart: Lightning's `hp_metric` is at step 0.
  private static func isRepeated(_ series: EventFile.Series, in logged: ScalarLog.Series) -> Bool {
    series.steps.count == 1 && logged.count > 0 && logged[0].step == Double(series.steps[0])
  }

  /// Whether the steps under a tag are batches while those beside it are epochs: Keras' `batch_loss` and
  /// `evaluation_loss_vs_iterations`.
  private static func countsBatches(_ tag: String) -> Bool {
    tag.hasPrefix("batch_") || (tag.hasPrefix("evaluation_") && tag.hasSuffix("_vs_iterations"))
  }

  /// What the folders of files say, by their paths.
  private static func folders(of files: [ModelFile]) -> [String: EventFolder] {
    Dictionary(grouping: files, by: \.place).reduce(into: [:]) { folders, folder in
      folders[folder.key] = EventFolder(folder.key, tags: Set(folder.value.flatMap(firstTags)))
    }
  }

  /// The tags at a file's beginning, which are all that a file of `add_scalars` has.
  private static func firstTags(_ file: ModelFile) -> [String] {
    (try? EventFile.read(file.head, file: file.name))?.series.map(\.tag) ?? []
  }

  /// Whether there is a scalar at the file's beginning, or may be one after it.
  private static func mayHoldScalars(_ file: ModelFile) -> Bool {
    file.head.count == 4096 || !firstTags(file).isEmpty
  }
}

extension ModelFile {
  /// What it holds as an event file.
  fileprivate func events() throws -> EventFile {
    let stream = try FileStream(path)
    return try EventFile.read(file: path.string) { try stream.read(into: $0) }
  }
}
