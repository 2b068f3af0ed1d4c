/// A legend at its place on the page.
struct LegendLayout: Sendable {
  /// A sample of a mark's part and its name.
  struct Entry: Sendable {
    /// The mark, counted from 0 among its panel's.
    var mark: Int
    /// The part, counted from 0 among the mark's.
    var part: Int
    var start: Point
    var end: Point
    var name: PlacedText
  }

  var frame: Rect
  var cornerRadius: Double
  var sampleHeight: Double
  var entries: [Entry]

  /// Places to try, as parts of the free width and height, in the order in which ties are decided: upper right,
  /// upper left, lower left, lower right, right, left, right, below, above, middle.
  static let places: [(x: Double, y: Double)] = [
    (1, 1), (0, 1), (0, 0), (1, 0), (1, 0.5), (0, 0.5), (1, 0.5), (0.5, 0), (0.5, 1), (0.5, 0.5),
  ]

  /// The bottom left corner for a legend of `size` in `container` where it hides the fewest points and crosses the
  /// fewest lines and boxes; `lines` are in pixels, with points that are not finite where there are gaps.
  static func bestPlace(
    for size: Size, in container: Rect, avoiding lines: [[Point]], points: [Point] = [], _ boxes: [Rect] = []
  ) -> Point {
    var best = Point(x: container.minX, y: container.minY)
    var least = Int.max
    for place in places {
      let corner = Point(
        x: container.minX + place.x * (container.width - size.width),
        y: container.minY + place.y * (container.height - size.height))
      let box = Rect(x: corner.x, y: corner.y, width: size.width, height: size.height)
      var badness = points.count { box.contains($0) }
      for line in lines {
        badness += line.count { box.contains($0) }
        if crosses(line, box) { badness += 1 }
      }
      badness += boxes.count { box.overlaps($0) }
      if badness < least {
        least = badness
        best = corner
      }
      if badness == 0 { break }
    }
    return best
  }

  /// Whether any stroke of `line` touches the inside of `box`.
  private static func crosses(_ line: [Point], _ box: Rect) -> Bool {
    let finite = line.split { !$0.x.isFinite || !$0.y.isFinite }
    return finite.contains { part in
      zip(part, part.dropFirst()).contains { a, b in
        // Separating axes: x, y, and the normal of the stroke.
        abs(a.x + b.x - 2 * box.midX) < abs(a.x - b.x) + box.width
          && abs(a.y + b.y - 2 * box.midY) < abs(a.y - b.y) + box.height
          && 2 * abs((a.x - box.midX) * (a.y - b.y) - (a.y - box.midY) * (a.x - b.x))
            < box.width * abs(a.y - b.y) + box.height * abs(a.x - b.x)
      }
    }
  }
}
