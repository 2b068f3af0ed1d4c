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
  func draw(at points: [Point], size: Double, color: Color, in area: MarkArea, on canvas: any Canvas)
    throws(PlottingError)
  {
    let box = area.frameOnPage.padded(0.5)
    let stamp = stamp(size: area.pixels(size), lineWidth: area.pixels(area.theme.marks.lineWidth))
    try canvas.draw(stamp, at: points.filter { box.contains($0) }, color: color)
  }

  /// Draws the symbol once, wherever it is.
  func drawSample(at point: Point, size: Double, color: Color, in area: MarkArea, on canvas: any Canvas)
    throws(PlottingError)
  {
    var around = area
    around.frame = Rect(
      minX: point.x - 1, minY: area.down(point.y) - 1, maxX: point.x + 1, maxY: area.down(point.y) + 1)
    try draw(at: [point], size: size, color: color, in: around, on: canvas)
  }

  /// The symbol as a shape around its origin, about as heavy as a disc of diameter `size`.
  func stamp(size: Double, lineWidth: Double) -> Stamp {
    let half = size / 2
    func points(_ shape: [(Double, Double)]) -> [Point] { shape.map { Point(x: half * $0.0, y: half * $0.1) } }
    return switch self {
    case .circle: .disc(diameter: size)
    case .square: .polygon(points([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]))
    case .diamond: .polygon(points([(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)]))
    case .triangle: .polygon(points([(0, -1.2), (1.2, 0.9), (-1.2, 0.9)]))
    case .triangleDown: .polygon(points([(0, 1.2), (1.2, -0.9), (-1.2, -0.9)]))
    case .plus: .strokes([points([(-1, 0), (1, 0)]), points([(0, -1), (0, 1)])], width: lineWidth)
    case .cross: .strokes([points([(-1, -1), (1, 1)]), points([(-1, 1), (1, -1)])], width: lineWidth)
    }
  }
}
