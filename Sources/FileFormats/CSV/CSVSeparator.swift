/// Which character separates the cells of a table.
enum CSVSeparator {
  /// What stands between the cells of the first line.
  static func find(in bytes: UnsafeRawBufferPointer) -> UInt8 {
    let lines = bytes.prefix(1 << 16).split(maxSplits: 2) { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    guard let header = lines.first else { return UInt8(ascii: ",") }
    var best = (separator: UInt8(ascii: ","), count: 0)
    for separator in ",;\t|".utf8 {
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
