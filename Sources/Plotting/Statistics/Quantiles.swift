/// Numbers in order, and those that stand at a share of the way through them.
struct Quantiles: Sendable, Equatable {
  let sorted: [Double]

  /// Takes what of `values` can be drawn.
  init(_ values: [Double]) {
    sorted = values.filter { abs($0) <= AxisRange.largestValue }.sorted()
  }

  /// The number at a share of the way, 0 to 1, from the smallest to the largest, as NumPy's `percentile` finds it: on a straight
  /// line between its two neighbours. There has to be at least one.
  func quantile(_ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let index = min(Int(place), sorted.count - 1)
    let next = min(index + 1, sorted.count - 1)
    let (a, b, t) = (sorted[index], sorted[next], place - Double(index))
    // NumPy goes from the nearer one.
    return t < 0.5 ? a + (b - a) * t : b - (b - a) * (1 - t)
  }
}
