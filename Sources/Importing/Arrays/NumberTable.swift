import FileFormats

/// Lines of numbers without a header, as `numpy.savetxt` writes them: separated by spaces, commas, semicolons or tabs; what
/// follows a `#` is a comment.
enum NumberTable {
  /// Whether the first line that is no comment holds numbers only.
  static func canStart(_ head: [UInt8]) -> Bool { columns(head) != nil }

  /// The number of numbers in the first line that is no comment; nil if it holds something else.
  static func columns(_ head: [UInt8]) -> Int? {
    for line in head.split(separator: UInt8(ascii: "\n")) {
      let cells = cells(of: line)
      if !cells.isEmpty { return cells.allSatisfy { number($0) != nil } ? cells.count : nil }
    }
    return nil
  }

  /// Reads the numbers: `[lines]` if each line has one, otherwise `[lines, numbers per line]`. What pandas adds is passed over: a
  /// first line of columns, and if that begins with a separator a first column of row numbers.
  ///
  /// - Throws: if a cell is no number, or the lines differ in length.
  static func array(in bytes: [UInt8], file: String) throws(FormatError) -> NPYArray {
    func error(_ line: Int, _ problem: String) -> FormatError {
      FormatError(
        .read, format: "text", file: file, at: .field("line \(line)"), problem: problem,
        advice: "Save it with numpy.savetxt")
    }
    var (numbers, columns, rows): ([Double], Int?, Int) = ([], nil, 0)
    var isIndexed = false
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      var cells = cells(of: line)
      if cells.isEmpty { continue }
      if columns == nil && !isIndexed, let first = line.first, ",;\t".utf8.contains(first) {
        isIndexed = true
        continue
      }
      if isIndexed { cells.removeFirst() }
      if let columns, cells.count != columns {
        throw error(index + 1, "it has \(cells.count) numbers, and the first line \(columns)")
      }
      columns = cells.count
      rows += 1
      for cell in cells {
        guard let number = number(cell) else {
          throw error(index + 1, "'\(String(decoding: cell.prefix(40), as: UTF8.self))' is not a number")
        }
        numbers.append(number)
      }
    }
    guard let columns, columns > 0 else { throw error(1, "there are no numbers in it") }
    if columns > 1, numbers.prefix(columns).elementsEqual((0..<columns).map(Double.init)),
      rows == columns + 1 || numbers.contains(where: { $0 != $0.rounded() })
    {
      numbers.removeFirst(columns)
      rows -= 1
    }
    return NPYArray(shape: columns == 1 ? [rows] : [rows, columns], elements: .float64(numbers))
  }

  private static func cells(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    line.prefix { $0 != UInt8(ascii: "#") }.split { " ,;\t\r[]".utf8.contains($0) }
  }

  private static func number(_ cell: ArraySlice<UInt8>) -> Double? { Double(String(decoding: cell, as: UTF8.self)) }
}
