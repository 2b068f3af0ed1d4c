import FoundationEssentials

/// Decodes values from parsed JSON. Unlike Foundation's decoder it names the field of a number that does not fit.
struct JSONValueDecoder: Decoder {
  let value: JSONValue
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = value else { throw mismatch([String: JSONValue].self, "an object") }
    return KeyedDecodingContainer(Keyed(members: members, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let elements = value.elements else { throw mismatch([JSONValue].self, "a list") }
    return Unkeyed(elements: elements, codingPath: codingPath)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if type == Data.self, let data = try bytes() as? Value { return data }
    if type == [Double].self, let numbers = try numbers() as? Value { return numbers }
    return try Value(from: self)
  }

  /// Bytes are texts in base64.
  private func bytes() throws -> Data {
    guard let data = Data(base64Encoded: try decode(String.self)) else { throw corrupted("it is not base64") }
    return data
  }

  /// Numbers are taken without a container, of which long lists would need one each.
  private func numbers() throws -> [Double] {
    if case .numbers(let numbers) = value { return numbers }
    guard case .array(let elements) = value else { throw mismatch([JSONValue].self, "a list") }
    var numbers: [Double] = []
    numbers.reserveCapacity(elements.count)
    for element in elements {
      guard let number = element.double else {
        let path = codingPath + [AnyCodingKey(intValue: numbers.count)]
        throw JSONValueDecoder(value: element, codingPath: path).mismatch(Double.self, "a number")
      }
      numbers.append(number)
    }
    return numbers
  }

  private func mismatch(_ type: Any.Type, _ expected: String) -> DecodingError {
    let found =
      switch value {
      case .null: "null"
      case .bool: "true or false"
      case .integer, .unsigned, .number: "a number"
      case .string: "a text"
      case .array, .numbers: "a list"
      case .object: "an object"
      }
    return DecodingError.typeMismatch(
      type,
      DecodingError.Context(
        codingPath: codingPath, debugDescription: "its value is of another type: \(found), not \(expected)"))
  }

  private func corrupted(_ problem: String) -> DecodingError {
    DecodingError.dataCorrupted(DecodingError.Context(codingPath: codingPath, debugDescription: problem))
  }
}

extension JSONValueDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { value == .null }

  func decode(_ type: Bool.Type) throws -> Bool {
    guard case .bool(let value) = value else { throw mismatch(type, "true or false") }
    return value
  }

  func decode(_ type: String.Type) throws -> String {
    guard case .string(let value) = value else { throw mismatch(type, "a text") }
    return value
  }

  func decode(_ type: Double.Type) throws -> Double {
    guard let number = value.double else { throw mismatch(type, "a number") }
    return number
  }

  func decode(_ type: Float.Type) throws -> Float {
    let number = try decode(Double.self)
    let value = Float(number)
    guard value.isFinite || !number.isFinite else { throw corrupted("\(number) is too large a number") }
    return value
  }

  func decode<Integer: FixedWidthInteger & Decodable>(_ type: Integer.Type) throws -> Integer {
    let (integer, text): (Integer?, String) =
      switch value {
      case .integer(let value): (Integer(exactly: value), "\(value)")
      case .unsigned(let value): (Integer(exactly: value), "\(value)")
      case .number(let value): (Integer(exactly: value), "\(value)")
      default: throw mismatch(type, "a number")
      }
    guard let integer else {
      throw corrupted("\(text) is not a whole number from \(Integer.min) to \(Integer.max)")
    }
    return integer
  }
}

extension JSONValue {
  /// The number that a value is; nil if it is none. What JSON has no numbers for are the texts `NaN`, `Infinity` and
  /// `-Infinity`.
  var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .unsigned(let value): Double(value)
    case .number(let value): value
    case .string("NaN"): .nan
    case .string("Infinity"): .infinity
    case .string("-Infinity"): -.infinity
    default: nil
    }
  }
}

/// The members of an object.
private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let members: [String: JSONValue]
  let codingPath: [any CodingKey]
  var allKeys: [Key] { members.keys.sorted().compactMap(Key.init(stringValue:)) }

  func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try decoder(key).decodeNil() }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    let decoder = try decoder(key)
    if decoder.value == .null, !(type is any ExpressibleByNilLiteral.Type), type != JSONValue.self {
      throw DecodingError.valueNotFound(
        type, DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "it is null"))
    }
    return try decoder.decode(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { JSONValueDecoder(value: .object(members), codingPath: codingPath) }

  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

  private func decoder(_ key: Key) throws -> JSONValueDecoder {
    guard let value = members[key.stringValue] else {
      throw DecodingError.keyNotFound(
        key, DecodingError.Context(codingPath: codingPath, debugDescription: "it is missing"))
    }
    return JSONValueDecoder(value: value, codingPath: codingPath + [key])
  }
}

/// The elements of a list.
private struct Unkeyed: UnkeyedDecodingContainer {
  let elements: [JSONValue]
  let codingPath: [any CodingKey]
  var currentIndex = 0

  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex == elements.count }

  init(elements: [JSONValue], codingPath: [any CodingKey]) {
    self.elements = elements
    self.codingPath = codingPath
  }

  mutating func decodeNil() throws -> Bool {
    guard try peek().decodeNil() else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value = try peek().decode(type)
    currentIndex += 1
    return value
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    let container = try peek().container(keyedBy: type)
    currentIndex += 1
    return container
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let container = try peek().unkeyedContainer()
    currentIndex += 1
    return container
  }

  mutating func superDecoder() throws -> any Decoder {
    let decoder = try peek()
    currentIndex += 1
    return decoder
  }

  private func peek() throws -> JSONValueDecoder {
    let path = codingPath + [AnyCodingKey(intValue: currentIndex)]
    guard elements.indices.contains(currentIndex) else {
      throw DecodingError.valueNotFound(
        JSONValue.self, DecodingError.Context(codingPath: path, debugDescription: "it is missing"))
    }
    return JSONValueDecoder(value: elements[currentIndex], codingPath: path)
  }
}
