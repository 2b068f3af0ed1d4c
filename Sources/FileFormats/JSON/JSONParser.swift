/// Reads JSON as Python's json module writes it: NaN, Infinity and -Infinity are numbers.
struct JSONParser {
  /// Why bytes are no JSON, and at which of them.
  struct Failure: Error {
    let byte: Int
    let problem: String
  }

  /// Lists and objects may be in each other this deep, so that no file exhausts the stack.
  static let deepest = 512

  let document: [UInt8]
  // Those of the document.
  let bytes: UnsafeBufferPointer<UInt8>
  let lists: JSON.Lists
  var place = 0
  private var depth = 0

  /// The value that a whole file holds; the bytes are UTF-8.
  static func parse(_ document: [UInt8], lists: JSON.Lists = .values) throws(Failure) -> JSONValue {
    let result = document.withUnsafeBufferPointer { bytes -> Result<JSONValue, Failure> in
      var parser = JSONParser(document, bytes, lists: lists)
      do throws(Failure) {
        let value = try parser.value()
        return parser.next() == nil ? .success(value) : .failure(parser.unexpected)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  init(_ document: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, lists: JSON.Lists) {
    self.document = document
    self.bytes = bytes
    self.lists = lists
  }

  var unexpected: Failure { Failure(byte: place, problem: "it is not valid JSON") }

  /// The next byte that is not white space; nil at the end.
  mutating func next() -> UInt8? {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20:
        place += 1
        // Deep lines begin with many.
        while place + 8 <= bytes.count, eightBytes == 0x2020_2020_2020_2020 { place += 8 }
      case 0x09, 0x0a, 0x0d: place += 1
      default: return bytes[place]
      }
    }
    return nil
  }

  private var eightBytes: UInt64 { UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self) }

  mutating func take(_ byte: UInt8) -> Bool {
    guard next() == byte else { return false }
    place += 1
    return true
  }

  mutating func value() throws(Failure) -> JSONValue {
    switch next() {
    case UInt8(ascii: "{"): return try nested { (parser) throws(Failure) in .object(try parser.members()) }
    case UInt8(ascii: "["): return try nested { (parser) throws(Failure) in try parser.elements() }
    case UInt8(ascii: "\""): return .string(try string())
    case (UInt8(ascii: "0")...UInt8(ascii: "9"))?: return try number()
    case UInt8(ascii: "-") where place + 1 < bytes.count && bytes[place + 1] <= UInt8(ascii: "9"):
      return try number()
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

  private mutating func elements() throws(Failure) -> JSONValue {
    var elements: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return .array(elements) }
    repeat {
      elements.append(try value())
      if lists == .packed, elements.count == Self.fewestPacked, let numbers = elements.packed {
        let (numbers, isWhole) = try packedNumbers(after: numbers)
        if isWhole { return .numbers(numbers) }
        elements = numbers.map(JSONValue.number)
        elements.append(try value())
      }
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw unexpected }
    return .array(elements)
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

  /// `true`, `false`, `null` or a number that JSON lacks.
  private mutating func word() throws(Failure) -> JSONValue {
    var end = place
    while end < bytes.count, !isDelimiter(bytes[end]) { end += 1 }
    let value: JSONValue
    switch String(decoding: bytes[place..<end], as: UTF8.self) {
    case "true": value = .bool(true)
    case "false": value = .bool(false)
    case "null": value = .null
    case "NaN": value = .number(.nan)
    case "Infinity": value = .number(.infinity)
    case "-Infinity": value = .number(-.infinity)
    default: throw unexpected
    }
    place = end
    return value
  }

  /// Whether a byte ends a word or a number.
  private func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case ...0x20, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"): true
    default: false
    }
  }

  /// A number in digits, as it is written.
  struct Digits {
    var significand = Significand()
    var exponent = 0
    var isWhole = true
    /// The place behind it.
    var end: Int
  }

  /// The digits that are next, a minus sign before them aside.
  func digits() throws(Failure) -> Digits {
    let raw = UnsafeRawBufferPointer(bytes)
    let start = bytes[place] == UInt8(ascii: "-") ? place + 1 : place
    var digits = Digits(end: start)
    var end = digits.significand.takeDigits(of: raw, from: start)
    guard end > start, bytes[start] != UInt8(ascii: "0") || end == start + 1 else {
      throw unexpected
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      digits.isWhole = false
      let fraction = end + 1
      end = digits.significand.takeDigits(of: raw, from: fraction)
      if end == fraction { throw unexpected }
      digits.exponent = fraction - end
    }
    if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      digits.isWhole = false
      guard let (power, next) = raw.exponentDigits(from: end + 1) else { throw unexpected }
      digits.exponent += power
      end = next
    }
    guard end == bytes.count || isDelimiter(bytes[end]) else { throw unexpected }
    digits.end = end
    return digits
  }

  /// A number in digits.
  private mutating func number() throws(Failure) -> JSONValue {
    let isNegative = bytes[place] == UInt8(ascii: "-")
    let number = try digits()
    let text = bytes[place..<number.end]
    let value: JSONValue
    if number.isWhole, let integer = integer(number.significand, isNegative, text) {
      value = integer
    } else if let magnitude = number.significand.nearestDouble(timesTenTo: number.exponent) {
      value = .number(isNegative ? -magnitude : magnitude)
    } else if let number = Double(String(decoding: text, as: UTF8.self)), number.isFinite {
      value = .number(number)
    } else {
      throw Failure(
        byte: place,
        problem: "\(String(decoding: text.prefix(20), as: UTF8.self)) is too large a number")
    }
    place = number.end
    return value
  }

  /// A number without a fraction that fits. -0 is a number of its own, which integers lack.
  private func integer(
    _ significand: Significand, _ isNegative: Bool, _ digits: Slice<UnsafeBufferPointer<UInt8>>
  ) -> JSONValue? {
    guard let whole = significand.whole else {
      // 20 digits may fit.
      return UInt64(String(decoding: digits, as: UTF8.self)).map(JSONValue.unsigned)
    }
    if !isNegative { return JSONValue(whole) }
    return whole == 0 || whole > Int.min.magnitude
      ? nil : .integer(Int(truncatingIfNeeded: 0 &- whole))
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
