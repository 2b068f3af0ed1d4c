import FileFormats

/// The history of a CSV log: Keras' CSVLogger, one row per epoch, or PyTorch Lightning's `metrics.csv`, one row for each
/// call of `log`, so that training and validation are on different rows of the same epoch. A table without epochs and
/// steps, as pandas writes `DataFrame(history.history)`, has one row per epoch.
///
/// The rows of an epoch are merged: the last cell of each column that is not empty counts. If epochs begin again, as they
/// do after a second `fit` that appended to the log, they continue after those before.
struct CSVLog: LogFormat {
  static let usualNames = ["metrics.csv", "history.csv", "training.csv", "log.csv"]
  static let hasSeveralFiles = false

  let logged: LoggedHistory

  static func recognizes(_ file: ModelFile) -> Bool {
    file.csvHeader.contains { $0.lowercased() == "epoch" || MetricName($0).series != nil }
  }

  static func read(_ file: ModelFile, and others: ArraySlice<ModelFile>) throws -> LoggedHistory {
    try CSVLog(csv: file.contents(.csv), file: file.path.string).logged
  }

  /// Reads a log that has a column `epoch`, or at least no column `step`, by which its rows would not be epochs.
  init(csv bytes: [UInt8], file: String) throws(FormatError) {
    let table = try CSV.read(bytes, file: file)
    let advice = "Give the file that Keras' CSVLogger or Lightning's CSVLogger wrote"
    func error(line: Int, _ column: String, _ problem: String) -> FormatError {
      FormatError(
        .read, format: "CSV", file: file, at: .field("line \(line), column \(column)"), problem: problem,
        advice: advice)
    }
    let epochColumn = table.header.firstIndex { $0.lowercased() == "epoch" }
    if epochColumn == nil && table.header.contains(where: { $0.lowercased() == "step" }) {
      throw FormatError(
        .read, format: "CSV", file: file, at: .field("line 1"), problem: "it has no column epoch", advice: advice)
    }
    // The epoch of each row, counted from 0 over the whole log, in the order in which they come.
    var rows: [(epoch: Int, row: Int)] = []
    var last: Int?
    var count = 0
    var restarts: [Int] = []
    var withoutEpoch = 0
    for (row, cells) in table.rows.enumerated() {
      guard let epochColumn else {
        rows.append((row, row))
        count += 1
        continue
      }
      guard cells.indices.contains(epochColumn), case let cell = cells[epochColumn], !cell.isEmpty else {
        withoutEpoch += 1
        continue
      }
      guard let number = Double(cell).flatMap({ Int(exactly: $0) }), number >= 0 else {
        throw error(line: table.lines[row], table.header[epochColumn], "'\(cell)' is not the number of an epoch")
      }
      if let last, number < last { restarts.append(table.lines[row]) }
      if number != last { count += 1 }
      last = number
      rows.append((count - 1, row))
    }
    // A metric that was never logged may not stand in the way of one that was.
    var filled = Set<Int>()
    for (_, row) in rows { filled.formUnion(table.rows[row].indices.filter { !table.rows[row][$0].isEmpty }) }
    let columns = table.header.indices.filter { column in
      let name = table.header[column]
      // The column without a name is pandas' index.
      return column != epochColumn && !["step", ""].contains(name.lowercased())
        && (filled.contains(column) || MetricName(name).series == nil)
    }
    var notes: [String] = []
    if !restarts.isEmpty {
      let lines = restarts.map(String.init).joined(separator: ", ")
      notes.append("epochs begin again on line \(lines) and are taken to go on")
    }
    if epochColumn == nil { notes.append("there is no column epoch, and each row is taken for one") }
    if withoutEpoch > 0 { notes.append("\(withoutEpoch) rows have no epoch") }
    logged = try LoggedHistory(columns: columns.map { table.header[$0] }, notes: notes) { place throws(FormatError) in
      let column = columns[place]
      var values: [Double?] = Array(repeating: nil, count: count)
      for (epoch, row) in rows where table.rows[row].indices.contains(column) && !table.rows[row][column].isEmpty {
        let cell = table.rows[row][column]
        guard let value = cell == "NA" ? .nan : Double(cell) else {
          throw error(line: table.lines[row], table.header[column], "'\(cell)' is not a number")
        }
        values[epoch] = value
      }
      // A training that was stopped has no validation of its last epoch.
      while let value = values.last, value == nil { values.removeLast() }
      return values.map { $0 ?? .nan }
    }
    if logged.history.epochs == 0 {
      throw FormatError(
        .read, format: "CSV", file: file, at: .wholeFile, problem: "it has no epoch of a loss or an accuracy",
        advice: advice)
    }
  }
}
