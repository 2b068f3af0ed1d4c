/// JSON lines: a document on each line.
struct JSONLines {
  /// The lines that are not blank, with their numbers from 1.
  let lines: [(number: Int, bytes: ArraySlice<UInt8>)]
  /// Whether the documents are in a log of texts, as `[2024-01-31 12:00:00] - {"epoch": 1}` or `DLLL {"step": [1]}`.
  let isWithinText: Bool

  /// Nil if the bytes are one document. Of a document over several lines the first ends within something.
  init?(_ bytes: ArraySlice<UInt8>) {
    let all = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var lines: [(number: Int, bytes: ArraySlice<UInt8>)] = []
    for (number, line) in all.enumerated() where line.contains(where: { !" \t\r".utf8.contains($0) }) {
      guard line.first == UInt8(ascii: "{") else {
        // Between dictionaries that Python prints, other programs may say something.
        guard lines.isEmpty || lines.allSatisfy({ PythonLiteral.begins($0.bytes) }), Self.isText(line) else {
          return nil
        }
        self.lines = all.enumerated().compactMap { number, line in
          Self.document(in: line).map { (number + 1, $0) }
        }
        isWithinText = true
        if self.lines.isEmpty { return nil }
        return
      }
      if lines.isEmpty, line.last(where: { !" \t\r".utf8.contains($0) }) != UInt8(ascii: "}") { return nil }
      lines.append((number + 1, line))
    }
    if lines.count < 2 { return nil }
    self.lines = lines
    isWithinText = false
  }

  /// Whether a line is no JSON: `[` may begin a time as well.
  private static func isText(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "[") else { return line.first.map { !"{ \t\r".utf8.contains($0) } ?? false }
    let rest = line.drop { $0 != UInt8(ascii: "]") }.dropFirst().drop { $0 == 0x20 }
    return rest.first.map { !",]}\r".utf8.contains($0) } ?? false
  }

  /// The object at the end of a line of text; nil if there is none.
  static func document(in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard line.last(where: { !" \t\r".utf8.contains($0) }) == UInt8(ascii: "}"),
      let start = (line.firstRange(of: #"{""#.utf8) ?? line.firstRange(of: "{'".utf8))?.lowerBound
    else { return nil }
    return line[start...]
  }
}
