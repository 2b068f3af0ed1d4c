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

extension Decoder {
  /// Reads a value of one of the kinds listed.
  package func decodeKind(of kinds: [any Kind.Type]) throws -> any Kind {
    let name = try container(keyedBy: KindKey.self).decode(String.self, forKey: .kind)
    guard let kind = kinds.first(where: { $0.kind == name }) else {
      let known = kinds.map { $0.kind }.joined(separator: ", ")
      throw FieldError(codingPath + [KindKey.kind], "it is \(name), which is none of \(known)")
    }
    return try kind.init(from: self)
  }
}
