/// One of a panel's two axes.
enum AxisDirection: String, Sendable {
  case x, y
}

extension Axes {
  /// The scale of an axis: its own, or one of bands where bars have names, else linear.
  func scale(_ direction: AxisDirection) -> Scale {
    if let scale = (direction == .x ? x : y).scale { return scale }
    for case .bars(let bars) in marks {
      if let names = bars.categories, bars.categoryAxis == direction { return .band(names) }
    }
    return .linear
  }
}
