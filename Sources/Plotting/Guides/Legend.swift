/// The names of a panel's marks.
public struct Legend: Sendable, Equatable {
  /// Where names stand.
  public enum Placement: Sendable, Equatable {
    /// In a box with a sample of each mark, in that corner or edge where it covers the least.
    case box
    /// Right of the panel, each beside the last point of its line and in its colour; marks that are no lines have none.
    case lineEnds
  }

  /// The size of the names in points, from which all distances follow; nil for the theme's.
  public var fontSize: Double?
  /// Where names stand.
  public var placement: Placement

  /// Creates a legend.
  public init(fontSize: Double? = nil, placement: Placement = .box) {
    self.fontSize = fontSize
    self.placement = placement
  }
}
