/// The sizes and colours that a figure does not state itself. The defaults are matplotlib's.
///
/// Lengths are in points (1/72 inch) where nothing else is said.
public struct Theme: Sendable, Equatable {
  /// The size of plain text.
  public var fontSize = 10.0
  /// The distance from a panel's top to its title.
  public var titlePad = 6.0
  /// The distance from tick labels to an axis' label.
  public var labelPad = 4.0
  /// The width of a panel's frame, of ticks and of grid lines.
  public var axesLineWidth = 0.8
  /// The length of a tick.
  public var tickLength = 3.5
  /// The distance from a tick to its label.
  public var tickPad = 3.5
  /// The colour of grid lines, made fainter by the grid's own opacity.
  public var gridColor = Color(hex: 0xB0B0B0)
  /// The space that is left around and between panels, in parts of `fontSize`.
  public var layoutPad = 1.08
  /// The space that is left around the finished figure, in inches.
  public var pagePad = 0.1
  /// The share of the data's range that is added on both sides of an axis.
  public var dataMargin = 0.05
  /// The density at which margins are measured, in dots an inch; it differs from the picture's own.
  ///
  /// matplotlib lays panels out at the figure's density (100) and draws at the file's, so hinted text that is
  /// measured at the latter would move everything by a few pixels.
  public var layoutDPI = 100.0

  /// The defaults.
  public init() {}
}
