/// A table of numbers as coloured cells, each one unit wide and high, the first row at the top.
public struct Heatmap: Sendable, Equatable {
  /// Rows of cells.
  public let rows: Int
  /// Columns of cells.
  public let columns: Int
  /// The numbers, row by row; a cell that is not finite stays empty.
  public let values: [Double]
  /// What is written in each cell, row by row; empty for nothing.
  public var annotations: [String]
  /// The size of annotations in points; nil for the theme's. Where they do not fit they are made smaller, then left out.
  public var annotationSize: Double?
  /// The colours of the smallest to the largest number.
  public var colorMap: ColorMap

  /// Takes `rows * columns` numbers; missing ones stay empty.
  public init(
    rows: Int, columns: Int, values: [Double], annotations: [String] = [], annotationSize: Double? = nil,
    colorMap: ColorMap = .blues
  ) {
    self.rows = max(rows, 1)
    self.columns = max(columns, 1)
    let count = self.rows * self.columns
    self.values = Array(values.prefix(count)) + Array(repeating: .nan, count: max(0, count - values.count))
    self.annotations = annotations
    self.annotationSize = annotationSize
    self.colorMap = colorMap
  }

  /// The range of the numbers, which the colours span.
  var valueRange: AxisRange {
    AxisRange(of: values) ?? AxisRange(lower: 0, upper: 1)
  }

  /// The colour of a cell; nil where it stays empty.
  func color(_ value: Double, in range: AxisRange) -> Color? {
    guard value.isFinite else { return nil }
    return colorMap.color(at: range.length > 0 ? (value - range.lower) / range.length : 0)
  }
}

extension Heatmap: DrawableMark {
  /// Draws the cells, each from whole pixel to whole pixel so that no seams show.
  func draw(in area: MarkArea, on canvas: borrowing RasterCanvas) {
    func edge(_ position: Double) -> Int { Int(Snapping.round(position)) }
    let range = valueRange
    let xs = (0...columns).map { edge(area.scale.x(Double($0), in: area.frame)) }
    let ys = (0...rows).map { edge(area.down(area.scale.y(Double($0), in: area.frame))) }
    for (index, value) in values.enumerated() {
      guard let color = color(value, in: range) else { continue }
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      canvas.fill(left: xs[column], top: ys[row], right: xs[column + 1], bottom: ys[row + 1], color: color)
    }
  }
}
