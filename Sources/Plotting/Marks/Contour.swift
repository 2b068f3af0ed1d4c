/// Lines along which numbers at the nodes of a grid have the same height, or the areas between such lines. Four nodes of which one
/// has no number are a hole.
public struct Contour: Sendable, Equatable {
  /// The heights of lines, or the edges between areas.
  public enum Levels: Sendable, Equatable {
    /// About as many round numbers, 1 to 1000, as matplotlib chooses them.
    case count(Int)
    /// These numbers, which grow.
    case at([Double])
  }

  /// The horizontal positions of the columns of nodes, two or more, which grow or fall.
  public var x: [Double] { field.x }
  /// The vertical positions of the rows of nodes, two or more, which grow or fall.
  public var y: [Double] { field.y }
  /// The heights of the nodes, row by row, `x.count * y.count`.
  public var z: [Double] { numbers.values }
  let field: ContourField
  private let numbers: Numbers
  /// The heights of lines, or the edges between areas, as they are drawn.
  public let levels: [Double]
  private let wanted: Levels
  /// Whether areas between levels are filled instead of lines drawn. Below the first and above the last level they are not.
  public let isFilled: Bool
  /// How heights become colours, which a ``ColorBar`` shows.
  public var colors: ColorScale
  /// One colour for all lines instead; nil for those of ``colors``.
  public var color: Color?
  /// The width of lines in points, 0 to 1000; nil for the theme's.
  public var width: Double?
  /// Whether lines that are long enough have their heights written upon them. Areas have none.
  public var showsLabels: Bool
  /// How heights are written; nil for up to four digits.
  public var labelFormat: NumberFormat?
  // Where lines leave room for their heights.
  var gaps: [ContourGap] = []

  /// Contours of the heights `z` at the nodes at `x` and `y`, row by row.
  public init(
    x: [Double], y: [Double], z: [Double], levels: Levels = .count(7), isFilled: Bool = false,
    colors: ColorScale = ColorScale(), color: Color? = nil, width: Double? = nil, showsLabels: Bool = false,
    labelFormat: NumberFormat? = nil
  ) {
    field = ContourField(x: x, y: y, z: z)
    numbers = Numbers(z)
    wanted = levels
    switch levels {
    case .at(let levels): self.levels = levels
    case .count(let count):
      let range = AxisRange(of: z)
      self.levels =
        (1...ContourLevels.most).contains(count) ? range.map { ContourLevels.levels(in: $0, count: count) } ?? [] : []
    }
    self.isFilled = isFilled
    self.colors = colors
    self.color = color
    self.width = width
    self.showsLabels = showsLabels
    self.labelFormat = labelFormat
  }

  /// Whether both show the same; what is not a number equals what is not a number.
  public static func == (one: Contour, other: Contour) -> Bool {
    Numbers(one.x) == Numbers(other.x) && Numbers(one.y) == Numbers(other.y) && one.numbers == other.numbers
      && Numbers(one.levels) == Numbers(other.levels) && one.isFilled == other.isFilled && one.colors == other.colors
      && one.color == other.color && one.width == other.width && one.showsLabels == other.showsLabels
      && one.labelFormat == other.labelFormat
  }
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Contour: ColorMapped {
  public var kind: String { "contour" }
  public var parts: [MarkPart] { [] }
  public var isBackground: Bool { isFilled }
  public var summary: String {
    guard let range = AxisRange(of: z), let first = levels.first, let last = levels.last else { return "nothing" }
    let heights = [range.lower, range.upper, first, last].map(NumberSummary.text)
    return "heights between \(heights[0]) and \(heights[1]), \(levels.count) levels from \(heights[2]) to \(heights[3])"
  }

  var mappedColors: ColorScale? { color == nil || isFilled ? colors : nil }
  /// Lines have the colours of their levels, areas those of the middles.
  var coloredValues: [Double] { isFilled ? zip(levels, levels.dropFirst()).map { $0 / 2 + $1 / 2 } : levels }
  var colorEdges: [Double]? { isFilled ? levels : nil }
  mutating func setColors(_ colors: ColorScale) { self.colors = colors }

  public func check(_ check: ValueCheck) throws(PlottingError) {
    for (name, values) in [("x", x), ("y", y)] where !Binning.grow(values) && !Binning.grow(values.reversed()) {
      throw check.failure("\(name) is not two or more finite numbers that all grow or all fall")
    }
    guard z.count == x.count * y.count else {
      throw check.failure("z has \(z.count) numbers, and \(x.count) x and \(y.count) y take \(x.count * y.count)")
    }
    if case .count(let count) = wanted, !(1...ContourLevels.most).contains(count) {
      throw check.failure("levels.count is \(count), not within 1...\(ContourLevels.most)")
    }
    if case .at(let levels) = wanted {
      guard levels.allSatisfy({ abs($0) <= AxisRange.largestValue }), zip(levels, levels.dropFirst()).allSatisfy(<)
      else {
        throw check.failure("levels.at are not finite numbers that grow")
      }
      guard levels.count > (isFilled ? 1 : 0) else {
        throw check.failure(
          "levels.at has \(levels.count) numbers, and \(isFilled ? "areas take two" : "one is needed")")
      }
    }
    try colors.check(check.inside("colors"))
    try check.color(color, "color")
    try check.number(width, "width", .size)
    if let problem = labelFormat?.problem { throw check.failure("labelFormat: \(problem)") }
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    guard let range = scale.extent(of: direction == .x ? x : y) else { return DataExtent() }
    return DataExtent(range: range, sticky: [range.lower, range.upper])
  }

  public func draw(in area: MarkArea, on canvas: MarkCanvas) {
    let shades = valueColors
    area.clip(on: canvas.page)
    defer { canvas.page.unclip() }
    func onPage(_ paths: [[Point]]) -> [[Point]] {
      paths.map { $0.map { area.position($0.x, $0.y) } }
    }
    guard isFilled else {
      for (place, level) in levels.enumerated() {
        guard let color = color ?? shades.color(of: level) else { continue }
        var lines = onPage(field.lines(at: level)).flatMap(\.finiteParts)
        for gap in gaps where gap.level == place {
          let center = Point(x: area.frame.minX + gap.center.x, y: area.down(area.frame.minY + gap.center.y))
          lines = lines.flatMap { gap.cut($0, center: center) }
        }
        let stroke = Stroke(color: color, width: area.pixels(width ?? area.theme.marks.lineWidth), cap: .butt)
        canvas.page.stroke(Clipping.lines(lines, around: area.frameOnPage), stroke)
      }
      return
    }
    // Each area covers those above it, which are drawn over it, so that no seams show; what is above all levels is left out.
    // What is as low as can be belongs to the first area.
    let lowest = AxisRange(of: z)?.lower
    let outlines = levels.map { level in
      onPage(field.outlines(above: level, orAt: level == lowest && level == levels.first)).map {
        Clipping.polygon($0.filter(\.isFinite), around: area.frameOnPage)
      }
    }
    guard let highest = outlines.last else { return }
    for (index, value) in coloredValues.enumerated() {
      guard let color = shades.color(of: value) else { continue }
      canvas.page.fill(outlines[index] + highest.map { $0.reversed() }, color: color)
    }
  }
}
