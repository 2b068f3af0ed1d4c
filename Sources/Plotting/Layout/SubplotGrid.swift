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

  /// The sizes of columns and rows in parts of each other.
  var widths: [Double]
  var heights: [Double]

  init(rows: Int, columns: Int, widths: [Double] = [], heights: [Double] = []) {
    self.rows = rows
    self.columns = columns
    self.widths = widths.count == columns ? widths : Array(repeating: 1, count: columns)
    self.heights = heights.count == rows ? heights : Array(repeating: 1, count: rows)
  }

  /// The cell in `row`, counted from the top, and `column`.
  func cell(row: Int, column: Int) -> Rect {
    cell(GridFlow.Cell(rows: row..<row + 1, columns: column..<column + 1))
  }

  /// The box of some cells with the gaps between them.
  func cell(_ cell: GridFlow.Cell) -> Rect {
    let x = Self.spans(from: right - left, shares: widths, gap: widthGap)[cell.columns]
    let y = Self.spans(from: top - bottom, shares: heights, gap: heightGap)[cell.rows]
    return Rect(
      minX: left + (x.first?.start ?? 0), minY: top - (y.last?.end ?? 0), maxX: left + (x.last?.end ?? 0),
      maxY: top - (y.first?.start ?? 0))
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
