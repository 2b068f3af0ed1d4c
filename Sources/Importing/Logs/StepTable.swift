import FileFormats

/// A table of one scalar, with a column for the step and one for the value: the last that is neither the step nor a time.
enum StepTable {
  /// Reads the bytes of a table.
  ///
  /// - Throws: if it has no such columns, or a cell holds no number. A last row that is cut off is left out.
  static func read(_ bytes: [UInt8], file: String, format: String) throws(FormatError) -> StepLog {
    func error(_ place: FormatError.Place, _ problem: String) -> FormatError {
      FormatError(
        .read, format: format, file: file, at: place, problem: problem, advice: "It is cut off or damaged: get it again"
      )
    }
    let table = try CSV.read(bytes, file: file)
    let header = table.header.map { $0.lowercased() }
    guard let stepColumn = header.firstIndex(of: "step"),
      let valueColumn = header.lastIndex(where: { !["step", "timestamp", "wall time"].contains($0) })
    else { throw error(.field("line 1"), "it has no columns for step and value") }
    var log = StepLog()
    for (row, cells) in table.rows.enumerated() {
      func number(_ column: Int) throws(FormatError) -> Double {
        let cell = cells.indices.contains(column) ? cells[column] : ""
        guard let number = Double(cell) else {
          let place = FormatError.Place.field("line \(table.lines[row]), column \(table.header[column])")
          throw error(place, "'\(cell)' is not a number")
        }
        return number
      }
      if row == table.rows.count - 1, cells.count < table.header.count { break }
      log.steps.append(try number(stepColumn))
      log.values.append(try number(valueColumn))
    }
    return log
  }
}
