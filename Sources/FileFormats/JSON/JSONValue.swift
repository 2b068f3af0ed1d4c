/// Any JSON value, for parts of a document whose form another part of the program knows.
package enum JSONValue: Sendable, Equatable, Codable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number without a fraction that fits.
  case integer(Int)
  /// A number without a fraction that is above the highest `Int`, as seeds may be.
  case unsigned(UInt64)
  /// Any other number.
  case number(Double)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// A long list of numbers, which takes a third of the memory so; only in documents that are read with ``JSON/Lists/packed``.
  case numbers([Double])
  /// An object.
  case object([String: JSONValue])

  /// A whole number: an integer if it fits.
  package init(_ value: UInt64) {
    self = Int(exactly: value).map(JSONValue.integer) ?? .unsigned(value)
  }

  /// Takes what ``JSON`` read; other decoders cannot tell what a value is.
  package init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? JSONValueDecoder else {
      throw DecodingError.typeMismatch(
        JSONValue.self,
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "only JSON holds any value"))
    }
    self = decoder.value
  }

  /// Writes the value as it stands.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .unsigned(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let values): try container.encode(values)
    case .numbers(let values): try container.encode(values)
    case .object(let members): try container.encode(members)
    }
  }

  /// The values of a list; nil for everything else.
  var elements: [JSONValue]? {
    switch self {
    case .array(let elements): elements
    case .numbers(let numbers): numbers.map(JSONValue.number)
    default: nil
    }
  }

  /// The member `name` of an object; nil for everything else.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }
}
