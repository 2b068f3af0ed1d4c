/// The lines before a table: `sep=;`, which tells Excel the separator, or comments that begin with `#`. The last of these is the
/// header if it has as many cells as the lines below, as `numpy.savetxt` writes it.
struct CSVPreamble {
  /// Where the header begins, the `#` passed over.
  private(set) var start = 0
  /// The number of lines before it.
  private(set) var lines = 0

  /// Looks at the first bytes of a table.
  init(_ bytes: UnsafeRawBufferPointer) {
    if bytes.starts(with: "sep=".utf8), let end = bytes.prefix(8).firstIndex(of: UInt8(ascii: "\n")) {
      (start, lines) = (end + 1, 1)
      return
    }
    guard bytes.first == UInt8(ascii: "#") else { return }
    let found = bytes.prefix(1 << 16).split(maxSplits: 1000, omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "\n")
    }
    let isComment = { (line: Slice<UnsafeRawBufferPointer>) in line.first == UInt8(ascii: "#") }
    guard let end = found.firstIndex(where: { !isComment($0) && !$0.allSatisfy { $0 == 0x20 || $0 == 0x0d } }),
      let last = found[..<end].lastIndex(where: isComment)
    else { return }
    let separator = CSVSeparator.find(in: UnsafeRawBufferPointer(rebasing: bytes[found[end].startIndex...]))
    func cells(_ line: Slice<UnsafeRawBufferPointer>) -> [Slice<UnsafeRawBufferPointer>] {
      // Several spaces separate like one.
      let text = isComment(line) ? line.drop { $0 == UInt8(ascii: "#") || $0 == 0x20 } : line
      return text.split(separator: separator, omittingEmptySubsequences: separator == 0x20)
    }
    func hasNumber(_ line: Int) -> Bool {
      found.indices.contains(line)
        && cells(found[line]).contains { cell in
          let text = cell.drop { $0 == 0x20 }.prefix { ![0x20, 0x0d].contains($0) }
          return !text.isEmpty && UnsafeRawBufferPointer(rebasing: text).decimalNumber != nil
        }
    }
    let isHeader =
      cells(found[last]).count == cells(found[end]).count && (hasNumber(end) || !hasNumber(end + 1))
    lines = isHeader ? last : end
    start = found[lines].startIndex
    if isHeader { start += found[lines].prefix { $0 == UInt8(ascii: "#") || $0 == 0x20 }.count }
  }
}
