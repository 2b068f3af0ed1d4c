/// A small panel upon another one.
public struct Inset: Sendable, Equatable {
  /// The small panel.
  public var axes: Axes
  /// Where its lower left corner is, in parts of the large panel's width and height, from its lower left corner; -10 to 10.
  public var x: Double
  /// How far up its lower left corner is.
  public var y: Double
  /// Its width, in parts of the large panel's; 0.01 to 10.
  public var width: Double
  /// Its height, in parts of the large panel's; 0.01 to 10.
  public var height: Double
  /// Whether a box in the large panel, and lines to it, show what the small one magnifies.
  public var showsZoom: Bool

  /// Creates a small panel at a place of a large one.
  public init(_ axes: Axes, x: Double, y: Double, width: Double, height: Double, showsZoom: Bool = false) {
    self.axes = axes
    self.x = x
    self.y = y
    self.width = width
    self.height = height
    self.showsZoom = showsZoom
  }
}
