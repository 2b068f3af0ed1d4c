/// A small shape around its origin that is drawn at many places, such as the symbol of dots.
enum Stamp: Sendable, Equatable {
  case disc(diameter: Double)
  case polygon([Point])
  case strokes([[Point]], width: Double)

  /// With fewer places each is drawn by itself.
  static let leastPlaces = 256
  /// The parts of a pixel, in both directions, to which places are rounded: 1/8 moves no edge by more than 1/16 pixel.
  static let phases = 8
  /// Larger shapes are drawn by themselves: their masks would fill the memory.
  static let largestReach = 128.0

  /// The largest distance of a covered point from the origin in a direction of the axes, or more.
  var reach: Double {
    func farthest(_ points: some Sequence<Point>) -> Double {
      points.reduce(0) { max($0, abs($1.x), abs($1.y)) }
    }
    switch self {
    case .disc(let diameter): return diameter / 2
    case .polygon(let corners): return farthest(corners)
    case .strokes(let paths, let width): return farthest(paths.joined()) + width
    }
  }

  /// The whole pixel and the phase of a place.
  static func split(_ position: Double) -> (pixel: Int, phase: Int) {
    let parts = Int((position * Double(phases)).rounded())
    return (parts >> 3, parts & 7)
  }
}

extension Canvas {
  /// Draws a shape at each of `points`. What is opaque is filled at once, what is not, one by one, so that opacity adds up.
  func drawShapes(_ stamp: Stamp, at points: [Point], color: Color) {
    let groups = color.alpha < 1 ? points.map { [$0] } : [points]
    for points in groups {
      switch stamp {
      case .disc(let diameter): fillCircles(at: points, diameter: diameter, color: color)
      case .polygon(let corners): fill(points.map { place in corners.map { $0.moved(by: place) } }, color: color)
      case .strokes(let paths, let width):
        stroke(
          points.flatMap { place in paths.map { path in path.map { $0.moved(by: place) } } },
          Stroke(color: color, width: width, cap: .butt))
      }
    }
  }
}

extension Point {
  /// The point as far from another one as it is from the origin.
  func moved(by other: Point) -> Point { Point(x: other.x + x, y: other.y + y) }
}
