/// What the first bytes of a JSON document tell of it: whether it is an object, and which keys it begins with.
struct JSONHead {
  /// The object's own keys as far as they were seen; nil if the document is a list.
  private(set) var keys: [String]?
  /// All keys that were seen, those of objects within included.
  private(set) var allKeys: [String] = []
  /// Those of the keys whose values are lists or objects.
  private(set) var columns: [String] = []
  /// Whether the object ends within the bytes, so that it has no other keys.
  private(set) var isWhole = false

  /// Nil unless the bytes begin an object or a list.
  init?(_ bytes: [UInt8]) {
    // The byte order mark is passed over.
    let start = bytes.firstIndex { !" \t\r\n\u{FEFF}".utf8.contains($0) }
    guard let start, bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "[") else { return nil }
    let isObject = bytes[start] == UInt8(ascii: "{")
    var keys: [String] = []
    var depth = 0
    var isKey = true
    var place = start
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if depth == 2, let key = keys.last { columns.append(key) }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        isWhole = depth == 0
      case UInt8(ascii: ","): isKey = depth == 1
      case UInt8(ascii: "\""):
        var end = place + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
        if end < bytes.count {
          let text = String(decoding: bytes[place + 1..<end], as: UTF8.self)
          if isObject, depth == 1, isKey { keys.append(text) }
          let after = bytes[(end + 1)...].first { $0 != 0x20 }
          if after == UInt8(ascii: ":") { allKeys.append(text) }
        }
        isKey = false
        place = end
      default: break
      }
      if isWhole { break }
      place += 1
    }
    self.keys = isObject ? keys : nil
  }
}
