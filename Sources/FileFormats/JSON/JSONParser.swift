/// Reads JSON as Python's json module writes it: NaN, Infinity and -Infinity are numbers.
struct JSONParser {
  /// Why bytes are no JSON, and at which of them.
  struct Failure: Error {
    let byte: Int
    let problem: String
  }

  /// Lists and objects may be in each other this deep, so that no file exhausts the stack.
  static let deepest = 512

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var depth = 0

  /// The value that a whole file holds; the bytes are UTF-8.
  static func parse(_ bytes: [UInt8]) throws(Failure) -> JSONValue {
    let result = bytes.withUnsafeBufferPointer { bytes -> Result<JSONValue, Failure> in
      var parser = JSONParser(bytes: bytes)
      do throws(Failure) {
        let value = try parser.value()
        return parser.next() == nil ? .success(value) : .failure(parser.unexpected)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private var unexpected: Failure { Failure(byte: place, problem: "it is not valid JSON") }

  /// The next byte that is not white space; nil at the end.
  private mutating func next() -> UInt8? {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x09, 0x0a, 0x0d: place += 1
      default: return bytes[place]
      }
    }
    return nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next() == byte else { return false }
    place += 1
    return true
  }

  private mutating func value() throws(Failure) -> JSONValue {
    switch next() {
    case UInt8(ascii: "{"): return try nested { (parser) throws(Failure) in .object(try parser.members()) }
    case UInt8(ascii: "["): return try nested { (parser) throws(Failure) in .array(try parser.elements()) }
    case UInt8(ascii: "\""): return .string(try string())
    case nil: throw unexpected
    default: return try word()
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(Failure) -> JSONValue
  ) throws(Failure) -> JSONValue {
    guard depth < Self.deepest else {
      throw Failure(byte: place, problem: "it is not valid JSON, or nested more than \(Self.deepest) deep")
    }
    depth += 1
    place += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  private mutating func elements() throws(Failure) -> [JSONValue] {
    var elements: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return elements }
    repeat { elements.append(try value()) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw unexpected }
    return elements
  }

  /// Of several members with one name, the last counts.
  private mutating func members() throws(Failure) -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    if take(UInt8(ascii: "}")) { return members }
    repeat {
      guard next() == UInt8(ascii: "\"") else { throw unexpected }
      let name = try string()
      guard take(UInt8(ascii: ":")) else { throw unexpected }
      members[name] = try value()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw unexpected }
    return members
  }

  /// `true`, `false`, `null` or a number.
  private mutating func word() throws(Failure) -> JSONValue {
    var end = place
    scan: while end < bytes.count {
      switch bytes[end] {
      case ...0x20, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"): break scan
      default: end += 1
      }
    }
    let word = UnsafeBufferPointer(rebasing: bytes[place..<end])
    let value: JSONValue
    switch word.first ?? 0 {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = try number(word)
    case UInt8(ascii: "-") where word.count > 1 && word[1] <= UInt8(ascii: "9"): value = try number(word)
    default:
      switch String(decoding: word, as: UTF8.self) {
      case "true": value = .bool(true)
      case "false": value = .bool(false)
      case "null": value = .null
      case "NaN": value = .number(.nan)
      case "Infinity": value = .number(.infinity)
      case "-Infinity": value = .number(-.infinity)
      default: throw unexpected
      }
    }
    place = end
    return value
  }

  private func number(_ word: UnsafeBufferPointer<UInt8>) throws(Failure) -> JSONValue {
    guard let isWhole = Self.isWholeNumber(word) else { throw unexpected }
    // -0 is a number of its own, which integers lack.
    if isWhole, !word.elementsEqual("-0".utf8) {
      // No overflow in 18 digits.
      if word.count <= 18 {
        let isNegative = word[0] == UInt8(ascii: "-")
        var value = 0
        for digit in word.dropFirst(isNegative ? 1 : 0) { value = value * 10 + Int(digit - UInt8(ascii: "0")) }
        return .integer(isNegative ? -value : value)
      }
      let text = String(decoding: word, as: UTF8.self)
      if let value = Int(text) { return .integer(value) }
      if let value = UInt64(text) { return .unsigned(value) }
    }
    guard let value = UnsafeRawBufferPointer(word).decimalNumber, value.isFinite else {
      throw Failure(
        byte: place, problem: "\(String(decoding: word.prefix(20), as: UTF8.self)) is too large a number")
    }
    return .number(value)
  }

  /// Whether a number has neither fraction nor exponent; nil if the bytes are no number.
  private static func isWholeNumber(_ word: UnsafeBufferPointer<UInt8>) -> Bool? {
    var place = 0
    func digits() -> Int {
      let start = place
      while place < word.count, word[place] &- UInt8(ascii: "0") <= 9 { place += 1 }
      return place - start
    }
    func take(_ some: UInt8, or other: UInt8) -> Bool {
      guard place < word.count, word[place] == some || word[place] == other else { return false }
      place += 1
      return true
    }
    _ = take(UInt8(ascii: "-"), or: UInt8(ascii: "-"))
    let startsWithZero = place < word.count && word[place] == UInt8(ascii: "0")
    let whole = digits()
    if whole == 0 || (startsWithZero && whole > 1) { return nil }
    if place == word.count { return true }
    if take(UInt8(ascii: "."), or: UInt8(ascii: ".")), digits() == 0 { return nil }
    if take(UInt8(ascii: "e"), or: UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "-"), or: UInt8(ascii: "+"))
      if digits() == 0 { return nil }
    }
    return place == word.count ? false : nil
  }

  /// The text whose opening quote is next.
  private mutating func string() throws(Failure) -> String {
    place += 1
    var text = ""
    var start = place
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        text += String(decoding: bytes[start..<place], as: UTF8.self)
        place += 1
        return text
      case UInt8(ascii: "\\"):
        text += String(decoding: bytes[start..<place], as: UTF8.self)
        text.unicodeScalars.append(try escaped())
        start = place
      case ..<0x20: throw unexpected
      default: place += 1
      }
    }
    throw unexpected
  }

  /// The character that a backslash begins.
  private mutating func escaped() throws(Failure) -> Unicode.Scalar {
    let backslash = place
    guard place + 1 < bytes.count else {
      place = bytes.count
      throw unexpected
    }
    place += 2
    switch bytes[place - 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      // Characters above U+FFFF are two, a high and a low half.
      if (0xd800..<0xdc00).contains(code), bytes[place...].starts(with: "\\u".utf8) {
        place += 2
        let low = try hexadecimal()
        if (0xdc00..<0xe000).contains(low) { code = 0x10000 + (code - 0xd800) << 10 + (low - 0xdc00) }
      }
      guard let scalar = Unicode.Scalar(code) else {
        throw Failure(byte: backslash, problem: "half of a character stands alone")
      }
      return scalar
    default:
      place = backslash
      throw unexpected
    }
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    let digits = bytes[place...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw unexpected }
    place += 4
    return code
  }
}
