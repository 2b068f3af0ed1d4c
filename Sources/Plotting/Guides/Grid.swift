/// Lines across a panel at every tick, behind the marks.
public struct Grid: Sendable, Equatable {
  /// The opacity of the theme's grid colour, 0 to 1.
  public var opacity: Double

  /// Creates a grid.
  public init(opacity: Double = 1) {
    self.opacity = opacity
  }
}
