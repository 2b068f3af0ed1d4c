/// A straight line across the whole panel at one number, such as a threshold.
public struct Rule: Sendable, Equatable {
  /// The number at which the line stands.
  public var value: Double { number.value }
  private let number: Number
  /// Whether `value` is on the vertical axis, so that the line is level; otherwise it stands upright.
  public let isHorizontal: Bool
  /// The colour; nil for the theme's.
  public var color: Color?
  /// The width in points, 0 to 1000; nil for the theme's.
  public var width: Double?
  /// How the line is interrupted.
  public var dash: Line.Dash
  /// The name in the legend; nil to leave it out.
  public var label: String?

  /// A level line at `y`.
  public init(
    y: Double, color: Color? = nil, width: Double? = nil, dash: Line.Dash = .solid, label: String? = nil
  ) {
    self.init(value: y, isHorizontal: true, color: color, width: width, dash: dash, label: label)
  }

  /// An upright line at `x`.
  public init(
    x: Double, color: Color? = nil, width: Double? = nil, dash: Line.Dash = .solid, label: String? = nil
  ) {
    self.init(value: x, isHorizontal: false, color: color, width: width, dash: dash, label: label)
  }

  private init(value: Double, isHorizontal: Bool, color: Color?, width: Double?, dash: Line.Dash, label: String?) {
    number = Number(value)
    self.isHorizontal = isHorizontal
    self.color = color
    self.width = width
    self.dash = dash
    self.label = label
  }
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Rule: DrawableMark {
  public var kind: String { "rule" }
  /// Not of the palette's colours, which are the data's.
  public var parts: [MarkPart] { label.map { [MarkPart(label: $0, color: color ?? .black)] } ?? [] }
  public var summary: String { "at \(isHorizontal ? "y" : "x") = \(NumberSummary.text(value))" }

  public func check(_ check: ValueCheck) throws(PlottingError) {
    try check.number(width, "width", .size)
    try check.color(color, "color")
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    DataExtent(range: (direction == .y) == isHorizontal ? scale.extent(of: [value]) : nil)
  }

  public func obstacles(in area: MarkArea) -> Obstacles {
    Obstacles(lines: ends(in: area).map { [$0.map { Point(x: $0.x, y: area.down($0.y)) }] } ?? [])
  }

  public func draw(in area: MarkArea, on canvas: MarkCanvas) {
    guard let ends = ends(in: area) else { return }
    let stroke = stroke(in: area)
    area.clip(on: canvas.page)
    canvas.page.stroke(
      Clipping.lines([Snapping.snap(ends, strokeWidth: stroke.width)], around: area.frameOnPage), stroke)
    canvas.page.unclip()
  }

  public func drawSample(of part: Int, in place: SamplePlace, area: MarkArea, on canvas: MarkCanvas) {
    let stroke = stroke(in: area)
    canvas.page.stroke([Snapping.snap([place.start, place.end], strokeWidth: stroke.width)], stroke)
  }

  private func ends(in area: MarkArea) -> [Point]? {
    let frame = area.frameOnPage
    let position = isHorizontal ? area.down(area.scale.y(value, in: area.frame)) : area.scale.x(value, in: area.frame)
    guard position.isFinite else { return nil }
    return isHorizontal
      ? [Point(x: frame.minX, y: position), Point(x: frame.maxX, y: position)]
      : [Point(x: position, y: frame.minY), Point(x: position, y: frame.maxY)]
  }

  private func stroke(in area: MarkArea) -> Stroke {
    let width = area.pixels(width ?? area.theme.marks.rule.width)
    return Stroke(
      color: color ?? area.theme.marks.rule.color, width: width, cap: .butt, dashes: dash.pattern.map { $0 * width })
  }
}
