import FileFormats

/// The history of a CSV log: Keras' CSVLogger, one row an epoch, or PyTorch Lightning's `metrics.csv`, one row for each
/// call of `log`, so that training and validation stand on different rows of the same epoch. A table without epochs and
/// steps, as pandas writes `DataFrame(history.history)`, has one row an epoch.
///
/// The rows of an epoch are merged: of each column the last cell that is not empty counts. Where epochs begin again, as
/// where a second `fit` appended to the log, they go on after those before.
struct CSVHistory {
  let logged: LoggedHistory

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
      let cell = cells[epochColumn]
      if cell.isEmpty {
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
    var columns: [(name: String, values: [Double])] = []
    var others: [String] = []
    for (column, name) in table.header.enumerated() {
      // The column without a name is pandas' index.
      if column == epochColumn || ["step", ""].contains(name.lowercased()) { continue }
      guard MetricName(name).series != nil else {
        others.append(name)
        continue
      }
      var values: [Double?] = Array(repeating: nil, count: count)
      for (epoch, row) in rows where !table.rows[row][column].isEmpty {
        let cell = table.rows[row][column]
        guard let value = cell == "NA" ? .nan : Double(cell) else {
          throw error(line: table.lines[row], name, "'\(cell)' is not a number")
        }
        values[epoch] = value
      }
      // A training that was stopped has no validation of its last epoch.
      while let value = values.last, value == nil { values.removeLast() }
      if !values.isEmpty { columns.append((name, values.map { $0 ?? .nan })) }
    }
    var notes: [String] = []
    if !restarts.isEmpty {
      let lines = restarts.map(String.init).joined(separator: ", ")
      notes.append("epochs begin again on line \(lines) and are taken to go on")
    }
    if epochColumn == nil { notes.append("there is no column epoch, and each row is taken for one") }
    if withoutEpoch > 0 { notes.append("\(withoutEpoch) rows have no epoch") }
    logged = LoggedHistory(columns: columns, leftOut: others, notes: notes)
    if logged.history.epochs == 0 {
      throw FormatError(
        .read, format: "CSV", file: file, at: .wholeFile, problem: "it has no epoch of a loss or an accuracy",
        advice: advice)
    }
  }
}
