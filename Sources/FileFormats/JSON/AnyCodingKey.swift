/// Any key of a JSON object, or any place in a list.
public struct AnyCodingKey: CodingKey {
  /// The key, or the place as text.
  public let stringValue: String
  /// The place; nil for a key.
  public let intValue: Int?

  /// A key.
  public init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  /// A place in a list.
  public init(intValue: Int) {
    stringValue = "\(intValue)"
    self.intValue = intValue
  }
}
