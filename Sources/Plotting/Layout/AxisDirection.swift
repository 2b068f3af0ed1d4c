/// One of a panel's two axes.
public enum AxisDirection: String, Sendable {
  /// The horizontal one.
  case x
  /// The vertical one.
  case y
}

extension Axes {
  /// One of the axes.
  func axis(_ direction: AxisDirection) -> Axis { direction == .x ? x : y }

  /// Whether an axis shows cells that have no names, and its ticks count them.
  func countsCells(_ direction: AxisDirection) -> Bool {
    guard axis(direction).scale == nil, scale(direction) == .linear else { return false }
    return marks.contains { $0.drawable is Heatmap && $0.drawable.extent(direction, on: .linear).cells != nil }
  }

  /// The scale of an axis: its own, or one of bands if bars, boxes or violins have names, else linear. Names that an axis
  /// of bands lacks join it.
  func scale(_ direction: AxisDirection) -> Scale {
    let stated = axis(direction).scale
    switch stated {
    case .linear, .log, .symlog, .power, .date: return stated ?? .linear
    case .band: break
    case nil:
      let hasNames = marks.contains { mark in
        mark.categorical.map { $0.categoryAxis == direction && $0.categories != nil } ?? false
      }
      if !hasNames { return .linear }
    }
    return .band(CategoryNames(self, direction).names)
  }
}
