/// The scale of colours that stand for numbers, at the right of its panel and of what else stands there. If marks have different
/// scales of colours, each has a bar.
public struct ColorBar: Sendable, Equatable {
  /// What the colours of the first scale stand for; nil for what the scale says itself, ``ColorScale/label``.
  public var label: Label?

  /// Creates a colour bar.
  public init(label: Label? = nil) {
    self.label = label
  }
}
