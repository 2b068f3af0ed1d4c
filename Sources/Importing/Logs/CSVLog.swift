import Files
import FileFormats
import Glibc
import RunRecords

/// A table of what was logged: Keras' CSVLogger with a row per epoch, PyTorch Lightning's `metrics.csv` with a row for each
/// call of `log`, pandas' `DataFrame(history.history)` without epochs, a long table with a column for the phase, and people's
/// own.
enum CSVLog: TextLogFormat {
  static let title = "CSV"
  static let usualNames = [
    "metrics.csv", "history.csv", "training.csv", "log.csv", "training_log.csv", "training.log", "results.csv",
    "summary.csv",
  ]

  static func recognizes(_ file: ModelFile) -> Bool {
    let header = file.csvHeader
    if header.contains(where: { LogPosition($0) != nil || $0.hasSuffix("__MAX") }) { return true }
    // `label,top1,top2` is a table of predictions.
    return header.contains { MetricName($0).quantity != nil } && !header.contains { PredictionTitle($0) == .label }
  }

  static func read(_ file: ModelFile, phase: ScalarLog.Phase?, into recorder: inout LogRecorder) throws {
    let stream = try FileStream(file.path)
    if stream.size > FileForm.csv.mostBytes { throw FileError(.read, path: file.path, code: EFBIG) }
    var attempt = recorder
    try read(file: file.path.string, phase: phase, into: &attempt) { try stream.read(into: $0) }
    if areFits(attempt.log) {
      let stream = try FileStream(file.path)
      attempt = recorder
      try read(file: file.path.string, phase: phase, rowsAreFits: true, into: &attempt) { try stream.read(into: $0) }
    }
    recorder = attempt
  }

  /// Whether each row is another fit of one epoch: all have the same, and each has a validation.
  private static func areFits(_ log: ScalarLog) -> Bool {
    guard let epochs = log.series.first(where: { LogPosition($0.name) == .epoch }), epochs.count == 1,
      !epochs.hasSteps, epochs[0].count > 1, epochs[0].epoch <= 1
    else { return false }
    return log.series.contains { series in
      let name = MetricName(series.name)
      return name.quantity != nil && name.phase != nil && name.phase != .training && series.count == 1
        && series[0].count == epochs[0].count
    }
  }

  /// Reads the bytes of a file.
  static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> ScalarLog {
    var recorder = LogRecorder()
    do {
      try read(file: file, phase: nil, into: &recorder, nextBytes(of: bytes))
    } catch let error as FormatError {
      throw error
    } catch {
      throw FormatError(.read, format: title, file: file, at: .wholeFile, problem: "\(error)", advice: advice)
    }
    return recorder.log
  }

  private static func read(
    file: String, phase: ScalarLog.Phase?, rowsAreFits: Bool = false, into recorder: inout LogRecorder,
    _ next: @escaping NextBytes
  ) throws {
    var stream = try CSVStream(file: file, next)
    var table = try TableLog(header: stream.header, file: file, phase: phase, recorder: recorder)
    table.rowsAreFits = rowsAreFits
    try table.takeRows(of: &stream)
    recorder = try table.finish()
  }

  static let advice = "Give the log that the trainer wrote: a header, and a row for each epoch or step"
}

/// Takes a table row by row.
private struct TableLog {
  private let header: [String]
  private let file: String
  private let phase: ScalarLog.Phase?
  private var recorder: LogRecorder
  private var roles: [Role] = []
  private var epochColumn: Int?
  private var stepColumn: Int?
  /// The column whose texts tell training from validation.
  private var phaseColumn: Int?
  /// The columns of a long table: the name of a metric and its value.
  private var longColumns: (name: Int, value: Int)?
  private var runs = RunColumns()
  private var row = 0
  /// The columns that may tell runs apart.
  private var runColumns: [Int] = []
  /// The metrics' names of columns that have other titles.
  private var names: [Int: String] = [:]
  /// The columns that hold texts, and the first of each that should hold numbers.
  private var texts: Set<Int> = []
  private var wrongCells: [Int: FormatError] = [:]
  private var rowsWithoutEpoch = 0
  /// Whether each row begins the epochs anew.
  var rowsAreFits = false

  private enum Role {
    /// The place of its series in the log; nil if that changes from row to row.
    case values(Int?, isMeasure: Bool)
    case other
  }

  init(header: [String], file: String, phase: ScalarLog.Phase?, recorder: LogRecorder) throws {
    self.header = header
    self.file = file
    self.phase = phase
    self.recorder = recorder
    let words = header.map { MetricName.words(of: $0) }
    // Beside an epoch, `num_epochs` is how many there are to be.
    epochColumn = words.firstIndex(of: ["epoch"]) ?? header.firstIndex { LogPosition($0) == .epoch }
    stepColumn = header.firstIndex { LogPosition($0) == .step }
    if let name = words.firstIndex(where: { ["metric", "metricname", "variable", "tag", "key"].contains($0.joined()) }),
      let value = words.firstIndex(where: { ["value", "metricvalue"].contains($0.joined()) })
    {
      longColumns = (name, value)
    }
    if epochColumn == nil && stepColumn == nil {
      if let column = header.first(where: { RunColumns.countsRuns($0) }) {
        throw error(line: 1, column, "there is no column epoch, and a \(column.lowercased()) is none")
      }
      self.recorder.note("there is no column epoch, and each row is taken for one")
    }
  }

  /// Decides what each column is. Which of them tells the phase is seen from the first row.
  private mutating func addRoles(_ stream: borrowing CSVStream) throws {
    for column in 0..<stream.count where phaseColumn == nil && LoggedCell(column, of: stream) == .text {
      let words = MetricName.words(of: try stream.text(column))
      if words.count == 1, ScalarLog.Phase(word: words[0]) != nil { phaseColumn = column }
    }
    var series: Set<String> = []
    let charts = try WandBChart(header: header, file: file)
    names = charts.names
    for (column, title) in header.enumerated() {
      let name = names[column] ?? title
      if RunColumns.countsRuns(name) { runColumns.append(column) }
      let isOther =
        [epochColumn, stepColumn, phaseColumn, longColumns?.name].contains(column) || LogPosition(name) != nil
        || RunColumns.countsRuns(name) || charts.ignored.contains(column)
      // The column without a name is pandas' index.
      if isOther || name.isEmpty {
        roles.append(.other)
      } else if column == longColumns?.value {
        roles.append(.values(nil, isMeasure: true))
      } else if series.insert(name).inserted {
        let place = phaseColumn == nil ? recorder.series(name, phase: phase) : nil
        roles.append(.values(place, isMeasure: MetricName(name).quantity != nil))
      } else {
        // Of columns with one name the first counts.
        recorder.leaveOut([name])
        roles.append(.other)
      }
    }
  }

  private func error(line: Int, _ column: String, _ problem: String) -> FormatError {
    FormatError(
      .read, format: CSVLog.title, file: file, at: .field("line \(line), column \(column)"), problem: problem,
      advice: CSVLog.advice)
  }

  /// Whether a row is the line below the header of a Markdown table.
  private func isRule(_ stream: borrowing CSVStream) -> Bool {
    var hasDash = false
    for column in 0..<stream.count {
      for byte in stream[column] {
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") else { return false }
        hasDash = true
      }
    }
    return hasDash && stream.count > 1
  }

  /// The number of an epoch or step; NaN if there is none.
  private func position(_ column: Int?, _ stream: borrowing CSVStream) throws -> Double {
    guard let column, column < stream.count else { return .nan }
    if let number = try thousands(column, stream) { return number }
    if stream.number(column) == nil, let number = LogPosition.number(in: try stream.text(column)) { return number }
    switch LoggedCell(column, of: stream) {
    case .missing: return .nan
    case .number(let number, _) where number.isNaN: return .nan
    case .number(let number, _) where number >= 0 && number <= TrainingHistory.Series.highestPosition: return number
    default:
      let kind = column == epochColumn ? "an epoch" : "a step"
      throw error(line: stream.line, header[column], "'\(try stream.text(column))' is not the number of \(kind)")
    }
  }

  /// 1000 of `1.000`, if other cells of the row have decimal commas.
  private func thousands(_ column: Int, _ stream: borrowing CSVStream) throws -> Double? {
    guard stream.number(column) != nil, stream[column].contains(UInt8(ascii: ".")) else { return nil }
    let groups = stream[column].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }), (1...3).contains(groups[0].count),
      groups.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    for other in 0..<stream.count where other != column && stream.number(other) == nil {
      guard case .number = LoggedCell(other, of: stream), stream[other].contains(UInt8(ascii: ",")) else { continue }
      return Double(try stream.text(column).replacing(".", with: ""))
    }
    return nil
  }

  /// Whether a row is a summary of those before it, as `best` or `mean` in place of its epoch says.
  private func isSummary(_ stream: borrowing CSVStream) throws -> Bool {
    guard row > 0, let column = epochColumn ?? stepColumn, column < stream.count, stream.number(column) == nil else {
      return false
    }
    return Self.summaries.contains(try stream.text(column).lowercased())
  }

  private static let summaries: Set = [
    "best", "mean", "average", "avg", "std", "final", "last", "total", "min", "max", "sum", "median",
  ]

  mutating func takeRows(of stream: inout CSVStream) throws {
    while try stream.nextRow() { try take(stream) }
  }

  /// Takes a row; the header may be written again, where a logger was started again.
  private mutating func take(_ stream: borrowing CSVStream) throws {
    if let first = epochColumn ?? stepColumn, first < stream.count, stream.number(first) == nil,
      try stream.text(first) == header[first]
    {
      recorder.restart()
      return
    }
    if isRule(stream) { return }
    if try isSummary(stream) {
      recorder.note("line \(stream.line) sums up those before it and is left out")
      return
    }
    if stream.isWithoutEnd && stream.count < header.count {
      recorder.note("line \(stream.line) is cut off, what stands before is taken")
      return
    }
    if rowsAreFits && row > 0 { recorder.restart() }
    if row == 0 { try addRoles(stream) }
    row += 1
    var epoch = try position(epochColumn, stream)
    let step = try position(stepColumn, stream)
    if epochColumn == nil && stepColumn == nil { epoch = Double(row) }
    if epoch.isNaN && step.isNaN { rowsWithoutEpoch += 1 }

    var phase = self.phase
    if let phaseColumn, phaseColumn < stream.count {
      let text = try stream.text(phaseColumn)
      let words = MetricName.words(of: text).compactMap { ScalarLog.Phase(word: $0) }
      if words.count == 1 { phase = words[0] } else { noteRun(phaseColumn, text, stream, epoch, step) }
    }
    var metric: String?
    if let longColumns, longColumns.name < stream.count { metric = try stream.text(longColumns.name) }
    recorder.begin(epoch: epoch, step: step, phase: phase, metric: metric)
    for column in 0..<min(stream.count, roles.count) {
      guard case .values(let place, let isMeasure) = roles[column] else { continue }
      switch LoggedCell(column, of: stream) {
      case .missing: continue
      case .text:
        if isMeasure, wrongCells[column] == nil {
          wrongCells[column] = error(
            line: stream.line, header[column], "'\(try stream.text(column))' is not a number")
        }
        if texts.insert(column).inserted { runColumns.append(column) }
      case .number(let number, let isPercent):
        let series: Int
        if let place {
          series = place
        } else if let metric, column == longColumns?.value {
          series = recorder.series(metric, phase: phase)
        } else {
          series = recorder.series(names[column] ?? header[column], phase: phase)
        }
        recorder.append(number, to: series)
        if isPercent { recorder.markPercent(series) }
      }
    }
    for column in runColumns where column < stream.count {
      noteRun(column, try stream.text(column), stream, epoch, step)
    }
  }

  /// Notes what stands beside the measures of a row.
  private mutating func noteRun(
    _ column: Int, _ text: String, _ stream: borrowing CSVStream, _ epoch: Double, _ step: Double
  ) {
    if text.isEmpty { return }
    for (place, role) in roles.enumerated() where place < stream.count {
      if case .values(_, isMeasure: true) = role, !stream[place].isEmpty {
        runs.note(header[column], text, series: place, at: epoch.isNaN ? step : epoch)
      }
    }
  }

  /// What was recorded.
  ///
  /// - Throws: if a column tells runs apart, or one that should hold numbers has none.
  mutating func finish() throws -> LogRecorder {
    if let (column, texts) = runs.runs {
      let shown = texts.prefix(4).joined(separator: ", ") + (texts.count > 4 ? " and others" : "")
      throw FormatError(
        .read, format: CSVLog.title, file: file, at: .field("column \(column)"),
        problem: "it holds several runs, told apart by \(shown)",
        advice: "Save the rows of one run in a file of its own for each model")
    }
    if row == 0 { recorder.leaveOut(header.filter { LogPosition($0) == nil && !$0.isEmpty }) }
    let hasMeasures = recorder.log.series.contains { $0.count > 0 && MetricName($0.name).quantity != nil }
    for column in wrongCells.keys.sorted() {
      guard let error = wrongCells[column], case .values(let place, _) = roles[column] else { continue }
      // A column of texts is none of numbers, unless nothing else is there; one with a text among numbers is damaged.
      if place.map({ recorder.log.series[$0].count > 0 || !hasMeasures }) ?? true { throw error }
    }
    recorder.leaveOut(texts.sorted().map { header[$0] })
    if rowsWithoutEpoch > 0 { recorder.note("\(rowsWithoutEpoch) rows have no epoch") }
    return recorder
  }
}
