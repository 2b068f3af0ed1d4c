import FileFormats

/// A JSON file for each epoch, with what was logged at it, as AllenNLP writes them: `metrics_epoch_0.json`,
/// `metrics_epoch_1.json`.
///
///     {"epoch": 1, "training_loss": 0.5, "validation_loss": 0.625, "validation_accuracy": 0.75}
enum EpochFiles: LogFormat {
  static let title = "JSON"
  static let usualNames: [String] = []

  static func recognizes(_ file: ModelFile) -> Bool {
    guard file.ending == "json", file.epochInName != nil, let head = JSONHead(file.head), head.keys != nil else {
      return false
    }
    return head.allKeys.contains { MetricName($0).quantity != nil }
  }

  static func logs(in folder: ModelFiles) -> [[ModelFile]] {
    let files = folder.files.filter(recognizes)
    return Dictionary(grouping: files) { $0.epochInName?.others ?? [] }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { $0.value.sorted { ($0.epochInName?.epoch ?? 0, $0.name) < ($1.epochInName?.epoch ?? 0, $1.name) } }
  }

  static func read(_ files: [ModelFile]) throws -> ScalarLog {
    var entries: [JSONValue] = []
    for file in files {
      entries.append(try JSON.read(file.contents(.json), file: file.path.string, advice: JSONLog.advice).value)
    }
    var reader = JSONLogReader(file: files[0].path.string, phase: nil, recorder: LogRecorder())
    // What a file itself says of its epoch goes before its name.
    try reader.takeRecords(entries, at: [], epochs: files.map { Double($0.epochInName?.epoch ?? 0) })
    return reader.recorder.log
  }
}

extension ModelFile {
  /// The epoch that the file's name tells, and the other words of the name; nil if it tells none.
  fileprivate var epochInName: (epoch: Int, others: [String])? {
    let words = MetricName.words(of: stem)
    guard let place = words.firstIndex(of: "epoch"), words.indices.contains(place + 1),
      let epoch = Int(words[place + 1])
    else { return nil }
    return (epoch, Array(words[..<place] + words[(place + 2)...]))
  }
}
