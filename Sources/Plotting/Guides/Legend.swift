/// The names of a panel's marks, in that corner or edge where they cover the least.
public struct Legend: Sendable, Equatable {
  /// The size of the names in points, from which all distances follow; nil for the theme's.
  public var fontSize: Double?

  /// Creates a legend.
  public init(fontSize: Double? = nil) {
    self.fontSize = fontSize
  }
}
