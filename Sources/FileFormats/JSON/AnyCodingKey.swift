/// Any key of a JSON object, or any place in a list.
package struct AnyCodingKey: CodingKey {
  /// The key, or the place as text.
  package let stringValue: String
  /// The place; nil for a key.
  package let intValue: Int?

  /// A key.
  package init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  /// A place in a list.
  package init(intValue: Int) {
    stringValue = "\(intValue)"
    self.intValue = intValue
  }
}
