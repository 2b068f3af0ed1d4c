/// A table of numbers as coloured cells, each one unit wide and high, the first row at the top.
public struct Heatmap: Sendable, Equatable {
  /// Rows of cells, at least one.
  public let rows: Int
  /// Columns of cells, at least one.
  public let columns: Int
  /// The numbers, row by row, `rows * columns`; a cell that is not finite stays empty. Drawing throws where there are more or
  /// fewer.
  public let values: [Double]
  /// What is written in each cell, row by row, on one line or more; empty for nothing.
  public var annotations: [String]
  /// The size of annotations in points; nil for the theme's. Where they do not fit they are made smaller, then left out.
  public var annotationSize: Double?
  /// The colours of the smallest to the largest number.
  public var colorMap: ColorMap
  /// The numbers of the first and the last colour, beyond which these go on; nil for the smallest and the largest.
  public var limits: ClosedRange<Double>?
  /// The number of the middle colour of a diverging colour map, from which the colours reach as far up as down; nil for the
  /// middle between the first and the last.
  public var center: Double?
  /// What the numbers are: the colour bar's label where it has none, and for those who cannot see the figure.
  public var label: String?

  /// A table of `rows * columns` numbers.
  public init(
    rows: Int, columns: Int, values: [Double], annotations: [String] = [], annotationSize: Double? = nil,
    colorMap: ColorMap = .blues, limits: ClosedRange<Double>? = nil, center: Double? = nil, label: String? = nil
  ) {
    self.rows = rows
    self.columns = columns
    self.values = values
    self.annotations = annotations
    self.annotationSize = annotationSize
    self.colorMap = colorMap
    self.limits = limits
    self.center = center
    self.label = label
  }

  /// The range of the numbers, which the colours span.
  var valueRange: AxisRange {
    let shown =
      limits.flatMap { AxisRange(of: [$0.lowerBound, $0.upperBound]) } ?? AxisRange(of: values)
      ?? AxisRange(lower: 0, upper: 1)
    guard let center, abs(center) <= AxisRange.largestValue else { return shown }
    let reach = max(abs(shown.upper - center), abs(shown.lower - center))
    return AxisRange(lower: center - reach, upper: center + reach)
  }

  /// The colour of a cell; nil where it stays empty.
  func color(_ value: Double, in range: AxisRange) -> Color? {
    guard value.isFinite else { return nil }
    return colorMap.color(at: range.length > 0 ? (value - range.lower) / range.length : 0)
  }
}

extension Heatmap: DrawableMark {
  /// More cells are drawn as pixels, since each as a shape of its own would take long.
  static let mostShapes = 10_000
  /// The most rows and columns.
  static let largestSide = 10_000

  var kind: String { "heatmap" }
  var parts: [MarkPart] { [] }
  var isBackground: Bool { true }
  var growsDownwards: Bool { true }

  var problem: String? {
    guard (1...Self.largestSide).contains(rows), (1...Self.largestSide).contains(columns) else {
      return "\(rows) rows and \(columns) columns are not within 1...\(Self.largestSide)"
    }
    return rows * columns == values.count ? nil : "\(values.count) values for \(rows) x \(columns) cells"
  }

  var summary: String {
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let most = finite.max() else { return "\(rows) x \(columns) empty cells" }
    return "\(rows) x \(columns) cells between \(NumberSummary.text(least)) and \(NumberSummary.text(most))"
  }

  func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    let edges = AxisRange(lower: 0, upper: Double(direction == .x ? columns : rows))
    return DataExtent(sticky: [edges.lower, edges.upper], cells: edges)
  }

  /// Draws the cells, each from whole pixel to whole pixel so that no seams show.
  func draw(in area: MarkArea, on canvas: any Canvas) throws(PlottingError) {
    // Far outside of the frame all edges are alike.
    func edge(_ position: Double) -> Int { Int(Snapping.round(min(max(position, -100_000), 100_000))) }
    let range = valueRange
    let xs = (0...columns).map { edge(area.scale.x(edge: Double($0), in: area.frame)) }
    let ys = (0...rows).map { edge(area.down(area.scale.y(edge: Double($0), in: area.frame))) }
    // A tenth of a cell at most, and the same between all of them: none between cells of a few pixels.
    let sides = [xs, ys].flatMap { edges in zip(edges, edges.dropFirst()).map { $1 - $0 } }
    let gap = min(Int(area.pixels(area.theme.marks.cellGap).rounded()), (sides.min() ?? 0) / 10)
    area.clip(on: canvas)
    if values.count <= Self.mostShapes {
      for (index, value) in values.enumerated() {
        guard let color = color(value, in: range) else { continue }
        let (row, column) = index.quotientAndRemainder(dividingBy: columns)
        let (right, bottom) = (xs[column + 1], ys[row + 1])
        canvas.fill(left: xs[column], top: ys[row], right: right - gap, bottom: bottom - gap, color: color)
      }
    } else if let (left, top, pixels) = pixels(xs: xs, ys: ys, range: range, within: area.frameOnPage) {
      try canvas.draw(pixels, left: left, top: top, width: pixels.width, height: pixels.height)
    }
    canvas.unclip()
  }

  /// The pixels of all cells that lie within `frame`, and where their top left corner stands.
  private func pixels(xs: [Int], ys: [Int], range: AxisRange, within frame: Rect) -> (Int, Int, ColorPixels)? {
    let left = max(xs[0], Int(frame.minX.rounded(.down)))
    let top = max(ys[0], Int(frame.minY.rounded(.down)))
    let right = min(xs[columns], Int(frame.maxX.rounded(.up)) + 1)
    let bottom = min(ys[rows], Int(frame.maxY.rounded(.up)) + 1)
    guard left < right, top < bottom else { return nil }
    let colors = colorMap.colors.map(\.pixel)
    /// The cell under each pixel, that is the last that begins there or before.
    func cells(_ edges: [Int], from first: Int, to end: Int) -> [Int] {
      var cell = 0
      return (first..<end).map { pixel in
        while cell + 2 < edges.count && edges[cell + 1] <= pixel { cell += 1 }
        return cell
      }
    }
    let columnOf = cells(xs, from: left, to: right)
    let rowOf = cells(ys, from: top, to: bottom)
    var pixels = ColorPixels(width: right - left, height: bottom - top)
    for (y, row) in rowOf.enumerated() {
      for (x, column) in columnOf.enumerated() {
        let value = values[row * columns + column]
        guard value.isFinite else { continue }
        let share = range.length > 0 ? (value - range.lower) / range.length : 0
        pixels.values[y * pixels.width + x] = colors[colorMap.step(of: share)]
      }
    }
    return (left, top, pixels)
  }
}
