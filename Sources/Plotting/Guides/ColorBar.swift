/// The scale of a heatmap's colours, at the right of its panel.
public struct ColorBar: Sendable, Equatable {
  /// What the colours stand for.
  public var label: Label?

  /// Creates a colour bar.
  public init(label: Label? = nil) {
    self.label = label
  }

  /// The share of the panel's width that is set aside for the bar, and for the gap before it.
  static let widthShare = 0.15
  static let gapShare = 0.05
  /// The bar's height divided by its width.
  static let aspect = 20.0
}
