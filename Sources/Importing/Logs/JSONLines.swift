/// JSON lines: a document on each line.
struct JSONLines {
  /// The lines that are not blank, with their numbers from 1.
  let lines: [(number: Int, bytes: ArraySlice<UInt8>)]

  /// Nil if the bytes are one document. Of a document over several lines the first ends within something.
  init?(_ bytes: ArraySlice<UInt8>) {
    var lines: [(number: Int, bytes: ArraySlice<UInt8>)] = []
    var number = 1
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.contains(where: { !" \t\r".utf8.contains($0) }) {
        guard line.first == UInt8(ascii: "{") else { return nil }
        if lines.isEmpty, line.last(where: { !" \t\r".utf8.contains($0) }) != UInt8(ascii: "}") { return nil }
        lines.append((number, line))
      }
      number += 1
    }
    if lines.count < 2 { return nil }
    self.lines = lines
  }
}
