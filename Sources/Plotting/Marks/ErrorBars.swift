/// Bars on both sides of points that tell how far a number may be off. On a logarithmic axis a bar that goes down to zero or below
/// goes to the axis' start; one whose length is not finite is left out.
public struct ErrorBars: Sendable, Equatable {
  /// The lengths of bars, none of them below zero.
  public enum Lengths: Sendable, Equatable {
    /// As far down as up, one a point.
    case symmetric([Double])
    /// Downwards (or to the left) and upwards (or to the right), each one a point.
    case asymmetric(below: [Double], above: [Double])

    var below: [Double] {
      switch self {
      case .symmetric(let lengths), .asymmetric(let lengths, _): lengths
      }
    }

    var above: [Double] {
      switch self {
      case .symmetric(let lengths), .asymmetric(_, let lengths): lengths
      }
    }

    /// Whether both are as long, what is not a number included.
    public static func == (one: Lengths, other: Lengths) -> Bool {
      Numbers(one.below) == Numbers(other.below) && Numbers(one.above) == Numbers(other.above)
    }
  }

  /// The horizontal positions of the points.
  public var x: [Double] { xNumbers.values }
  /// The vertical positions, as many as `x` has.
  public var y: [Double] { yNumbers.values }
  private let xNumbers: Numbers
  private let yNumbers: Numbers
  /// The lengths of level bars, as many as there are points; nil for none.
  public let xErrors: Lengths?
  /// The lengths of upright bars, as many as there are points; nil for none.
  public let yErrors: Lengths?
  /// The length of the caps at the ends of bars to each side, in points, 0 to 1000.
  public var capSize: Double
  /// The symbol at each point; nil for none.
  public var marker: Marker?
  /// The colour; nil for the next of the theme's palette.
  public var color: Color?
  /// The width of bars in points, 0 to 1000; nil for the theme's of lines.
  public var width: Double?
  /// The name in the legend; nil to leave it out.
  public var label: String?

  /// Bars at the points at `x` and `y`. Drawing throws if there are more or fewer of one than of another.
  public init(
    x: [Double], y: [Double], xErrors: Lengths? = nil, yErrors: Lengths? = nil, capSize: Double = 0,
    marker: Marker? = .circle, color: Color? = nil, width: Double? = nil, label: String? = nil
  ) {
    xNumbers = Numbers(x)
    yNumbers = Numbers(y)
    self.xErrors = xErrors
    self.yErrors = yErrors
    self.capSize = capSize
    self.marker = marker
    self.color = color
    self.width = width
    self.label = label
  }
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ErrorBars: DrawableMark {
  /// A bar from one end to another in the data's numbers.
  private struct Bar {
    var isUpright: Bool
    /// The place along the other axis.
    var place: Double
    var start: Double
    var end: Double
  }

  public var kind: String { "error bars" }
  public var parts: [MarkPart] { [MarkPart(label: label, color: color)] }
  public var summary: String { NumberSummary.ends(y) }

  public func check(_ check: ValueCheck) throws(PlottingError) {
    try check.sameCount("x", x.count, "y", y.count)
    for (name, lengths) in [("xErrors", xErrors), ("yErrors", yErrors)] {
      guard let lengths else { continue }
      for lengths in [lengths.below, lengths.above] {
        try check.sameCount("x", x.count, name, lengths.count)
        if let negative = lengths.first(where: { $0 < 0 }) {
          throw check.failure("\(name) has a length of \(negative), which is below 0")
        }
      }
    }
    try check.numbers(["capSize": capSize, "width": width], .size)
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    let isX = direction == .x
    let ends = bars.filter { $0.isUpright != isX && isShown($0.place, isX ? .y : .x) }.flatMap { [$0.start, $0.end] }
    return NumberSummary.extent(direction, x: x, y: y, on: scale).union(DataExtent(range: scale.extent(of: ends)))
  }

  /// Points without bars count as well as those with them.
  private func isShown(_ value: Double, _ direction: AxisDirection) -> Bool { abs(value) <= AxisRange.largestValue }

  public func obstacles(in area: MarkArea) -> Obstacles {
    Obstacles(
      lines: bars.compactMap { strokes($0, in: area)?[0] }.map { $0.map { Point(x: $0.x, y: area.down($0.y)) } },
      points: area.lines(x, y).points.map { Point(x: $0.x, y: area.down($0.y)) })
  }

  public func draw(in area: MarkArea, on canvas: MarkCanvas) throws(PlottingError) {
    let stroke = stroke(in: area)
    let strokes = bars.compactMap { self.strokes($0, in: area) }.joined().map {
      Snapping.snap($0, strokeWidth: stroke.width)
    }
    area.clip(on: canvas.page)
    canvas.page.stroke(Clipping.lines(strokes, around: area.frameOnPage), stroke)
    canvas.page.unclip()
    try marker?.draw(
      at: area.lines(x, y).points, size: area.theme.marks.dotSize, color: area.color, in: area, on: canvas.page
    )
  }

  public func drawSample(of part: Int, in place: SamplePlace, area: MarkArea, on canvas: MarkCanvas)
    throws(PlottingError)
  {
    let stroke = stroke(in: area)
    let (top, bottom) = (place.middle.y - place.height, place.middle.y + place.height)
    let bars =
      [yErrors == nil ? nil : [Point(x: place.middle.x, y: top), Point(x: place.middle.x, y: bottom)]]
      + [xErrors == nil ? nil : [place.start, place.end]]
    canvas.page.stroke(bars.compactMap { $0 }.map { Snapping.snap($0, strokeWidth: stroke.width) }, stroke)
    try marker?.drawSample(
      at: place.middle, size: area.theme.marks.dotSize, color: area.color, in: area, on: canvas.page)
  }

  private func stroke(in area: MarkArea) -> Stroke {
    Stroke(color: area.color, width: area.pixels(width ?? area.theme.marks.lineWidth), cap: .butt)
  }

  private var bars: [Bar] {
    func bars(_ errors: Lengths?, _ values: [Double], _ places: [Double], isUpright: Bool) -> [Bar] {
      guard let errors else { return [] }
      return zip(zip(places, values), zip(errors.below, errors.above)).map { point, lengths in
        Bar(
          isUpright: isUpright, place: point.0, start: point.1 - lengths.0, end: point.1 + lengths.1)
      }
    }
    return bars(yErrors, y, x, isUpright: true) + bars(xErrors, x, y, isUpright: false)
  }

  /// The bar and its caps on the page; nil if it has no place.
  private func strokes(_ bar: Bar, in area: MarkArea) -> [[Point]]? {
    let scale = bar.isUpright ? area.scale.y : area.scale.x
    func end(_ value: Double) -> Point {
      bar.isUpright ? area.position(bar.place, value) : area.position(value, bar.place)
    }
    var (start, end) = (end(bar.start), end(bar.end))
    guard end.x.isFinite, end.y.isFinite else { return nil }
    var hasStart = true
    if case .log = scale.scale, bar.start < Scale.smallestLogValue, bar.start >= -AxisRange.largestValue {
      // A thousand powers below one, as in matplotlib's `LogTransform`.
      hasStart = false
      let far =
        bar.isUpright ? area.down(area.scale.y(edge: -1000, in: area.frame)) : area.scale.x(edge: -1000, in: area.frame)
      if bar.isUpright { start = Point(x: end.x, y: far) } else { start = Point(x: far, y: end.y) }
    }
    guard start.x.isFinite, start.y.isFinite else { return nil }
    guard capSize > 0 else { return [[start, end]] }
    let cap = area.pixels(capSize)
    let (dx, dy) = bar.isUpright ? (cap, 0) : (0, cap)
    let caps = (hasStart ? [start, end] : [end]).map { tip in
      [Point(x: tip.x - dx, y: tip.y - dy), Point(x: tip.x + dx, y: tip.y + dy)]
    }
    return [[start, end]] + caps
  }
}
