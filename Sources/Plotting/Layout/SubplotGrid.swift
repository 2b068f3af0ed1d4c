/// Where the panels of a grid stand, in parts of the figure's size from its bottom left corner.
struct SubplotGrid: Sendable, Equatable {
  var rows: Int
  var columns: Int
  var left = 0.125
  var bottom = 0.11
  var right = 0.9
  var top = 0.88
  /// Gaps between columns and rows, in parts of a panel's width and height.
  var widthGap = 0.2
  var heightGap = 0.2

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }

  /// The cell in `row`, counted from the top, and `column`.
  func cell(row: Int, column: Int) -> Rect {
    let x = Self.spans(from: right - left, shares: Array(repeating: 1, count: columns), gap: widthGap)[column]
    let y = Self.spans(from: top - bottom, shares: Array(repeating: 1, count: rows), gap: heightGap)[row]
    return Rect(minX: left + x.start, minY: top - y.end, maxX: left + x.end, maxY: top - y.start)
  }

  /// The spans of cells whose sizes are as `shares`, with a gap in parts of the mean size between them.
  static func spans(from total: Double, shares: [Double], gap: Double) -> [(start: Double, end: Double)] {
    let count = Double(shares.count)
    let cell = total / (count + gap * (count - 1))
    let unit = cell * count / shares.reduce(0, +)
    var position = 0.0
    return shares.enumerated().map { index, share in
      if index > 0 { position += gap * cell }
      let start = position
      position += share * unit
      return (start, position)
    }
  }
}
