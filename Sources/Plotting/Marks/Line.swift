/// A line through points. Where a coordinate has no place on its axis (not finite, beyond 1e300, or not above zero on a
/// logarithmic axis) there is a gap; a point with no neighbour is a dot, unless `dotsLonePoints` is false.
public struct Line: Sendable, Equatable {
  /// How a line is interrupted; lengths are in line widths and matplotlib's.
  public enum Dash: Sendable, Equatable, CaseIterable {
    /// Not at all.
    case solid
    /// Dashes of 3.7, gaps of 1.6.
    case dashed
    /// Dots of 1, gaps of 1.65.
    case dotted
    /// Dashes of 6.4, gaps of 1.6, dots of 1, gaps of 1.6.
    case dashDotted

    /// Dashes and gaps in line widths; empty for a solid line.
    var pattern: [Double] {
      switch self {
      case .solid: []
      case .dashed: [3.7, 1.6]
      case .dotted: [1, 1.65]
      case .dashDotted: [6.4, 1.6, 1, 1.6]
      }
    }
  }

  /// Where a line of level and upright strokes goes from one point's height to the next one's.
  public enum Step: Sendable, Equatable, CaseIterable {
    /// At the first point: what holds at a point holds since the one before.
    case pre
    /// In the middle between both.
    case mid
    /// At the second point: what holds at a point holds until the next one.
    case post
  }

  /// The horizontal positions.
  public var x: [Double] { xNumbers.values }
  /// The vertical positions, as many as `x` has; drawing throws where there are more or fewer.
  public var y: [Double] { yNumbers.values }
  private let xNumbers: Numbers
  private let yNumbers: Numbers
  /// The colour; nil for the next of the theme's palette.
  public var color: Color?
  /// The width in points; nil for the theme's.
  public var width: Double?
  /// How the line is interrupted.
  public var dash: Dash
  /// The symbol at each point; nil for none.
  public var marker: Marker?
  /// Where a line of steps goes up or down; nil for straight lines from point to point.
  public var step: Step?
  /// The name in the legend; nil to leave it out.
  public var label: String?
  /// Whether a point with no neighbour is drawn as a dot; matplotlib draws nothing there.
  public var dotsLonePoints = true

  /// A line through points at `x` and `y`.
  public init(
    x: [Double], y: [Double], color: Color? = nil, width: Double? = nil, dash: Dash = .solid, marker: Marker? = nil,
    step: Step? = nil, label: String? = nil
  ) {
    xNumbers = Numbers(x)
    yNumbers = Numbers(y)
    self.color = color
    self.width = width
    self.dash = dash
    self.marker = marker
    self.step = step
    self.label = label
  }

  /// A line through points at 0, 1, 2, … and `y`.
  public init(
    y: [Double], color: Color? = nil, width: Double? = nil, dash: Dash = .solid, marker: Marker? = nil,
    step: Step? = nil, label: String? = nil
  ) {
    self.init(
      x: y.indices.map(Double.init), y: y, color: color, width: width, dash: dash, marker: marker, step: step,
      label: label)
  }

  /// The diameter, in line widths, of the dot that stands for a point without neighbours.
  static let dotDiameter = 2.5
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Line: DrawableMark {
  public var kind: String { "line" }
  public var parts: [MarkPart] { [MarkPart(label: label, color: color)] }
  public var summary: String { NumberSummary.ends(y) }

  public func check(_ check: ValueCheck) throws(PlottingError) {
    try check.sameCount("x", x.count, "y", y.count)
    try check.number(width, "width", .size)
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    NumberSummary.extent(direction, x: x, y: y, on: scale)
  }

  public func obstacles(in area: MarkArea) -> Obstacles {
    let gap = [Point(x: .nan, y: .nan)]
    let paths = PathSimplifier.thinned(paths(in: area))
    return Obstacles(lines: [paths.joined(separator: gap).map { Point(x: $0.x, y: area.down($0.y)) }])
  }

  /// Draws the line; one of horizontal and vertical strokes only is snapped to pixels.
  public func draw(in area: MarkArea, on canvas: MarkCanvas) throws(PlottingError) {
    var paths = paths(in: area)
    let points = marker == nil ? [] : area.lines(x, y).points
    let stroke = stroke(in: area)
    if Snapping.isRectilinear(paths) { paths = Polylines(paths.map { Snapping.snap($0, strokeWidth: stroke.width) }) }
    paths = Clipping.lines(paths, around: area.frameOnPage)
    area.clip(on: canvas.page)
    if paths.points.count >= PathSimplifier.leastPoints {
      paths = drawDenseParts(of: paths, stroke, on: canvas.page)
    }
    canvas.page.stroke(paths.filter { $0.count > 1 }, stroke)
    if dotsLonePoints && marker == nil {
      let points = paths.lonePoints
      if points.count < Stamp.leastPlaces {
        canvas.page.fillCircles(at: points, diameter: Self.dotDiameter * stroke.width, color: stroke.color)
      } else {
        try canvas.page.draw(.disc(diameter: Self.dotDiameter * stroke.width), at: points, color: stroke.color)
      }
    }
    canvas.page.unclip()
    try marker?.draw(at: points, size: area.theme.marks.dotSize, color: stroke.color, in: area, on: canvas.page)
  }

  /// Where the line goes, cut at gaps.
  private func paths(in area: MarkArea) -> Polylines {
    guard let step else { return area.lines(x, y) }
    let (x, y) = step.corners(x, y)
    return area.lines(x, y)
  }

  /// How often a dashed line must pass over what it covers to leave no gap of its dashes open.
  private static let closingPasses = 4.0

  /// Draws what has too many points for strokes of its own, and returns what is left.
  private func drawDenseParts(of paths: Polylines, _ stroke: Stroke, on canvas: any Canvas) -> Polylines {
    if dash == .solid && (canvas.strokesManyPoints || stroke.color.alpha < 1) {
      // What lies between two edges is drawn once with them only if it is opaque.
      return canvas.strokesManyPoints ? paths : PathSimplifier.simplified(paths)
    }
    if dash == .solid && paths.count == 1 {
      guard let (upper, lower) = PathSimplifier.edges(paths.points) else { return PathSimplifier.simplified(paths) }
      canvas.fill([upper + lower.reversed()], color: stroke.color)
      return [upper, lower]
    }
    // Dashes begin anew after each gap: what is shorter than the first one has none. What passes over itself closes them.
    let dash = stroke.dashes.first ?? .infinity
    var points = paths.lonePoints
    var (solid, dashed) = (paths.filter { $0.count > 1 }, Polylines())
    let long = solid.lazy.filter { !PathSimplifier.isShort($0, length: dash) }
    if PathSimplifier.passes(long, strokeWidth: stroke.width) < Self.closingPasses {
      dashed = Polylines(long)
      solid = solid.filter { PathSimplifier.isShort($0, length: dash) }
    }
    if canvas.strokesManyPoints {
      canvas.stroke(solid, Stroke(color: stroke.color, width: stroke.width, cap: stroke.cap))
      return PathSimplifier.simplified(dashed, and: points)
    }
    guard stroke.color.alpha == 1 else { return PathSimplifier.simplified(solid + dashed, and: points) }
    if drawStrips(of: solid, stroke, width: stroke.width, on: canvas) { solid = Polylines() }
    if points.count >= PathSimplifier.leastPoints,
      marker != nil || !dotsLonePoints
        || drawStrips(of: Polylines(points.map { [$0] }), stroke, width: Self.dotDiameter * stroke.width, on: canvas)
    {
      points = []
    }
    return PathSimplifier.simplified(solid + dashed, and: points)
  }

  /// Draws lines as the area that they cover; false, and nothing drawn, if they cannot be.
  private func drawStrips(of paths: Polylines, _ stroke: Stroke, width: Double, on canvas: any Canvas) -> Bool {
    guard !paths.isEmpty, let strips = LineStrips(paths, strokeWidth: width) else { return paths.isEmpty }
    canvas.fill(strips.outlines, color: stroke.color)
    canvas.stroke(strips.outlines, Stroke(color: stroke.color, width: width))
    return true
  }

  public func drawSample(of part: Int, in place: SamplePlace, area: MarkArea, on canvas: MarkCanvas)
    throws(PlottingError)
  {
    let stroke = stroke(in: area)
    canvas.page.stroke([Snapping.snap([place.start, place.end], strokeWidth: stroke.width)], stroke)
    try marker?.drawSample(
      at: place.middle, size: area.theme.marks.dotSize, color: stroke.color, in: area, on: canvas.page)
  }

  private func stroke(in area: MarkArea) -> Stroke {
    let width = area.pixels(width ?? area.theme.marks.lineWidth)
    return Stroke(
      color: color ?? area.color, width: width, cap: dash == .solid ? .projecting : .butt,
      dashes: dash.pattern.map { $0 * width })
  }
}

extension Line.Step {
  /// The corners of the steps through points, as matplotlib's `pts_to_prestep` and its like make them.
  func corners(_ x: [Double], _ y: [Double]) -> (x: [Double], y: [Double]) {
    guard let first = x.first, let last = x.last, x.count == y.count else { return (x, y) }
    func twice(_ values: [Double]) -> [Double] { values.flatMap { [$0, $0] } }
    switch self {
    case .pre: return (Array(twice(x).dropLast()), Array(twice(y).dropFirst()))
    case .post: return (Array(twice(x).dropFirst()), Array(twice(y).dropLast()))
    case .mid: return ([first] + twice(zip(x, x.dropFirst()).map { ($0 + $1) / 2 }) + [last], twice(y))
    }
  }
}
