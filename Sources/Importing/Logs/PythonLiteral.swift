/// A dictionary as Python prints it, `{'loss': 0.5, 'epoch': 1.0}`: what trainers leave on standard output.
enum PythonLiteral {
  /// Whether a text begins as such a dictionary does.
  static func begins(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.starts(with: "{'".utf8) }

  /// The same as JSON, if it is one: quotes are doubled, and `None`, `True`, `False`, `nan` and `inf` are JSON's words.
  static func json(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var json: [UInt8] = []
    var quote: UInt8?
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      if let open = quote {
        if byte == UInt8(ascii: "\\"), place + 1 < bytes.endIndex {
          // JSON knows no escaped apostrophe.
          if bytes[place + 1] != UInt8(ascii: "'") { json.append(byte) }
          json.append(bytes[place + 1])
          place += 2
          continue
        }
        if byte == open {
          quote = nil
          json.append(UInt8(ascii: "\""))
        } else if byte == UInt8(ascii: "\"") {
          json += "\\\"".utf8
        } else {
          json.append(byte)
        }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
        json.append(UInt8(ascii: "\""))
      } else if let (word, other) = words.first(where: { bytes[place...].starts(with: $0.0.utf8) }) {
        json += other.utf8
        place += word.utf8.count
        continue
      } else {
        json.append(byte)
      }
      place += 1
    }
    return json
  }

  private static let words = [
    ("None", "null"), ("True", "true"), ("False", "false"), ("nan", "NaN"), ("inf", "Infinity"),
  ]
}
