/// The levels of contours, as matplotlib's `ContourSet` chooses them.
enum ContourLevels {
  /// The most levels that are asked for.
  static let most = 1000

  /// About `count` round numbers that span `range`.
  static func levels(in range: AxisRange, count: Int) -> [Double] {
    let levels = TickLocator.ofLevels(steps: count + 1).ticks(in: range)
    let first = levels.lastIndex { $0 < range.lower } ?? 0
    let end = levels.firstIndex { $0 > range.upper }.map { $0 + 1 } ?? levels.count
    return end - first < 3 ? levels : Array(levels[first..<end])
  }
}
