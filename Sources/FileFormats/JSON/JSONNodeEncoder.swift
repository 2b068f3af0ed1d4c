import FoundationEssentials

/// Encodes values into nodes. Unlike Foundation's encoder it takes lists of numbers as they are.
struct JSONNodeEncoder: Encoder {
  let node: JSONNode
  var codingPath: [any CodingKey] = []
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.makeObject()
    return KeyedEncodingContainer(Keyed(node: node, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.makeList()
    return Unkeyed(node: node, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension JSONNodeEncoder: SingleValueEncodingContainer {
  func encodeNil() { node.set(.word("null")) }

  func encode(_ value: Bool) { node.set(.word(value ? "true" : "false")) }

  func encode(_ value: String) { node.set(.text(value)) }

  func encode(_ value: Double) { encode(floating: value) }

  func encode(_ value: Float) { encode(floating: value) }

  func encode(_ value: some FixedWidthInteger & Encodable) { node.set(.word(value.description)) }

  /// Bytes are texts in base64.
  func encode<Value: Encodable>(_ value: Value) throws {
    if Value.self == [Double].self, let numbers = value as? [Double] {
      node.set(.numbers(numbers))
    } else if Value.self == [Int].self, let integers = value as? [Int] {
      node.set(.integers(integers))
    } else if Value.self == Data.self, let data = value as? Data {
      node.set(.text(data.base64EncodedString()))
    } else {
      try value.encode(to: self)
    }
  }

  /// What JSON has no numbers for are the texts `NaN`, `Infinity` and `-Infinity`.
  private func encode(floating value: some BinaryFloatingPoint & LosslessStringConvertible) {
    guard value.isFinite else {
      node.set(.text(value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity"))
      return
    }
    let text = value.description
    node.set(.word(text.hasSuffix(".0") ? String(text.dropLast(2)) : text))
  }
}

/// The members of an object.
private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: JSONNode
  let codingPath: [any CodingKey]

  func encodeNil(forKey key: Key) { encoder(key).encodeNil() }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try encoder(key).encode(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    encoder(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder(AnyCodingKey(stringValue: "super")) }

  func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }

  private func encoder(_ key: some CodingKey) -> JSONNodeEncoder {
    JSONNodeEncoder(node: node.member(key.stringValue), codingPath: codingPath + [key])
  }
}

/// The values of a list.
private struct Unkeyed: UnkeyedEncodingContainer {
  let node: JSONNode
  let codingPath: [any CodingKey]

  var count: Int { node.count }

  func encodeNil() { encoder().encodeNil() }

  func encode<Value: Encodable>(_ value: Value) throws { try encoder().encode(value) }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    encoder().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder().unkeyedContainer() }

  func superEncoder() -> any Encoder { encoder() }

  private func encoder() -> JSONNodeEncoder {
    let key = AnyCodingKey(intValue: count)
    return JSONNodeEncoder(node: node.element(), codingPath: codingPath + [key])
  }
}
