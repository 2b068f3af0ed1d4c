/// How colour bars look; the defaults are seaborn's.
public struct ColorBarStyle: Sendable, Equatable {
  /// The edge around the bar; nil, the default, for none.
  public var outline: LineStyle?
  /// The share of the panel's width that is set aside for the bar. Default 0.15.
  public var widthShare = 0.15
  /// The share of the panel's width that is set aside for the gap before the bar. Default 0.05.
  public var gapShare = 0.05
  /// The bar's height divided by its width. Default 20.
  public var aspect = 20.0

  /// The defaults.
  public init() {}
}
