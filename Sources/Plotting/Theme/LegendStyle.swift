/// How legends look. Distances are in parts of the size of the names; the defaults are matplotlib's.
public struct LegendStyle: Sendable, Equatable {
  /// The names. Default 10 points.
  public var text = TextStyle(size: 10)
  /// The box behind the names. Default white, 0.8 opaque.
  public var fill = Color(grey: 1, alpha: 0.8)
  /// The edge of the box. Default light grey, 0.8 opaque, 1 point wide.
  public var edge = LineStyle(color: Color(grey: 0.8, alpha: 0.8), width: 1)
  /// The radius of the box's corners. Default 0.2.
  public var cornerRadius = 0.2
  /// The distance from the box's edge to what is in it. Default 0.4.
  public var borderPad = 0.4
  /// The distance between rows. Default 0.5.
  public var rowSpacing = 0.5
  /// The distance between columns. Default 2.
  public var columnSpacing = 2.0
  /// The length of a mark's sample. Default 2.
  public var handleLength = 2.0
  /// The height of a mark's sample. Default 0.7.
  public var handleHeight = 0.7
  /// The distance from a sample to its name. Default 0.8.
  public var handleTextPad = 0.8
  /// The distance from the box to the panel's frame. Default 0.5.
  public var axesPad = 0.5

  /// The defaults.
  public init() {}
}
