/// How many points lie in each of a grid of hexagons, as matplotlib's `hexbin` counts them.
struct HexagonalBinning: Sendable, Equatable {
  let centers: [Point]
  let counts: [Int]
  /// The corners of a hexagon around its centre.
  let corners: [Point]

  /// The most hexagons across and upwards.
  static let most = 2000

  /// Counts the points of which both numbers can be drawn, in `columns` hexagons across and `rows` upwards.
  init(x: [Double], y: [Double], columns: Int, rows: Int) {
    let points = zip(x, y).filter { abs($0) <= AxisRange.largestValue && abs($1) <= AxisRange.largestValue }
    func range(_ values: [Double]) -> AxisRange {
      (AxisRange(of: values) ?? AxisRange(lower: 0, upper: 1)).widened(expander: 0.1)
    }
    var across = range(points.map(\.0))
    let upwards = range(points.map(\.1))
    // The hexagons cover the range exactly, so that rounding could lose its ends.
    let padding = 1e-9 * across.length
    across = AxisRange(lower: across.lower - padding, upper: across.upper + padding)
    let (width, height) = (across.length / Double(columns), upwards.length / Double(rows))
    // Two grids of centres, one half a step right of the other and above it: of the two nearest ones the nearer counts.
    var counts = Array(repeating: 0, count: (columns + 1) * (rows + 1))
    var others = Array(repeating: 0, count: columns * rows)
    for (x, y) in points {
      let (column, row) = ((x - across.lower) / width, (y - upwards.lower) / height)
      let (i, j) = (column.rounded(.toNearestOrEven), row.rounded(.toNearestOrEven))
      let (k, l) = (column.rounded(.down), row.rounded(.down))
      let one = (column - i) * (column - i) + 3 * (row - j) * (row - j)
      let other = (column - k - 0.5) * (column - k - 0.5) + 3 * (row - l - 0.5) * (row - l - 0.5)
      if one < other {
        guard i >= 0, j >= 0, i <= Double(columns), j <= Double(rows) else { continue }
        counts[Int(i) * (rows + 1) + Int(j)] += 1
      } else {
        guard k >= 0, l >= 0, k < Double(columns), l < Double(rows) else { continue }
        others[Int(k) * rows + Int(l)] += 1
      }
    }
    func place(_ column: Double, _ row: Double) -> Point {
      Point(x: column * width + across.lower, y: row * height + upwards.lower)
    }
    self.counts = counts + others
    centers =
      (0...columns).flatMap { column in (0...rows).map { place(Double(column), Double($0)) } }
      + (0..<columns).flatMap { column in (0..<rows).map { place(Double(column) + 0.5, Double($0) + 0.5) } }
    corners = [(0.5, -0.5), (0.5, 0.5), (0, 1), (-0.5, 0.5), (-0.5, -0.5), (0, -1)].map {
      Point(x: $0.0 * width, y: $0.1 * height / 3)
    }
  }
}
