/// A value of one of several kinds, such as an optimizer: in JSON `{"kind": "adam", …}` with its fields beside the kind.
package protocol Kind: Codable, Sendable, Equatable {
  /// The kind's name in JSON, such as `adam`.
  static var kind: String { get }
}

extension Kind {
  /// Whether two values are of the same kind and equal.
  package func equals(_ other: any Kind) -> Bool {
    other as? Self == self
  }
}

private enum KindKey: String, CodingKey { case kind }

extension Encoder {
  /// Writes a value's fields and its kind.
  package func encode(kindOf value: any Kind) throws {
    try value.encode(to: self)
    var container = container(keyedBy: KindKey.self)
    try container.encode(type(of: value).kind, forKey: .kind)
  }
}

extension KeyedEncodingContainer {
  /// Writes a value with its kind as a field.
  package mutating func encode(kindOf value: any Kind, forKey key: Key) throws {
    try superEncoder(forKey: key).encode(kindOf: value)
  }

  /// Writes values with their kinds as a list.
  package mutating func encode(kindsOf values: [any Kind], forKey key: Key) throws {
    var list = nestedUnkeyedContainer(forKey: key)
    for value in values { try list.superEncoder().encode(kindOf: value) }
  }
}

extension Decoder {
  /// Reads a value of one of the kinds listed, all of which are a `Value`.
  package func decodeKind<Value>(of kinds: [any Kind.Type]) throws -> Value {
    let name = try container(keyedBy: KindKey.self).decode(String.self, forKey: .kind)
    guard let kind = kinds.first(where: { $0.kind == name }) else {
      let known = kinds.map { $0.kind }.joined(separator: ", ")
      throw DecodingError.field(codingPath + [KindKey.kind], "it is \(name), which is none of \(known)")
    }
    guard let value = try kind.init(from: self) as? Value else {
      throw DecodingError.field(codingPath + [KindKey.kind], "\(name) is of another sort")
    }
    return value
  }
}
