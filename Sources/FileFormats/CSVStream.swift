/// Comma-separated values of which only a window is in memory, so that a table may be of any size.
///
/// Cells are separated by commas, semicolons or tabs, whichever the header has most of; or by spaces if it has none of them and
/// the next line has as many words. Spaces around cells are no part of them. Lines end with LF, CR LF or CR; quoted cells may
/// hold separators, line ends and doubled quotes. Empty lines are passed over.
package struct CSVStream: ~Copyable {
  /// The columns' names, in order.
  package private(set) var header: [String] = []
  /// The line, from 1, on which the row begins.
  package private(set) var line = 0

  private let next: NextBytes
  private let file: String
  private var separator = UInt8(ascii: ",")
  private var window = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
  /// What of the window is not yet a row.
  private var rest = 0..<0
  private var isComplete = false
  /// The line on which `rest` begins.
  private var nextLine = 1
  private var cells: [Range<Int>] = []
  /// The cells that have doubled quotes in them.
  private var doubled: [Int] = []

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
    separator = Self.separator(of: UnsafeRawBufferPointer(rebasing: window[rest]))
    guard try self.nextRow() else {
      throw error(.wholeFile, "it is empty", "Give the file that the logger wrote")
    }
    for column in 0..<count { header.append(try text(column)) }
  }

  deinit { window.deallocate() }

  /// The number of cells of the row.
  package var count: Int { cells.count }

  /// The bytes of a cell. They stay where they are until the next row is taken.
  package subscript(column: Int) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: window[cells[column]]) }

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
      if !header.isEmpty { while cells.count > header.count, cells.last?.isEmpty == true { cells.removeLast() } }
      if cells.isEmpty || (cells.count == 1 && cells[0].isEmpty) { continue }
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
    let bytes = UnsafeMutableRawBufferPointer(rebasing: window[..<rest.upperBound])
    let isSpaced = separator == UInt8(ascii: " ")
    var place = rest.lowerBound
    var start = place
    var lines = 1
    while true {
      if place == bytes.count {
        guard isComplete else { return false }
        addCell(start..<place)
        break
      }
      let byte = bytes[place]
      if byte == separator {
        if isSpaced && (place == start) {
          start += 1
        } else {
          addCell(start..<place)
          start = place + 1
        }
        place += 1
      } else if byte == UInt8(ascii: "\n") {
        if !(isSpaced && start == place) { addCell(start..<place) }
        place += 1
        break
      } else if byte == UInt8(ascii: "\r") {
        if place + 1 == bytes.count && !isComplete { return false }
        if !(isSpaced && start == place) { addCell(start..<place) }
        place += place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "\n") ? 2 : 1
        break
      } else if byte == UInt8(ascii: "\""), isBlank(start..<place) {
        guard let (cell, end, breaks, isDoubled) = quoted(place + 1, in: bytes) else { return false }
        lines += breaks
        if isDoubled { doubled.append(cells.count) }
        cells.append(cell)
        // Nothing is expected between the quote and the separator.
        place = end
        while place < bytes.count, ![separator, UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(bytes[place]) {
          place += 1
        }
        if place == bytes.count {
          guard isComplete else { return false }
          break
        }
        if bytes[place] == separator {
          place += 1
          start = place
          continue
        }
        if bytes[place] == UInt8(ascii: "\r") {
          if place + 1 == bytes.count && !isComplete { return false }
          if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\n") { place += 1 }
        }
        place += 1
        break
      } else {
        place += 1
      }
    }
    line = nextLine
    nextLine += lines
    rest = place..<rest.upperBound
    return true
  }

  private func isBlank(_ range: Range<Int>) -> Bool { window[range].allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// Adds a cell without the spaces around it.
  private mutating func addCell(_ range: Range<Int>) {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, window[start] == 0x20 || window[start] == 0x09 { start += 1 }
    while start < end, window[end - 1] == 0x20 || window[end - 1] == 0x09 { end -= 1 }
    cells.append(start..<end)
  }

  /// The quoted cell that begins at a place, the place after its quote, its number of line ends, and whether it has doubled
  /// quotes; nil if it does not end.
  private func quoted(
    _ start: Int, in bytes: UnsafeMutableRawBufferPointer
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

  /// What stands between the cells of the first line.
  private static func separator(of bytes: UnsafeRawBufferPointer) -> UInt8 {
    let lines = bytes.prefix(1 << 16).split(maxSplits: 2) { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    guard let header = lines.first else { return UInt8(ascii: ",") }
    var best = (separator: UInt8(ascii: ","), count: 0)
    for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      let count = header.count { $0 == separator }
      if count > best.count { best = (separator, count) }
    }
    if best.count == 0, lines.count > 1 {
      let words = lines.prefix(2).map { $0.split(separator: UInt8(ascii: " ")) }
      let isNumber = words[1].first.map {
        UnsafeRawBufferPointer(rebasing: bytes[$0.startIndex..<$0.endIndex]).decimalNumber
      }
      if words[0].count > 1, words[0].count == words[1].count, isNumber != nil, isNumber != .some(nil) {
        return UInt8(ascii: " ")
      }
    }
    return best.separator
  }
}
