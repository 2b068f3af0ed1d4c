/// An arrow from the edge of a text's box to a point, in pixels, y growing upwards.
struct Arrow: Sendable, Equatable {
  var start: Point
  var end: Point
  var color: Color

  /// An arrow from where the line from the box's middle leaves it; nil where the point lies inside.
  init?(from box: Rect, to end: Point, color: Color) {
    let (dx, dy) = (end.x - box.midX, end.y - box.midY)
    let share = min(box.width / 2 / abs(dx), box.height / 2 / abs(dy))
    guard share < 1 else { return nil }
    start = Point(x: box.midX + share * dx, y: box.midY + share * dy)
    self.end = end
    self.color = color
  }

  /// The strokes of the head, `length` pixels long and as wide as high.
  func head(length: Double) -> [Point] {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let distance = max((dx * dx + dy * dy).squareRoot(), 1e-9)
    let (ux, uy) = (dx / distance * length, dy / distance * length)
    return [
      Point(x: end.x - ux - uy / 2, y: end.y - uy + ux / 2), end, Point(x: end.x - ux + uy / 2, y: end.y - uy - ux / 2),
    ]
  }
}
