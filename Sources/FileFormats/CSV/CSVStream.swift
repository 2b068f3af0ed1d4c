/// Comma-separated values of which only a window is in memory, so that a table may be of any size.
///
/// Cells are separated by commas, semicolons, tabs or bars, whichever the header has most of; or by spaces if it has none of them
/// and the next line has as many words. Spaces around cells are no part of them. Lines end with LF, CR LF or CR; quoted cells may
/// hold separators, line ends and doubled quotes. Empty lines are passed over, and so are lines before the header that begin with
/// `#`; see ``CSVPreamble``.
package struct CSVStream: ~Copyable {
  /// The columns' names, in order.
  package private(set) var header: [String] = []
  /// The line, from 1, on which the row begins.
  package private(set) var line = 0
  /// Whether the file ends within the row, without the end of a line.
  package private(set) var isWithoutEnd = false

  private let next: NextBytes
  private let file: String
  private var separator = UInt8(ascii: ",")
  private var window = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  /// What of the window is not yet a row.
  private var rest = 0..<0
  private var isComplete = false
  /// The line on which `rest` begins.
  private var nextLine = 1
  private var cells: [Cell] = []
  /// The cells that have doubled quotes in them.
  private var doubled: [Int] = []

  private struct Cell {
    /// Where it is in the window.
    var range: Range<Int>
    /// What it writes; nil if that is no number.
    var number: Double?
  }

  /// The longest row; one that is longer is rather a quote that does not end.
  private static let longestRow = 1 << 26

  /// Reads the header.
  ///
  /// - Throws: if the file is empty or its header is no UTF-8, and what `next` throws.
  package init(file: String, _ next: @escaping NextBytes) throws {
    self.next = next
    self.file = file
    try load()
    if window[rest].starts(with: [0xef, 0xbb, 0xbf]) { rest = 3..<rest.upperBound }
    let preamble = CSVPreamble(UnsafeRawBufferPointer(rebasing: window[rest]))
    rest = rest.lowerBound + preamble.start..<rest.upperBound
    nextLine += preamble.lines
    separator = CSVSeparator.find(in: UnsafeRawBufferPointer(rebasing: window[rest]))
    guard try self.nextRow() else {
      throw error(.wholeFile, "it is empty", "Give the file that the logger wrote")
    }
    for column in 0..<count { header.append(try text(column)) }
  }

  deinit { window.deallocate() }

  /// The number of cells of the row.
  package var count: Int { cells.count }

  /// The bytes of a cell. They stay where they are until the next row is taken.
  package subscript(column: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: window[cells[column].range])
  }

  /// The number that a cell writes as Python does; nil if it is empty or anything else.
  package func number(_ column: Int) -> Double? { cells[column].number }

  /// A cell's text.
  ///
  /// - Throws: if it is no UTF-8.
  package func text(_ column: Int) throws(FormatError) -> String {
    guard let text = String(validating: self[column], as: UTF8.self) else {
      throw error(.field("line \(line)"), "it is not UTF-8 text", "Save it as UTF-8")
    }
    guard doubled.contains(column) else { return text }
    var (single, isSecond) = ("", false)
    for scalar in text.unicodeScalars {
      isSecond = scalar == "\"" && !isSecond
      if scalar != "\"" || isSecond { single.unicodeScalars.append(scalar) }
    }
    return single
  }

  /// Takes the next row, which may be shorter than the header, as if the writer was stopped; false at the file's end.
  ///
  /// - Throws: if a quote does not end, or the row is longer than the header.
  package mutating func nextRow() throws -> Bool {
    while true {
      while !takeRow() {
        if isComplete {
          if !rest.isEmpty { throw openQuote() }
          return false
        }
        if rest.count > Self.longestRow { throw openQuote() }
        try load()
      }
      // The separator after the last cell makes no cell.
      if !header.isEmpty { while cells.count > header.count, cells.last?.range.isEmpty == true { cells.removeLast() } }
      if cells.isEmpty || (cells.count == 1 && cells[0].range.isEmpty) { continue }
      if !header.isEmpty, cells.count > header.count {
        throw error(
          .field("line \(line)"), "it has \(cells.count) cells, and the header has \(header.count)",
          "Give each column a name in the header")
      }
      return true
    }
  }

  private func error(_ place: FormatError.Place, _ problem: String, _ advice: String) -> FormatError {
    FormatError(.read, format: "CSV", file: file, at: place, problem: problem, advice: advice)
  }

  private func openQuote() -> FormatError {
    error(.field("line \(nextLine)"), "a quote does not end", "It is cut off, or no CSV: get it again")
  }

  /// Moves what is left to the window's beginning, makes the window larger if that fills it, and reads on.
  private mutating func load() throws {
    if rest.count > window.count / 2 {
      let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: window.count * 2, alignment: 16)
      larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: window[rest]))
      window.deallocate()
      window = larger
    } else {
      window.copyMemory(from: UnsafeRawBufferPointer(rebasing: window[rest]))
    }
    rest = 0..<rest.count
    while rest.count < window.count {
      let more = try next(UnsafeMutableRawBufferPointer(rebasing: window[rest.upperBound...]))
      if more == 0 {
        isComplete = true
        return
      }
      rest = 0..<rest.upperBound + more
    }
  }

  /// Finds the cells of the next row; false if its end is not in the window, or nothing is left.
  private mutating func takeRow() -> Bool {
    cells.removeAll(keepingCapacity: true)
    doubled.removeAll(keepingCapacity: true)
    if rest.isEmpty { return false }
    let bytes = UnsafeRawBufferPointer(rebasing: window[..<rest.upperBound])
    let count = bytes.count
    var place = rest.lowerBound
    var lines = 1
    while true {
      while place < count, isBlank(bytes[place]) || bytes[place] == 0x20 { place += 1 }
      if place < count, bytes[place] == separator {
        addCell(place..<place, nil)
      } else if place < count, bytes[place] == UInt8(ascii: "\"") {
        guard let (cell, end, breaks, isDoubled) = quoted(place + 1, in: bytes) else { return false }
        lines += breaks
        if isDoubled { doubled.append(cells.count) }
        addCell(cell, UnsafeRawBufferPointer(rebasing: bytes[cell]).decimalNumber)
        // Nothing is expected between the quote and the separator.
        place = endOfCell(from: end, in: bytes)
      } else if let (number, end) = bytes.decimalNumber(from: place), end < count, isEndOfCell(bytes[end]) {
        addCell(place..<end, number)
        place = end
      } else {
        var cell = place..<endOfCell(from: place, in: bytes)
        place = cell.upperBound
        // Spaces before the end of a line separate nothing.
        if separator != 0x20 || !cell.isEmpty {
          while !cell.isEmpty, isBlank(bytes[cell.upperBound - 1]) { cell = cell.lowerBound..<cell.upperBound - 1 }
          addCell(cell, UnsafeRawBufferPointer(rebasing: bytes[cell]).decimalNumber)
        }
      }
      guard place < count else {
        if isComplete {
          isWithoutEnd = true
          break
        }
        return false
      }
      place += 1
      if bytes[place - 1] == separator { continue }
      if bytes[place - 1] == UInt8(ascii: "\r") {
        if place == count && !isComplete { return false }
        if place < count, bytes[place] == UInt8(ascii: "\n") { place += 1 }
      }
      break
    }
    line = nextLine
    nextLine += lines
    rest = place..<rest.upperBound
    return true
  }

  private mutating func addCell(_ range: Range<Int>, _ number: Double?) {
    cells.append(Cell(range: range, number: number))
  }

  /// Whether a byte is a space that is no separator.
  private func isBlank(_ byte: UInt8) -> Bool { (byte == 0x20 || byte == 0x09) && byte != separator }

  private func isEndOfCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// The next place from `place` on of a separator or a line's end.
  private func endOfCell(from place: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    var place = place
    let each: UInt64 = 0x0101_0101_0101_0101
    while place + 8 <= bytes.count {
      let eight = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let others = eight ^ (each &* UInt64(separator))
      // The high bits of the separators, and of bytes that are no greater than a line's end.
      let marks = ((eight &- each &* 0x0e) & ~eight | (others &- each) & ~others) & (each &* 0x80)
      if marks != 0 { break }
      place += 8
    }
    while place < bytes.count, !isEndOfCell(bytes[place]) { place += 1 }
    return place
  }

  /// The quoted cell that begins at a place, the place after its quote, its number of line ends, and whether it has doubled
  /// quotes; nil if it does not end.
  private func quoted(
    _ start: Int, in bytes: UnsafeRawBufferPointer
  ) -> (cell: Range<Int>, end: Int, lines: Int, isDoubled: Bool)? {
    let quote = UInt8(ascii: "\"")
    var place = start
    var isDoubled = false
    var lines = 0
    while place < bytes.count {
      if bytes[place] == quote {
        if place + 1 == bytes.count && !isComplete { return nil }
        guard place + 1 < bytes.count, bytes[place + 1] == quote else {
          var cell = start..<place
          while !cell.isEmpty, bytes[cell.lowerBound] == 0x20 { cell = cell.lowerBound + 1..<cell.upperBound }
          while !cell.isEmpty, bytes[cell.upperBound - 1] == 0x20 { cell = cell.lowerBound..<cell.upperBound - 1 }
          return (cell, place + 1, lines, isDoubled)
        }
        isDoubled = true
        place += 1
      } else if bytes[place] == UInt8(ascii: "\n") {
        lines += 1
      }
      place += 1
    }
    return nil
  }
}
