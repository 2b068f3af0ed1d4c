/// The fields of one object in JSON, each of which may be left out; anything else in the object is an error, so that a
/// misspelt field is never taken for its default.
package struct Fields<Key: CodingKey & CaseIterable> {
  private let container: KeyedDecodingContainer<Key>

  /// Throws if the object has a field other than `Key`'s and `kind`.
  package init(of decoder: any Decoder, _: Key.Type = Key.self) throws {
    container = try decoder.container(keyedBy: Key.self)
    let known = Key.allCases.map(\.stringValue)
    let given = try decoder.container(keyedBy: AnyKey.self).allKeys
    if let unknown = given.first(where: { $0.stringValue != "kind" && !known.contains($0.stringValue) }) {
      throw DecodingError.field(
        decoder.codingPath + [unknown],
        known.isEmpty ? "there is no such field" : "there is no such field, only \(known.joined(separator: ", "))")
    }
  }

  /// A field's value, or the default if it is left out.
  package func value<Value: Decodable>(_ key: Key, default standard: Value) throws -> Value {
    try container.decodeIfPresent(Value.self, forKey: key) ?? standard
  }

  /// A number in a range, or the default if it is left out.
  package func number<Number: Decodable & Comparable>(
    _ key: Key, default standard: Number, in range: NumberRange<Number>
  ) throws -> Number {
    let number = try value(key, default: standard)
    guard range.contains(number) else { throw error(key, "it is \(number), and must be \(range.words)") }
    return number
  }

  /// A value of one of several kinds, such as an `any Optimizer`; nil if it is left out.
  package func kind<Value>(_ key: Key, of kinds: [any Kind.Type]) throws -> Value? {
    guard container.contains(key) else { return nil }
    return try container.superDecoder(forKey: key).decodeKind(of: kinds)
  }

  /// A value of one of several kinds that cannot be left out.
  package func requiredKind<Value>(_ key: Key, of kinds: [any Kind.Type]) throws -> Value {
    guard let value: Value = try kind(key, of: kinds) else { throw error(key, "it is missing") }
    return value
  }

  /// A list of such values, empty if it is left out.
  package func kinds<Value>(_ key: Key, of kinds: [any Kind.Type]) throws -> [Value] {
    guard container.contains(key) else { return [] }
    var list = try container.nestedUnkeyedContainer(forKey: key)
    var values: [Value] = []
    while !list.isAtEnd { values.append(try list.superDecoder().decodeKind(of: kinds)) }
    return values
  }

  /// What to throw if a field's value cannot be taken.
  package func error(_ key: Key, _ problem: String) -> DecodingError {
    .field(container.codingPath + [key], problem)
  }
}

/// The numbers that a field can have, with their name.
package struct NumberRange<Number: Comparable> {
  fileprivate let words: String
  fileprivate let contains: (Number) -> Bool

  /// From one number to another, both included.
  package static func from(_ least: Number, to most: Number) -> Self {
    Self(words: "from \(least) to \(most)") { (least...most).contains($0) }
  }

  /// From one number to another, which is excluded.
  package static func from(_ least: Number, below bound: Number) -> Self {
    Self(words: "at least \(least) and below \(bound)") { (least..<bound).contains($0) }
  }

  /// From a number on.
  package static func atLeast(_ least: Number) -> Self {
    Self(words: "at least \(least)") { $0 >= least }
  }
}

extension NumberRange where Number: BinaryFloatingPoint {
  /// Finite, from a number on.
  package static func atLeast(_ least: Number) -> Self {
    Self(words: "at least \(least) and finite") { $0 >= least && $0.isFinite }
  }

  /// Finite and above 0.
  package static var positive: Self {
    Self(words: "above 0 and finite") { $0 > 0 && $0.isFinite }
  }
}

/// Any key of an object.
private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// The keys of a value without fields.
package enum NoFields: CodingKey, CaseIterable {
  package init?(stringValue: String) { nil }
  package init?(intValue: Int) { nil }
  package var stringValue: String { switch self {} }
  package var intValue: Int? { switch self {} }
}
