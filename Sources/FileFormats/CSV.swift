/// Comma-separated values with a header, as Python's csv module writes and RFC 4180 describes them.
package enum CSV {
  /// The cells of a file.
  package struct Table: Sendable, Equatable {
    /// The columns' names, in order.
    package var header: [String]
    /// The rows' cells, at most as many in each as the header has; an empty cell is an empty string.
    package var rows: [[String]]
    /// The line, from 1, on which each row begins.
    package var lines: [Int]
  }

  /// Reads a table. Cells are split at commas, or at semicolons or tabs where the header has those and no comma; lines end
  /// with LF or CR LF; quoted cells may hold separators, line ends and doubled quotes. Empty lines are passed over. A row
  /// may be shorter than the header, as where the writer was stopped.
  ///
  /// - Throws: where the file is empty or no UTF-8, a quote does not end, or a row is longer than the header.
  package static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> Table {
    func error(line: Int?, _ problem: String, _ advice: String) -> FormatError {
      FormatError(
        .read, format: "CSV", file: file, at: line.map { .field("line \($0)") } ?? .wholeFile, problem: problem,
        advice: advice)
    }
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let content = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    let records = Records(content)
    if let line = records.openQuote {
      throw error(line: line, "a quote does not end", "It is cut off, or no CSV: get it again")
    }
    guard let first = records.all.first else {
      throw error(line: nil, "it is empty", "Give the file that the logger wrote")
    }
    func texts(_ record: Records.Record) throws(FormatError) -> [String] {
      var cells: [String] = []
      for cell in record.cells {
        guard let text = String(validating: cell, as: UTF8.self) else {
          throw error(line: record.line, "it is not UTF-8 text", "Save it as UTF-8")
        }
        cells.append(text)
      }
      return cells
    }
    var table = Table(header: try texts(first), rows: [], lines: [])
    for record in records.all.dropFirst() {
      let cells = try texts(record)
      if cells.count > table.header.count {
        throw error(
          line: record.line, "it has \(cells.count) cells, and the header has \(table.header.count)",
          "Give each column a name in the header")
      }
      table.rows.append(cells)
      table.lines.append(record.line)
    }
    return table
  }
}

/// The cells' bytes, quotes undone.
private struct Records {
  struct Record {
    var line: Int
    var cells: [[UInt8]]
  }

  var all: [Record] = []
  /// The line on which a quoted cell begins that does not end.
  var openQuote: Int?

  init(_ bytes: ArraySlice<UInt8>) {
    let separator = Self.separator(of: bytes)
    var line = 1
    var record = Record(line: 1, cells: [])
    var cell: [UInt8] = []
    var isQuoted = false
    var place = bytes.startIndex
    func endRecord() {
      record.cells.append(cell)
      cell = []
      if record.cells != [[]] { all.append(record) }
      record = Record(line: line, cells: [])
    }
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          cell.append(byte)
        } else if place < bytes.endIndex, bytes[place] == byte {
          cell.append(byte)
          place += 1
        } else {
          isQuoted = false
          openQuote = nil
        }
      } else if byte == UInt8(ascii: "\""), cell.isEmpty {
        isQuoted = true
        openQuote = line
      } else if byte == separator {
        record.cells.append(cell)
        cell = []
      } else if byte == UInt8(ascii: "\n") {
        if cell.last == UInt8(ascii: "\r") { cell.removeLast() }
        endRecord()
      } else {
        cell.append(byte)
      }
    }
    if !cell.isEmpty || !record.cells.isEmpty { endRecord() }
  }

  /// What stands between the cells of the first line.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    let header = bytes.prefix { $0 != UInt8(ascii: "\n") }
    return [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].first(where: header.contains) ?? UInt8(ascii: ",")
  }
}
