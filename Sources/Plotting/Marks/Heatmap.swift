/// A table of numbers as coloured cells, each one unit wide and high, the first row at the top.
public struct Heatmap: Sendable, Equatable {
  /// Rows of cells, at least one.
  public let rows: Int
  /// Columns of cells, at least one.
  public let columns: Int
  /// The numbers, row by row, `rows * columns`; a cell that is not finite stays empty. Drawing throws where there are more or
  /// fewer.
  public var values: [Double] { numbers.values }
  private let numbers: Numbers
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
    numbers = Numbers(values)
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
      limits.map { AxisRange(lower: $0.lowerBound, upper: $0.upperBound) } ?? AxisRange(of: values)
      ?? AxisRange(lower: 0, upper: 1)
    guard let center else { return shown }
    let reach = max(abs(shown.upper - center), abs(shown.lower - center))
    return AxisRange(lower: center - reach, upper: center + reach)
  }

  /// The colour of a cell; nil if it stays empty.
  func color(_ value: Double, in range: AxisRange) -> Color? { step(value, in: range).map { colorMap.colors[$0] } }

  /// The step of the colour map for a cell; nil if it stays empty.
  private func step(_ value: Double, in range: AxisRange) -> Int? {
    guard abs(value) <= AxisRange.largestValue else { return nil }
    return colorMap.step(of: range.length > 0 ? (value - range.lower) / range.length : 0)
  }
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Heatmap: DrawableMark {
  /// More cells are drawn as pixels, since each as a shape of its own would take long.
  static let mostShapes = 10_000
  /// The most rows and columns.
  static let largestSide = 10_000

  public var kind: String { "heatmap" }
  public var parts: [MarkPart] { [] }
  public var isBackground: Bool { true }
  public var growsDownwards: Bool { true }

  public func check(_ check: ValueCheck) throws(PlottingError) {
    guard (1...Self.largestSide).contains(rows), (1...Self.largestSide).contains(columns) else {
      throw check.failure("\(rows) rows and \(columns) columns are not within 1...\(Self.largestSide)")
    }
    for (name, count) in [("values", values.count), ("annotations", annotations.count)] where count != rows * columns {
      // Without annotations nothing is written.
      if name == "annotations" && count == 0 { continue }
      throw check.failure("\(count) \(name) for \(rows) x \(columns) cells")
    }
    try check.number(annotationSize, "annotationSize", .size)
    try check.numbers(["limits.lowerBound": limits?.lowerBound, "limits.upperBound": limits?.upperBound], .finite)
    try check.number(center, "center", .finite)
    for (index, color) in colorMap.colors.enumerated() { try check.color(color, "colorMap.colors[\(index)]") }
  }

  public var summary: String {
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let most = finite.max() else { return "\(rows) x \(columns) empty cells" }
    return "\(rows) x \(columns) cells between \(NumberSummary.text(least)) and \(NumberSummary.text(most))"
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    let edges = AxisRange(lower: 0, upper: Double(direction == .x ? columns : rows))
    return DataExtent(sticky: [edges.lower, edges.upper], cells: edges)
  }

  /// Draws the cells, each from whole pixel to whole pixel so that no seams show.
  public func draw(in area: MarkArea, on canvas: MarkCanvas) throws(PlottingError) {
    let range = valueRange
    var xs = (0...columns).map { Snapping.pixel(area.scale.x(edge: Double($0), in: area.frame)) }
    var ys = (0...rows).map { Snapping.pixel(area.down(area.scale.y(edge: Double($0), in: area.frame))) }
    // The cells of each column and row of the page: from the other end if an axis is reversed.
    let columnOf = area.scale.x.isReversed ? Array((0..<columns).reversed()) : Array(0..<columns)
    let rowOf = area.scale.y.isReversed ? Array(0..<rows) : Array((0..<rows).reversed())
    xs.sort()
    ys.sort()
    // A tenth of a cell at most, and the same between all of them: none between cells of a few pixels.
    let sides = [xs, ys].flatMap { edges in zip(edges, edges.dropFirst()).map { $1 - $0 } }
    let gap = min(Int(area.pixels(area.theme.marks.cellGap).rounded()), (sides.filter { $0 > 0 }.min() ?? 0) / 10)
    let values = values
    area.clip(on: canvas.page)
    if values.count <= Self.mostShapes {
      for index in values.indices {
        let (row, column) = index.quotientAndRemainder(dividingBy: columns)
        guard let color = color(values[rowOf[row] * columns + columnOf[column]], in: range) else { continue }
        let (right, bottom) = (xs[column + 1], ys[row + 1])
        canvas.page.fill(left: xs[column], top: ys[row], right: right - gap, bottom: bottom - gap, color: color)
      }
    } else if let (left, top, pixels) = pixels(
      xs: xs, ys: ys, columns: columnOf, rows: rowOf, range: range, within: area.frameOnPage)
    {
      try canvas.page.draw(pixels, left: left, top: top, width: pixels.width, height: pixels.height)
    }
    canvas.page.unclip()
  }

  /// The pixels of all cells that lie within `frame`, and where their top left corner stands.
  private func pixels(
    xs: [Int], ys: [Int], columns columnOf: [Int], rows rowOf: [Int], range: AxisRange, within frame: Rect
  ) -> (Int, Int, ColorPixels)? {
    let values = values
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
    let shownColumns = cells(xs, from: left, to: right).map { columnOf[$0] }
    let shownRows = cells(ys, from: top, to: bottom).map { rowOf[$0] }
    var pixels = ColorPixels(width: right - left, height: bottom - top)
    for (y, row) in shownRows.enumerated() {
      for (x, column) in shownColumns.enumerated() {
        guard let step = step(values[row * columns + column], in: range) else { continue }
        pixels.values[y * pixels.width + x] = colors[step]
      }
    }
    return (left, top, pixels)
  }
}
