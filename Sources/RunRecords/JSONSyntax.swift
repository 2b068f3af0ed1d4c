/// Where bytes stop being JSON as Python writes it. For messages: JSONDecoder does not tell.
enum JSONSyntax {
  private enum Expected { case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd }

  /// `line 3, column 7`, counted from 1 and in bytes: the first place where the text can no longer go on as JSON; nil where
  /// all of it is.
  static func place(ofErrorIn bytes: [UInt8]) -> String? {
    guard let error = firstError(in: bytes) else { return nil }
    let before = bytes[..<error]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let column = error - (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1)
    return "line \(line), column \(column)"
  }

  private static func firstError(in bytes: [UInt8]) -> Int? {
    // What the open lists and objects end with.
    var ends: [UInt8] = []
    var expected = Expected.value
    var place = 0
    while true {
      while place < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[place]) { place += 1 }
      let isComplete = expected == .commaOrEnd && ends.isEmpty
      if place == bytes.count || isComplete { return isComplete && place == bytes.count ? nil : place }
      switch (expected, bytes[place]) {
      case (.valueOrEnd, UInt8(ascii: "]")), (.keyOrEnd, UInt8(ascii: "}")), (.commaOrEnd, ends.last):
        ends.removeLast()
        expected = .commaOrEnd
        place += 1
      case (.commaOrEnd, UInt8(ascii: ",")):
        expected = ends.last == UInt8(ascii: "}") ? .key : .value
        place += 1
      case (.colon, UInt8(ascii: ":")):
        expected = .value
        place += 1
      case (.value, UInt8(ascii: "{")), (.valueOrEnd, UInt8(ascii: "{")):
        ends.append(UInt8(ascii: "}"))
        expected = .keyOrEnd
        place += 1
      case (.value, UInt8(ascii: "[")), (.valueOrEnd, UInt8(ascii: "[")):
        ends.append(UInt8(ascii: "]"))
        expected = .valueOrEnd
        place += 1
      case (.key, UInt8(ascii: "\"")), (.keyOrEnd, UInt8(ascii: "\"")), (.value, UInt8(ascii: "\"")),
        (.valueOrEnd, UInt8(ascii: "\"")):
        place += 1
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
          if bytes[place] < 0x20 { return place }
          place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        if place >= bytes.count { return bytes.count }
        expected = expected == .key || expected == .keyOrEnd ? .colon : .commaOrEnd
        place += 1
      case (.value, _), (.valueOrEnd, _):
        let word = bytes[place...].prefix { $0 > 0x20 && !",]}".utf8.contains($0) }
        if !isWord(String(decoding: word, as: UTF8.self)) { return place }
        expected = .commaOrEnd
        place += word.count
      default: return place
      }
    }
  }

  private static func isWord(_ text: String) -> Bool {
    ["true", "false", "null", "NaN", "Infinity", "-Infinity"].contains(text)
      || text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil
  }
}
