/// The scale of colours that stand for numbers, at the right of its panel.
public struct ColorBar: Sendable, Equatable {
  /// What the colours stand for.
  public var label: Label?

  /// Creates a colour bar.
  public init(label: Label? = nil) {
    self.label = label
  }
}
