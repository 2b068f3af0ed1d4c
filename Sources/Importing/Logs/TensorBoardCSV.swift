import FileFormats

/// What TensorBoard lets people download: a table for each run and tag, `run-train-tag-epoch_loss.csv`, with the columns
/// `Wall time`, `Step` and `Value`.
enum TensorBoardCSV: LogFormat {
  static let title = "TensorBoard CSV"
  static let usualNames: [String] = []

  static func recognizes(_ file: ModelFile) -> Bool { file.csvHeader == ["Wall time", "Step", "Value"] }

  static func logs(in folder: ModelFiles) -> [[ModelFile]] {
    let files = folder.files.filter(recognizes)
    return Dictionary(grouping: files) { Download($0.name).run }.sorted { $0.key < $1.key }.map(\.value)
  }

  static func read(_ files: [ModelFile]) throws -> ScalarLog {
    var log = ScalarLog()
    for file in files {
      let download = Download(file.name)
      let table = try StepTable.read(file.contents(.csv), file: file.path.string, format: title)
      log.series.append(table.series(download.tag, phase: download.phase))
    }
    return log
  }

  /// What a file's name says.
  private struct Download {
    /// The run, without the word for a phase at its end.
    var run = ""
    /// The phase at the end of the run's name.
    var phase: ScalarLog.Phase?
    /// The tag; the name itself if people have changed it.
    var tag: String

    init(_ name: String) {
      let stem = name.hasSuffix(".csv") ? String(name.dropLast(".csv".count)) : name
      tag = stem
      guard stem.hasPrefix("run-"), let mark = stem.firstRange(of: "-tag-") else { return }
      tag = String(stem[mark.upperBound...])
      run = String(stem[stem.index(stem.startIndex, offsetBy: "run-".count)..<mark.lowerBound])
      // What is a slash in a run's path is an underscore here.
      let word = run.split { "_/\\.".contains($0) }.last ?? ""
      phase = ScalarLog.Phase(word: word)
      if phase != nil { run = String(run.dropLast(word.count)) }
      // TensorBoard's name of the folder that it was given.
      if run == "." { run = "" }
    }
  }
}
