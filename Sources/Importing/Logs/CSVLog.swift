import FileFormats

/// A table of what was logged: Keras' CSVLogger with a row per epoch, PyTorch Lightning's `metrics.csv` with a row for each
/// call of `log`, pandas' `DataFrame(history.history)` without epochs, and people's own.
enum CSVLog: LogFormat {
  static let title = "CSV"
  static let usualNames = ["metrics.csv", "history.csv", "training.csv", "log.csv"]

  static func recognizes(_ file: ModelFile) -> Bool {
    file.csvHeader.contains { LogPosition($0) != nil || MetricName($0).quantity != nil }
  }

  static func read(_ files: [ModelFile]) throws -> ScalarLog {
    try read(files[0].contents(.csv), file: files[0].path.string)
  }

  /// Reads the bytes of a file.
  static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> ScalarLog {
    let table = try CSV.read(bytes, file: file)
    func error(_ row: Int, _ column: Int, _ problem: String) -> FormatError {
      FormatError(
        .read, format: title, file: file, at: .field("line \(table.lines[row]), column \(table.header[column])"),
        problem: problem, advice: "Give the log that the trainer wrote")
    }
    let positions = table.header.map { LogPosition($0) }
    let epochColumn = positions.firstIndex(of: .epoch)
    let stepColumn = positions.firstIndex(of: .step)
    var recorder = LogRecorder()
    let columns = table.header.indices.filter { positions[$0] == nil && table.header[$0] != "" }
    var places: [Int: Int] = [:]
    // Of columns with one name the first counts.
    for column in columns {
      let place = recorder.series(table.header[column])
      if place == places.count { places[column] = place } else { recorder.leaveOut([table.header[column]]) }
    }
    if epochColumn == nil && stepColumn == nil {
      recorder.note("there is no column epoch, and each row is taken for one")
    }
    for (row, cells) in table.rows.enumerated() {
      func position(_ column: Int?) throws(FormatError) -> Double {
        guard let column, cells.indices.contains(column), !cells[column].isEmpty else { return .nan }
        guard let number = Double(cells[column]), number >= 0, number <= 1e15 else {
          throw error(row, column, "'\(cells[column])' is not the number of an epoch or a step")
        }
        return number
      }
      let (epoch, step) = (try position(epochColumn), try position(stepColumn))
      recorder.begin(epoch: epochColumn == nil && stepColumn == nil ? Double(row + 1) : epoch, step: step)
      for (column, place) in places where cells.indices.contains(column) && !cells[column].isEmpty {
        guard let value = cells[column] == "NA" ? .nan : Double(cells[column]) else {
          if MetricName(table.header[column]).quantity != nil {
            throw error(row, column, "'\(cells[column])' is not a number")
          }
          continue
        }
        recorder.append(value, to: place)
      }
    }
    return recorder.log
  }
}
