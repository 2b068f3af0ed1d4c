import FileFormats

/// A table of grey images of a square size, one on each line, with or without a header and labels.
struct PixelTable: Equatable {
  /// The label of each image; nil if there are none.
  let labels: [Int32]?
  /// The images, one after the other.
  let pixels: [UInt8]
  /// Rows and columns of an image.
  let side: Int

  /// The fewest pixels that are taken for an image: 4 x 4.
  private static let fewestPixels = 16
  /// The most classes of a run.
  private static let greatestLabel = 999

  /// Whether the first lines are those of such a table.
  static func canStart(_ head: [UInt8]) -> Bool { Columns(head) != nil }

  /// Reads a table.
  ///
  /// - Throws: if a cell is no label or no grey from 0 to 255, or a line has another number of cells.
  init(_ bytes: [UInt8], file: String) throws(FormatError) {
    func error(_ line: Int, _ problem: String) -> FormatError {
      FormatError(
        .read, format: "CSV", file: file, at: .field("line \(line)"), problem: problem,
        advice: "Save a label and the pixels of a square image on each line, as whole numbers from 0 to 255")
    }
    guard let columns = Columns(bytes) else { throw error(1, "it is no label with the pixels of a square image") }
    side = columns.side
    var (labels, pixels): ([Int32], [UInt8]) = ([], [])
    var failure: FormatError?
    pixels.reserveCapacity(bytes.count / 3)
    var (line, column, number, digits) = (1, 0, 0, 0)
    func endCell() {
      if digits == 0 || number > (column == columns.label ? Self.greatestLabel : 255) {
        failure = failure ?? error(line, "cell \(column + 1) is no \(column == columns.label ? "label" : "grey")")
      } else if column == columns.label {
        labels.append(Int32(number))
      } else {
        pixels.append(UInt8(number))
      }
      (column, number, digits) = (column + 1, 0, 0)
    }
    var place = columns.start
    if place > 0 { line = 2 }
    bytes.withUnsafeBufferPointer { bytes in
      while place <= bytes.count && failure == nil {
        let byte = place < bytes.count ? bytes[place] : UInt8(ascii: "\n")
        place += 1
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          number = min(number * 10 + Int(byte - UInt8(ascii: "0")), 1 << 20)
          digits += 1
        case UInt8(ascii: ","): endCell()
        case UInt8(ascii: "\n"):
          if column > 0 || digits > 0 {
            endCell()
            if column != columns.count && failure == nil {
              failure = error(line, "it has \(column) cells, and there should be \(columns.count)")
            }
          }
          (line, column) = (line + 1, 0)
        case UInt8(ascii: "\r"), UInt8(ascii: " "): break
        default: failure = error(line, "cell \(column + 1) is no whole number")
        }
      }
    }
    if let failure { throw failure }
    if pixels.isEmpty { throw error(line, "there are no images in it") }
    self.labels = columns.label == nil ? nil : labels
    self.pixels = pixels
  }

  /// What the first line tells.
  private struct Columns {
    /// The number of cells on each line.
    let count: Int
    /// The cell of the label; nil if there is none.
    let label: Int?
    let side: Int
    /// Where the first image's line begins.
    let start: Int

    init?(_ bytes: [UInt8]) {
      let mark: [UInt8] = [0xef, 0xbb, 0xbf]
      let begin = bytes.starts(with: mark) ? mark.count : 0
      let line = bytes[begin...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      // The first 4,096 bytes may end within it.
      var cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self).lowercased().filter { $0 != "\"" && $0 != " " } }
      let isWhole = line.endIndex < bytes.endIndex
      if !isWhole, cells.count > 1 { cells.removeLast() }
      guard cells.count > PixelTable.fewestPixels else { return nil }
      let isHeader = cells.contains { Int($0) == nil }
      if isHeader {
        let label = cells.firstIndex { ["label", "class", "y", "target"].contains($0) }
        self.label = label
        let others = cells.indices.filter { $0 != label }
        // pixel0 or pixel1; 1x1.
        guard others.allSatisfy({ cells[$0].last?.isNumber == true && Self.isPixel(cells[$0]) }) else { return nil }
      } else {
        label = isWhole && Self.root(cells.count) != nil ? nil : 0
        guard cells.allSatisfy({ (Int($0) ?? 256) < 1_000 }) else { return nil }
      }
      count = cells.count
      start = isHeader ? min(line.endIndex + 1, bytes.count) : begin
      let area = cells.count - (label == nil ? 0 : 1)
      // Of a line that goes on the size is not known yet.
      guard let side = Self.root(area) ?? (isWhole ? nil : 1) else { return nil }
      self.side = side
    }

    private static func isPixel(_ name: String) -> Bool {
      let letters = name.filter { !$0.isNumber }
      return ["pixel", "pixel_", "px", "px_", "p", "x"].contains(letters)
    }

    private static func root(_ area: Int) -> Int? {
      let side = Int(Double(area).squareRoot().rounded())
      return side * side == area ? side : nil
    }
  }
}
