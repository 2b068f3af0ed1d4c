/// A symbol at each point; a point that has no place on an axis is left out.
public struct Dots: Sendable, Equatable {
  /// The horizontal positions.
  public var x: [Double] { xNumbers.values }
  /// The vertical positions, as many as `x` has; drawing throws where there are more or fewer.
  public var y: [Double] { yNumbers.values }
  private let xNumbers: Numbers
  private let yNumbers: Numbers
  /// The symbol.
  public var marker: Marker
  /// The symbol's width in points, 0 to 1000; nil for the theme's.
  public var size: Double?
  /// The colour; nil for the next of the theme's palette.
  public var color: Color?
  /// The name in the legend; nil to leave it out.
  public var label: String?

  /// Symbols at `x` and `y`.
  public init(
    x: [Double], y: [Double], marker: Marker = .circle, size: Double? = nil, color: Color? = nil, label: String? = nil
  ) {
    xNumbers = Numbers(x)
    yNumbers = Numbers(y)
    self.marker = marker
    self.size = size
    self.color = color
    self.label = label
  }
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Dots: DrawableMark {
  public var kind: String { "dots" }
  public var parts: [MarkPart] { [MarkPart(label: label, color: color)] }
  public var summary: String {
    let shown = zip(x, y).filter { $0.isFinite && $1.isFinite }.map(\.1)
    guard let least = shown.min(), let most = shown.max() else { return "no points" }
    return "\(shown.count) points between \(NumberSummary.text(least)) and \(NumberSummary.text(most))"
  }

  public func check(_ check: ValueCheck) throws(PlottingError) {
    try check.sameCount("x", x.count, "y", y.count)
    try check.number(size, "size", .size)
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    NumberSummary.extent(direction, x: x, y: y, on: scale)
  }

  public func obstacles(in area: MarkArea) -> Obstacles {
    Obstacles(points: area.paths(x, y).joined().map { Point(x: $0.x, y: area.down($0.y)) })
  }

  public func draw(in area: MarkArea, on canvas: MarkCanvas) {
    marker.draw(
      at: Array(area.paths(x, y).joined()), size: size ?? area.theme.marks.dotSize, color: area.color, in: area,
      on: canvas.page)
  }

  public func drawSample(of part: Int, in place: SamplePlace, area: MarkArea, on canvas: MarkCanvas) {
    // Small enough for the row, large enough to see its colour.
    let size = min(max(size ?? area.theme.marks.dotSize, 5), 8)
    marker.drawSample(at: place.middle, size: size, color: area.color, in: area, on: canvas.page)
  }
}
