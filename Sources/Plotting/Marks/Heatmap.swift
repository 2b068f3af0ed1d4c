/// A table of numbers as coloured cells: each one unit wide and high, the first row at the top, or between stated edges.
public struct Heatmap: Sendable, Equatable {
  /// Where columns or rows of cells stand along their axis.
  public enum Edges: Sendable, Equatable {
    /// All of one size over a range.
    case range(ClosedRange<Double>)
    /// Each from one of these numbers to the next, so that there is one more than there are cells. They all grow or all fall.
    case at([Double])
  }

  /// Rows of cells, at least one.
  public let rows: Int
  /// Columns of cells, at least one.
  public let columns: Int
  /// The numbers, row by row, `rows * columns`; a cell that is not finite stays empty. Drawing throws if there are more or
  /// fewer.
  public var values: [Double] { numbers.values }
  private let numbers: Numbers
  /// Where the columns stand; nil for one a unit, the first from 0 to 1.
  public var x: Edges?
  /// Where the rows stand, on an axis that grows upwards; nil for one a unit, from the top down.
  public var y: Edges?
  /// What is written in each cell, row by row, on one line or more; empty for nothing.
  public var annotations: [String]
  /// The size of annotations in points; nil for the theme's. Where they do not fit they are made smaller, then left out.
  public var annotationSize: Double?
  /// How numbers become colours, which a ``ColorBar`` shows. Cells whose numbers have no place on the scale stay empty.
  public var colors: ColorScale
  /// The colours of the smallest to the largest number: those of ``colors``.
  public var colorMap: ColorMap {
    get { colors.colorMap }
    set { colors.colorMap = newValue }
  }
  /// How numbers are spread over the colours: the scale of ``colors``.
  public var colorScale: Scale {
    get { colors.scale }
    set { colors.scale = newValue }
  }
  /// The numbers of the first and the last colour, beyond which these go on: the limits of ``colors``.
  public var limits: ClosedRange<Double>? {
    get { colors.limits }
    set { colors.limits = newValue }
  }
  /// The number of the middle colour of a diverging colour map: that of ``colors``.
  public var center: Double? {
    get { colors.center }
    set { colors.center = newValue }
  }
  /// What the numbers are: the label of ``colors``.
  public var label: String? {
    get { colors.label }
    set { colors.label = newValue }
  }

  /// A table of `rows * columns` numbers.
  public init(
    rows: Int, columns: Int, values: [Double], x: Edges? = nil, y: Edges? = nil, annotations: [String] = [],
    annotationSize: Double? = nil, colorMap: ColorMap = .blues, colorScale: Scale = .linear,
    limits: ClosedRange<Double>? = nil, center: Double? = nil, label: String? = nil
  ) {
    self.init(
      rows: rows, columns: columns, values: values, x: x, y: y, annotations: annotations,
      annotationSize: annotationSize,
      colors: ColorScale(colorMap, scale: colorScale, limits: limits, center: center, label: label))
  }

  /// A table of `rows * columns` numbers with a scale of colours, such as `ColorScale(from: lowest, to: nil)`.
  public init(
    rows: Int, columns: Int, values: [Double], x: Edges? = nil, y: Edges? = nil, annotations: [String] = [],
    annotationSize: Double? = nil, colors: ColorScale
  ) {
    self.rows = rows
    self.columns = columns
    numbers = Numbers(values)
    self.x = x
    self.y = y
    self.annotations = annotations
    self.annotationSize = annotationSize
    self.colors = colors
  }

  /// The colour of a cell; nil if it stays empty.
  func color(_ value: Double, in range: AxisRange) -> Color? { ValueColors(colors, over: range).color(of: value) }

  /// The stated edges of columns or rows; nil for one a unit.
  func edges(_ direction: AxisDirection) -> [Double]? {
    let count = direction == .x ? columns : rows
    switch direction == .x ? x : y {
    case nil: return nil
    case .at(let edges): return edges
    case .range(let range):
      let step = (range.upperBound - range.lowerBound) / Double(count)
      return (0...count).map { $0 == count ? range.upperBound : range.lowerBound + Double($0) * step }
    }
  }
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Heatmap: ColorMapped {
  /// More cells are drawn as pixels, since each as a shape of its own would take long.
  static let mostShapes = 10_000
  /// The most rows and columns.
  static let largestSide = 10_000

  public var kind: String { "heatmap" }
  public var parts: [MarkPart] { [] }
  public var isBackground: Bool { true }
  public var growsDownwards: Bool { y == nil }

  var mappedColors: ColorScale? { colors }
  var coloredValues: [Double] { values }
  mutating func setColors(_ colors: ColorScale) { self.colors = colors }

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
    try colors.check(check.inside("colors"))
    for (direction, count, name) in [(AxisDirection.x, columns, "columns"), (.y, rows, "rows")] {
      guard let edges = edges(direction) else { continue }
      guard edges.count == count + 1 else {
        throw check.failure("\(direction.rawValue) has \(edges.count) edges, and \(count) \(name) have \(count + 1)")
      }
      guard Binning.grow(edges) || Binning.grow(edges.reversed()) else {
        throw check.failure("the edges of \(direction.rawValue) are not finite numbers that all grow or all fall")
      }
    }
  }

  public var summary: String {
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let most = finite.max() else { return "\(rows) x \(columns) empty cells" }
    return "\(rows) x \(columns) cells between \(NumberSummary.text(least)) and \(NumberSummary.text(most))"
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    if let edges = edges(direction) {
      guard let range = scale.extent(of: edges) else { return DataExtent() }
      return DataExtent(range: range, sticky: [range.lower, range.upper])
    }
    let edges = AxisRange(lower: 0, upper: Double(direction == .x ? columns : rows))
    return DataExtent(sticky: [edges.lower, edges.upper], cells: edges)
  }

  /// Draws the cells, each from whole pixel to whole pixel so that no seams show.
  public func draw(in area: MarkArea, on canvas: MarkCanvas) throws(PlottingError) {
    let colors = valueColors
    let xs = spans(.x, in: area)
    let ys = spans(.y, in: area)
    // A tenth of a cell at most, and the same between all of them: none between cells of a few pixels.
    let sides = (xs + ys).map(\.count).filter { $0 > 0 }
    let gap = min(Int(area.pixels(area.theme.marks.cellGap).rounded()), (sides.min() ?? 0) / 10)
    let values = values
    area.clip(on: canvas.page)
    if values.count <= Self.mostShapes {
      let shades = values.map(colors.color(of:))
      let isOpaque = colorMap.colors.allSatisfy { $0.alpha >= 1 }
      for (index, color) in shades.enumerated() {
        guard let color else { continue }
        let (row, column) = index.quotientAndRemainder(dividingBy: columns)
        var (across, downwards) = (xs[column], ys[row])
        if gap == 0 && isOpaque {
          // A little of the cells that are drawn later, so that viewers of documents show no seams.
          let isLast = (column: column + 1 == columns, row: row + 1 == rows)
          let hasRight = !isLast.column && shades[index + 1] != nil
          let hasBelow = !isLast.row && shades[index + columns] != nil
          let hasBoth = isLast.column || isLast.row || shades[index + columns + 1] != nil
          if hasRight && (!hasBelow || hasBoth) { across = across.reaching(into: xs[column + 1]) }
          if hasBelow && (!hasRight || hasBoth) { downwards = downwards.reaching(into: ys[row + 1]) }
        }
        canvas.page.fill(
          left: across.lowerBound, top: downwards.lowerBound, right: across.upperBound - gap,
          bottom: downwards.upperBound - gap, color: color)
      }
    } else if let (left, top, pixels) = pixels(xs: xs, ys: ys, colors, within: area.frameOnPage) {
      try canvas.page.draw(pixels, left: left, top: top, width: pixels.width, height: pixels.height)
    }
    canvas.page.unclip()
  }

  /// Where an edge of columns or rows stands in `frame`, whose y grows upwards.
  func position(ofEdge index: Int, _ direction: AxisDirection, _ scale: PanelScale, in frame: Rect) -> Double {
    switch (direction, edges(direction)) {
    case (.x, nil): scale.x(edge: Double(index), in: frame)
    case (.y, nil): scale.y(edge: Double(index), in: frame)
    case (.x, let edges?): scale.x(edges[index], in: frame)
    case (.y, let edges?): scale.y(edges[index], in: frame)
    }
  }

  /// The pixels that each column or row takes, from the page's left or top; none if an edge has no place.
  private func spans(_ direction: AxisDirection, in area: MarkArea) -> [Range<Int>] {
    let (scale, frame, stated) = (area.scale, area.frame, edges(direction))
    let count = direction == .x ? columns : rows
    let positions = (0...count).map { index in
      let x = direction == .x
      let place =
        if let stated {
          x ? scale.x(stated[index], in: frame) : scale.y(stated[index], in: frame)
        } else {
          x ? scale.x(edge: Double(index), in: frame) : scale.y(edge: Double(index), in: frame)
        }
      return x ? place : area.down(place)
    }
    return zip(positions, positions.dropFirst()).map { one, other in
      guard one.isFinite, other.isFinite else { return 0..<0 }
      let (a, b) = (Snapping.pixel(one), Snapping.pixel(other))
      return min(a, b)..<max(a, b)
    }
  }

  /// The pixels of all cells that lie within `frame`, and where their top left corner stands.
  private func pixels(
    xs: [Range<Int>], ys: [Range<Int>], _ colors: ValueColors, within frame: Rect
  ) -> (Int, Int, ColorPixels)? {
    /// The pixels from the first to the last cell within the frame, and which cell is under each.
    func cells(_ spans: [Range<Int>], from: Double, to: Double) -> (first: Int, cells: [Int?])? {
      let shown = spans.filter { !$0.isEmpty }
      let first = max(shown.map(\.lowerBound).min() ?? 0, Int(from.rounded(.down)))
      let end = min(shown.map(\.upperBound).max() ?? 0, Int(to.rounded(.up)) + 1)
      guard first < end else { return nil }
      var cells = [Int?](repeating: nil, count: end - first)
      for (cell, span) in spans.enumerated() {
        for pixel in span.clamped(to: first..<end) { cells[pixel - first] = cell }
      }
      return (first, cells)
    }
    guard let across = cells(xs, from: frame.minX, to: frame.maxX),
      let downwards = cells(ys, from: frame.minY, to: frame.maxY)
    else { return nil }
    let values = values
    let shades = colors.colorMap.colors.map(\.pixel)
    var pixels = ColorPixels(width: across.cells.count, height: downwards.cells.count)
    for (y, row) in downwards.cells.enumerated() {
      guard let row else { continue }
      for (x, column) in across.cells.enumerated() {
        guard let column, let step = colors.step(of: values[row * columns + column]) else { continue }
        pixels.values[y * pixels.width + x] = shades[step]
      }
    }
    return (across.first, downwards.first, pixels)
  }
}

extension Range<Int> {
  /// The same range and one more of a neighbour.
  fileprivate func reaching(into neighbour: Range<Int>) -> Range<Int> {
    if isEmpty || neighbour.isEmpty { return self }
    if neighbour.lowerBound == upperBound { return lowerBound..<upperBound + 1 }
    return neighbour.upperBound == lowerBound ? lowerBound - 1..<upperBound : self
  }
}
