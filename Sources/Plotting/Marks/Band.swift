/// The area between two lines, such as a range or a confidence interval. If a number has no place on its axis there is a gap.
/// On a logarithmic axis zero and negative numbers are far below its start, so that the band goes down to there.
public struct Band: Sendable, Equatable {
  /// The horizontal positions.
  public var x: [Double] { xNumbers.values }
  /// One edge, as many numbers as `x` has; drawing throws where there are more or fewer.
  public var lower: [Double] { lowerNumbers.values }
  /// The other edge, as many numbers as `x` has; drawing throws where there are more or fewer.
  public var upper: [Double] { upperNumbers.values }
  private let xNumbers: Numbers
  private let lowerNumbers: Numbers
  private let upperNumbers: Numbers
  /// The colour; nil for the next of the theme's palette.
  public var color: Color?
  /// The opacity, 0 to 1; nil for the theme's.
  public var opacity: Double?
  /// The name in the legend; nil to leave it out.
  public var label: String?

  /// The area from `lower` to `upper` along `x`.
  public init(
    x: [Double], lower: [Double], upper: [Double], color: Color? = nil, opacity: Double? = nil, label: String? = nil
  ) {
    xNumbers = Numbers(x)
    lowerNumbers = Numbers(lower)
    upperNumbers = Numbers(upper)
    self.color = color
    self.opacity = opacity
    self.label = label
  }
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Band: DrawableMark {
  public var kind: String { "band" }
  public var parts: [MarkPart] { [MarkPart(label: label, color: color)] }
  public var summary: String {
    let finite = (lower + upper).filter(\.isFinite)
    guard let least = finite.min(), let most = finite.max() else { return "nothing" }
    return "between \(NumberSummary.text(least)) and \(NumberSummary.text(most))"
  }

  public func check(_ check: ValueCheck) throws(PlottingError) {
    try check.sameCount("x", x.count, "lower", lower.count)
    try check.sameCount("x", x.count, "upper", upper.count)
    try check.number(opacity, "opacity", .share)
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    NumberSummary.extent(direction, x: x, y: lower, on: scale)
      .union(NumberSummary.extent(direction, x: x, y: upper, on: scale))
  }

  public func obstacles(in area: MarkArea) -> Obstacles {
    Obstacles(lines: stretches(in: area).map(Self.outline).map { $0.map { Point(x: $0.x, y: area.down($0.y)) } })
  }

  public func draw(in area: MarkArea, on canvas: MarkCanvas) {
    let stretches = stretches(in: area)
    let color = fill(in: area)
    area.clip(on: canvas.page)
    defer { canvas.page.unclip() }
    let points = stretches.flatMap(\.there)
    if points.count >= Self.manyPoints, zip(points, points.dropFirst()).allSatisfy({ $0.x <= $1.x }),
      stretches.allSatisfy({ canvas.page.fill(between: $0.there, and: $0.back, color: color) })
    {
      return
    }
    canvas.page.fill(stretches.map { Clipping.polygon(Self.outline($0), around: area.frameOnPage) }, color: color)
  }

  public func drawSample(of part: Int, in place: SamplePlace, area: MarkArea, on canvas: MarkCanvas) {
    canvas.page.fill([Snapping.snap(place.corners, strokeWidth: 0)], color: fill(in: area))
  }

  /// With fewer points the outline is filled.
  private static let manyPoints = 1024

  /// The two edges between gaps.
  private typealias Stretch = (there: [Point], back: [Point])

  private func stretches(in area: MarkArea) -> [Stretch] {
    var stretches: [Stretch] = []
    var there: [Point] = []
    var back: [Point] = []
    func close() {
      if there.count > 1 { stretches.append((there, back)) }
      there = []
      back = []
    }
    let (x, lower, upper) = (x, lower, upper)
    for index in 0..<min(x.count, lower.count, upper.count) {
      let (a, b) = (area.place(x[index], lower[index]), area.place(x[index], upper[index]))
      if a.x.isFinite && a.y.isFinite && b.y.isFinite {
        there.append(a)
        back.append(b)
      } else {
        close()
      }
    }
    close()
    return stretches
  }

  /// The outline between two edges; of very many points only what can be seen.
  private static func outline(_ stretch: Stretch) -> [Point] {
    guard let one = PathSimplifier.edges(stretch.there), let other = PathSimplifier.edges(stretch.back) else {
      return stretch.there + stretch.back.reversed()
    }
    let upper = zip(one.upper, other.upper).map { $0.y < $1.y ? $0 : $1 }
    let lower = zip(one.lower, other.lower).map { $0.y > $1.y ? $0 : $1 }
    return upper + lower.reversed()
  }

  private func fill(in area: MarkArea) -> Color {
    area.color.opacity(area.color.alpha * (opacity ?? area.theme.marks.bandOpacity))
  }
}

extension MarkArea {
  /// Where an edge of a band stands. On a logarithmic axis, numbers that are not above zero are a thousand powers below one, as
  /// in matplotlib's `LogTransform`.
  fileprivate func place(_ x: Double, _ y: Double) -> Point {
    let point = position(x, y)
    guard case .log = scale.y.scale, y < Scale.smallestLogValue, y >= -AxisRange.largestValue else { return point }
    return Point(x: point.x, y: down(scale.y(edge: -1000, in: frame)))
  }
}
