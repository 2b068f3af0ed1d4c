import FileFormats

/// What TensorBoard lets people download: a file for each run and tag, `run-train-tag-epoch_loss.csv` with the columns `Wall time`,
/// `Step` and `Value`, or the same rows as lists in JSON.
enum TensorBoardDownload: LogFormat {
  static let title = "downloaded TensorBoard"
  static let usualNames: [String] = []

  static func recognizes(_ file: ModelFile) -> Bool {
    file.csvHeader == ["Wall time", "Step", "Value"] || (file.ending == "json" && rowsBegin(file.head))
  }

  /// Whether the first of lists in a list holds three numbers, and the first of them may be a time of the years after 2001.
  private static func rowsBegin(_ head: [UInt8]) -> Bool {
    let start = head.prefix { $0 != UInt8(ascii: "]") }.filter { !" \t\r\n".utf8.contains($0) }
    guard start.starts(with: "[[".utf8) else { return false }
    let cells = start.dropFirst(2).split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    let numbers = cells.compactMap { Double(String(decoding: $0, as: UTF8.self)) }
    return cells.count == 3 && numbers.count >= 2 && numbers[0] > 1e9
  }

  static func logs(in folder: ModelFiles) -> [[ModelFile]] {
    let files = folder.files.filter(recognizes)
    return Dictionary(grouping: files) { Download($0.name).run }.sorted { $0.key < $1.key }.map(\.value)
  }

  static func read(_ files: [ModelFile]) throws -> ScalarLog {
    var log = ScalarLog()
    for file in files {
      let download = Download(file.name)
      let steps =
        file.ending == "json"
        ? try rows(file.contents(.json), file: file.path.string)
        : try StepTable.read(file.contents(.csv), file: file.path.string, format: title)
      log.series.append(steps.series(download.tag, phase: download.phase))
    }
    return log
  }

  /// Reads rows of time, step and value.
  ///
  /// - Throws: if the bytes hold something else.
  static func rows(_ json: [UInt8], file: String) throws(FormatError) -> StepLog {
    let advice = "Download it from TensorBoard again"
    func error(_ place: FormatError.Place, _ problem: String) -> FormatError {
      FormatError(.read, format: title, file: file, at: place, problem: problem, advice: advice)
    }
    guard case .array(let rows) = try JSON.read(json, file: file, advice: advice).value else {
      throw error(.wholeFile, "it is not a list")
    }
    var log = StepLog()
    for (index, row) in rows.enumerated() {
      guard case .array(let cells) = row, cells.count == 3, case .number(let step, _) = cells[1].cell,
        case .number(let value, _) = cells[2].cell
      else { throw error(.field("[\(index)]"), "it is not a time, a step and a value") }
      log.steps.append(step)
      log.values.append(value)
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
      let stem = [".csv", ".json"].first(where: name.hasSuffix).map { String(name.dropLast($0.count)) } ?? name
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
