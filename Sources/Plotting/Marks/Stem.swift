/// A symbol at each point and a stroke from it to a base. A point that has no place on an axis is left out.
public struct Stem: Sendable, Equatable {
  /// The horizontal positions.
  public var x: [Double] { xNumbers.values }
  /// The vertical positions, as many as `x` has.
  public var y: [Double] { yNumbers.values }
  private let xNumbers: Numbers
  private let yNumbers: Numbers
  /// Where strokes begin; they begin at the axis' start if it has no place.
  public var base: Double
  /// The symbol; nil for none.
  public var marker: Marker?
  /// The colour; nil for the next of the theme's palette.
  public var color: Color?
  /// The width of strokes in points, 0 to 1000; nil for the theme's of lines.
  public var width: Double?
  /// The name in the legend; nil to leave it out.
  public var label: String?

  /// Stems at `x` as high as `y`.
  public init(
    x: [Double], y: [Double], base: Double = 0, marker: Marker? = .circle, color: Color? = nil, width: Double? = nil,
    label: String? = nil
  ) {
    xNumbers = Numbers(x)
    yNumbers = Numbers(y)
    self.base = base
    self.marker = marker
    self.color = color
    self.width = width
    self.label = label
  }
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Stem: DrawableMark {
  public var kind: String { "stem" }
  public var parts: [MarkPart] { [MarkPart(label: label, color: color)] }
  public var summary: String { NumberSummary.ends(y) }

  public func check(_ check: ValueCheck) throws(PlottingError) {
    try check.sameCount("x", x.count, "y", y.count)
    try check.number(base, "base", .finite)
    try check.number(width, "width", .size)
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    let extent = NumberSummary.extent(direction, x: x, y: y, on: scale)
    return direction == .y ? extent.union(DataExtent(range: scale.extent(of: [base]))) : extent
  }

  public func obstacles(in area: MarkArea) -> Obstacles {
    Obstacles(lines: strokes(in: area), points: points(in: area), in: area)
  }

  public func draw(in area: MarkArea, on canvas: MarkCanvas) throws(PlottingError) {
    let stroke = Stroke(color: area.color, width: area.pixels(width ?? area.theme.marks.lineWidth), cap: .butt)
    let points = points(in: area)
    let foot = foot(in: area)
    let rule = area.theme.marks.rule
    let ends = [points.map(\.x).min(), points.map(\.x).max()].compactMap { $0 }.map { Point(x: $0, y: foot) }
    func clipped(_ lines: [[Point]], _ stroke: Stroke) -> [[Point]] {
      Clipping.lines(lines.map { Snapping.snap($0, strokeWidth: stroke.width) }, around: area.frameOnPage)
    }
    area.clip(on: canvas.page)
    canvas.page.stroke(clipped(strokes(in: area), stroke), stroke)
    let base = Stroke(color: rule.color, width: area.pixels(rule.width))
    canvas.page.stroke(clipped(ends.count > 1 ? [ends] : [], base), base)
    canvas.page.unclip()
    try marker?.draw(at: points, size: area.theme.marks.dotSize, color: area.color, in: area, on: canvas.page)
  }

  public func drawSample(of part: Int, in place: SamplePlace, area: MarkArea, on canvas: MarkCanvas)
    throws(PlottingError)
  {
    let stroke = Stroke(color: area.color, width: area.pixels(width ?? area.theme.marks.lineWidth), cap: .butt)
    canvas.page.stroke([Snapping.snap([place.start, place.end], strokeWidth: stroke.width)], stroke)
    try marker?.drawSample(
      at: place.middle, size: area.theme.marks.dotSize, color: area.color, in: area, on: canvas.page)
  }

  private func points(in area: MarkArea) -> [Point] { area.lines(x, y).points }

  /// The height of the base; the lower or upper edge of the frame, whichever is the axis' smaller end, if it has no place.
  private func foot(in area: MarkArea) -> Double {
    let height = area.down(area.scale.y(base, in: area.frame))
    let frame = area.frameOnPage
    return height.isFinite ? height : area.scale.y.isReversed ? frame.minY : frame.maxY
  }

  private func strokes(in area: MarkArea) -> [[Point]] {
    let foot = foot(in: area)
    return points(in: area).map { [Point(x: $0.x, y: foot), $0] }
  }
}
