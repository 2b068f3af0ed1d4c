/// The names of a panel's marks.
public struct Legend: Sendable, Equatable {
  /// Where names stand.
  public enum Placement: Sendable, Equatable {
    /// In a box with a sample of each mark, in that corner or edge where it covers the least.
    case box
    /// In a box at a place of the panel.
    case inside(Position)
    /// In a box beside the panel, for which the panel makes room.
    case outside(Side)
    /// Right of the panel, each beside the last point of its line and in its colour; marks that are no lines have none.
    case lineEnds
  }

  /// A place in a panel.
  public enum Position: Sendable, Equatable, CaseIterable {
    /// A corner.
    case topLeft, topRight, bottomLeft, bottomRight
    /// The middle of an edge.
    case top, left, right, bottom
    /// The middle of the panel.
    case center
  }

  /// A side of a panel.
  public enum Side: Sendable, Equatable, CaseIterable {
    /// Right of the panel and of its colour bar, from the top down.
    case right
    /// Below the panel and the label of its axis, centred.
    case below
  }

  /// The size of the names in points, from which all distances follow; nil for the theme's.
  public var fontSize: Double?
  /// Where names stand.
  public var placement: Placement
  /// The number of columns, 1 to 100; nil for one or, if a box is higher than its panel, as many as it takes. Below a panel,
  /// nil is as many as there is room for.
  public var columns: Int?
  // Whether the legend may be empty.
  private(set) var isAutomatic = false

  /// A box if the panel has a mark with a label, and nothing if it has none or is an ``Inset``: what a panel has that states no
  /// legend. `legend: nil` is none at all.
  public static let automatic = {
    var legend = Legend()
    legend.isAutomatic = true
    return legend
  }()

  /// Creates a legend.
  public init(fontSize: Double? = nil, placement: Placement = .box, columns: Int? = nil) {
    self.fontSize = fontSize
    self.placement = placement
    self.columns = columns
  }

  /// The most columns.
  static let mostColumns = 100

  /// Whether the panel has to make room.
  var isOutside: Bool { if case .outside = placement { true } else { false } }
}

extension Legend.Position {
  /// Where the box stands, in parts of the room that it leaves.
  var share: (x: Double, y: Double) {
    switch self {
    case .topLeft: (0, 1)
    case .top: (0.5, 1)
    case .topRight: (1, 1)
    case .left: (0, 0.5)
    case .center: (0.5, 0.5)
    case .right: (1, 0.5)
    case .bottomLeft: (0, 0)
    case .bottom: (0.5, 0)
    case .bottomRight: (1, 0)
    }
  }
}
