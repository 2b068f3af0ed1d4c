import Glibc

/// An arrow at each point, such as the wind at a place. An arrow of which a number is not finite is left out.
public struct Arrows: Sendable, Equatable {
  /// The horizontal positions of the arrows' tails.
  public var x: [Double] { numbers[0].values }
  /// The vertical positions of their tails, as many as `x` has.
  public var y: [Double] { numbers[1].values }
  /// How far each goes to the right, as many as `x` has.
  public var u: [Double] { numbers[2].values }
  /// How far each goes upwards, as many as `x` has.
  public var v: [Double] { numbers[3].values }
  private let numbers: [Numbers]
  /// The length that an arrow as wide as the panel stands for; nil for one at which arrows seldom touch, as matplotlib chooses it.
  public var scale: Double?
  /// The width of shafts in points, above 0 to 1000; nil for one that follows from the number of arrows, as in matplotlib.
  public var width: Double?
  /// The colour; nil for the next of the theme's palette.
  public var color: Color?
  /// The name in the legend; nil to leave it out.
  public var label: String?

  /// Arrows from the points at `x` and `y` in the directions of `u` and `v` on the page.
  public init(
    x: [Double], y: [Double], u: [Double], v: [Double], scale: Double? = nil, width: Double? = nil, color: Color? = nil,
    label: String? = nil
  ) {
    numbers = [x, y, u, v].map(Numbers.init)
    self.scale = scale
    self.width = width
    self.color = color
    self.label = label
  }
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Arrows: DrawableMark {
  public var kind: String { "arrows" }
  public var parts: [MarkPart] { [MarkPart(label: label, color: color)] }
  public var summary: String {
    let lengths = lengths.filter(\.isFinite)
    guard let least = lengths.min(), let most = lengths.max() else { return "none" }
    return "\(lengths.count), \(NumberSummary.text(least)) to \(NumberSummary.text(most)) long"
  }

  public func check(_ check: ValueCheck) throws(PlottingError) {
    for (name, values) in [("y", y), ("u", u), ("v", v)] { try check.sameCount("x", x.count, name, values.count) }
    try check.number(scale, "scale", NumberRange(lowest: 1e-300, highest: AxisRange.largestValue))
    try check.number(width, "width", NumberRange(lowest: 1e-3, highest: 1000))
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    NumberSummary.extent(direction, x: x, y: y, on: scale)
  }

  public func obstacles(in area: MarkArea) -> Obstacles {
    Obstacles(lines: shapes(in: area), in: area)
  }

  public func draw(in area: MarkArea, on canvas: MarkCanvas) {
    let shapes = shapes(in: area).map { Clipping.polygon($0, around: area.frameOnPage) }
    area.clip(on: canvas.page)
    canvas.page.fill(shapes, color: area.color)
    canvas.page.unclip()
  }

  public func drawSample(of part: Int, in place: SamplePlace, area: MarkArea, on canvas: MarkCanvas) {
    let width = area.pixels(width ?? 1.5)
    let corners = Self.corners(length: (place.end.x - place.start.x) / width)
    canvas.page.fill(
      [corners.map { Point(x: place.start.x + width * $0.x, y: place.start.y - width * $0.y) }], color: area.color)
  }

  private var lengths: [Double] {
    zip(u, v).map { u, v in
      abs(u) <= AxisRange.largestValue && abs(v) <= AxisRange.largestValue ? hypot(u, v) : .nan
    }
  }

  /// The outlines on the page.
  func shapes(in area: MarkArea) -> [[Point]] {
    let lengths = lengths
    let known = lengths.filter(\.isFinite)
    guard !known.isEmpty else { return [] }
    let root = Double(lengths.count).squareRoot()
    let width = width.map(area.pixels) ?? 0.06 / min(max(root, 8), 25) * area.frame.width
    let mean = known.reduce(0) { $0 + $1 / Double(known.count) }
    let scale = scale ?? 1.8 * mean * max(10, root)
    return zip(zip(x, y), zip(zip(u, v), lengths)).compactMap { place, arrow in
      let tail = area.position(place.0, place.1)
      let length = scale > 0 ? min(arrow.1 / scale * area.frame.width / width, 65_536) : 0
      guard tail.isFinite, length.isFinite else { return nil }
      let angle = atan2(arrow.0.1, arrow.0.0)
      return Self.corners(length: length).map { corner in
        Point(
          x: tail.x + width * (corner.x * cos(angle) - corner.y * sin(angle)),
          y: tail.y - width * (corner.x * sin(angle) + corner.y * cos(angle)))
      }
    }
  }

  /// The outline of an arrow to the right in widths of its shaft: matplotlib's, with a head 3 wide and 5 long. Short ones are all
  /// head, the shortest a hexagon.
  static func corners(length: Double) -> [Point] {
    if length < 1 {
      return (0..<6).map { Point(x: 0.5 * cos(Double($0) * .pi / 3), y: 0.5 * sin(Double($0) * .pi / 3)) }
    }
    let (head, axis, half) = (5.0, 4.5, 1.5)
    let shrink = min(length / head, 1)
    let tip = max(length, 0)
    let (inner, outer) = (tip - axis * shrink, tip - head * shrink)
    let (shaft, wing) = (0.5 * shrink, half * shrink)
    return [
      Point(x: 0, y: shaft), Point(x: inner, y: shaft), Point(x: outer, y: wing), Point(x: tip, y: 0),
      Point(x: outer, y: -wing), Point(x: inner, y: -shaft), Point(x: 0, y: -shaft),
    ]
  }
}
