/// Comma-separated values with a header, as Python's csv module writes and RFC 4180 describes them; see ``CSVStream`` for tables
/// that are not to be in memory as a whole.
package enum CSV {
  /// The cells of a file.
  package struct Table: Sendable, Equatable {
    /// The columns' names, in order.
    package var header: [String]
    /// The rows' cells, at most as many in each as the header has; an empty cell is an empty string.
    package var rows: [[String]]
    /// The line, from 1, on which each row begins.
    package var lines: [Int]

    /// Creates a table.
    package init(header: [String], rows: [[String]], lines: [Int]) {
      self.header = header
      self.rows = rows
      self.lines = lines
    }
  }

  /// The cells of the first line that is not empty; nil if there is none.
  package static func header(of bytes: [UInt8], file: String) -> [String]? {
    guard let stream = try? CSVStream(file: file, nextBytes(of: bytes)) else { return nil }
    return stream.header
  }

  /// Reads a table.
  ///
  /// - Throws: if the file is empty or no UTF-8, a quote does not end, or a row is longer than the header.
  package static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> Table {
    do {
      var stream = try CSVStream(file: file, nextBytes(of: bytes))
      var table = Table(header: stream.header, rows: [], lines: [])
      while try stream.nextRow() {
        var cells: [String] = []
        for column in 0..<stream.count { cells.append(try stream.text(column)) }
        table.rows.append(cells)
        table.lines.append(stream.line)
      }
      return table
    } catch let error as FormatError {
      throw error
    } catch {
      // Bytes in memory are always read.
      throw FormatError(.read, format: "CSV", file: file, at: .wholeFile, problem: "\(error)", advice: "Try again")
    }
  }
}
