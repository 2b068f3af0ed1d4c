import FileFormats

/// A log as JSON, in whatever shape: lists by metric, as Keras' `History.history` has them, pandas' columns, records and index, a
/// list of epochs, Hugging Face's `trainer_state.json`, skorch's `history.json`, objects within objects, JSON lines.
///
/// Lines of text are passed over, but for the objects at their ends.
///
///     {"loss": [0.21, 0.07], "accuracy": [0.94, 0.98], "val_loss": [0.05, NaN]}
///     [{"epoch": 1, "loss": 0.21}, {"epoch": 2, "loss": 0.07}]
enum JSONLog: TextLogFormat {
  static let title = "JSON"
  static let usualNames = [
    "trainer_state.json", "history.json", "training_history.json", "log_history.json", "metrics.json", "log.jsonl",
    "log.json", "log.txt",
  ]

  static func recognizes(_ file: ModelFile) -> Bool {
    if let lines = JSONLines(file.headLines[...]), lines.isWithinText {
      return lines.lines.contains { JSONHead(json($0.bytes))?.allKeys.contains { LogPosition($0) != nil } ?? false }
    }
    guard let head = JSONHead(json(file.head[...])) else { return false }
    // In long columns the first may fill all that was seen.
    if !head.isWhole, head.allKeys.count < 4 { return true }
    // JSON lines may begin with one of settings.
    let heads =
      head.isWhole ? file.head.split(separator: UInt8(ascii: "\n")).compactMap { JSONHead(Array($0)) } : [head]
    return (heads + [head]).flatMap(\.allKeys).contains { key in
      ["log_history", "history", "columns"].contains(key) || LogPosition(key) != nil || MetricName(key).quantity != nil
    }
  }

  /// The same; a dictionary of Python as JSON.
  private static func json(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    PythonLiteral.begins(bytes) ? PythonLiteral.json(bytes) : Array(bytes)
  }

  static func logs(in folder: ModelFiles) -> [[ModelFile]] {
    // DeiT's log.txt is JSON lines; others' are texts of any kind.
    let isJSON = { (file: ModelFile) in JSONHead(file.head) != nil || !file.name.hasSuffix(".txt") }
    let files = folder.files.filter {
      (usualNames.contains($0.name) && isJSON($0) && !ObjectMatrix.recognizes($0)) || recognizes($0)
    }
    return grouped(files)
  }

  static func read(_ file: ModelFile, phase: ScalarLog.Phase?, into recorder: inout LogRecorder) throws {
    try read(file.contents(.json), file: file.path.string, phase: phase, into: &recorder)
  }

  /// Reads the bytes of a file.
  static func read(_ json: [UInt8], file: String) throws(FormatError) -> ScalarLog {
    var recorder = LogRecorder()
    try read(json, file: file, phase: nil, into: &recorder)
    return recorder.log
  }

  private static func read(
    _ json: [UInt8], file: String, phase: ScalarLog.Phase?, into recorder: inout LogRecorder
  ) throws(FormatError) {
    var content = json[...]
    if content.starts(with: [0xef, 0xbb, 0xbf]) { content = content.dropFirst(3) }
    var reader = JSONLogReader(file: file, phase: phase, recorder: recorder)
    if let lines = JSONLines(content) {
      try reader.take(lines: lines)
    } else {
      try reader.take(JSON.read(Array(content), file: file, advice: advice).value)
    }
    recorder = reader.recorder
  }

  static let advice = "Save it with json.dump(history.history, file), history being what model.fit returns"
}
