/// The symbol that stands for a point.
public enum Marker: Sendable, Equatable, CaseIterable {
  /// A disc.
  case circle
  /// A square on its side.
  case square
  /// A square on its corner.
  case diamond
  /// A triangle that points up.
  case triangle
  /// A triangle that points down.
  case triangleDown
  /// Two strokes, upright and level.
  case plus
  /// Two strokes, slanting.
  case cross
}

extension Marker {
  /// Draws the symbol, `size` points wide, at each of `points` within the frame. Those at the frame's edge are drawn whole.
  func draw(at points: [Point], size: Double, color: Color, in area: MarkArea, on canvas: any Canvas) {
    let box = area.frameOnPage.padded(0.5)
    let seen = points.filter { box.contains($0) }
    let size = area.pixels(size)
    // What is filled together is filled once where it overlaps: the opacity of symbols adds up only one by one.
    let groups = color.alpha < 1 ? seen.map { [$0] } : [seen]
    switch self {
    case .circle:
      for points in groups { canvas.fillCircles(at: points, diameter: size, color: color) }
    case .plus, .cross:
      let stroke = Stroke(color: color, width: area.pixels(area.theme.marks.lineWidth), cap: .butt)
      for points in groups { canvas.stroke(points.flatMap { strokes(at: $0, size: size) }, stroke) }
    default:
      for points in groups { canvas.fill(points.map { corners(at: $0, size: size) }, color: color) }
    }
  }

  /// Draws the symbol once, wherever it is.
  func drawSample(at point: Point, size: Double, color: Color, in area: MarkArea, on canvas: any Canvas) {
    var around = area
    around.frame = Rect(
      minX: point.x - 1, minY: area.down(point.y) - 1, maxX: point.x + 1, maxY: area.down(point.y) + 1)
    draw(at: [point], size: size, color: color, in: around, on: canvas)
  }

  /// The corners around `center`, for a symbol about as heavy as a disc of diameter `size`.
  private func corners(at center: Point, size: Double) -> [Point] {
    let half = size / 2
    let shape: [(Double, Double)] =
      switch self {
      case .square: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
      case .diamond: [(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)]
      case .triangle: [(0, -1.2), (1.2, 0.9), (-1.2, 0.9)]
      case .triangleDown: [(0, 1.2), (1.2, -0.9), (-1.2, -0.9)]
      case .circle, .plus, .cross: []
      }
    return shape.map { Point(x: center.x + half * $0.0, y: center.y + half * $0.1) }
  }

  private func strokes(at center: Point, size: Double) -> [[Point]] {
    let half = size / 2
    func stroke(_ x: Double, _ y: Double) -> [Point] {
      [Point(x: center.x - x, y: center.y - y), Point(x: center.x + x, y: center.y + y)]
    }
    return self == .plus ? [stroke(half, 0), stroke(0, half)] : [stroke(half, half), stroke(half, -half)]
  }
}
