/// Cuts what lies far outside of a panel, since Cairo holds positions only up to about eight million pixels.
enum Clipping {
  /// How far beyond the frame lines go on, in pixels: further than any line is wide, so that no end is seen.
  static let margin = 2000.0

  /// The pieces of `paths` within `frame` and its surroundings; the same paths where all of them is there.
  static func lines(_ paths: [[Point]], around frame: Rect) -> [[Point]] {
    lines(Polylines(paths), around: frame).map(Array.init)
  }

  /// The same of lines in one list.
  static func lines(_ paths: Polylines, around frame: Rect) -> Polylines {
    let box = frame.padded(margin)
    if paths.points.allSatisfy({ holds($0, box) }) { return paths }
    return Polylines(paths.flatMap { pieces(of: Array($0), in: box) })
  }

  private static func pieces(of path: [Point], in box: Rect) -> [[Point]] {
    if path.allSatisfy({ holds($0, box) }) { return [path] }
    var pieces: [[Point]] = []
    var piece: [Point] = []
    for (a, b) in zip(path, path.dropFirst()) {
      guard let (start, end) = segment(a, b, in: box) else {
        if !piece.isEmpty { pieces.append(piece) }
        piece = []
        continue
      }
      if piece.last != start {
        if !piece.isEmpty { pieces.append(piece) }
        piece = [start]
      }
      piece.append(end)
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  /// The part of a polygon within `frame` and its surroundings (Sutherland and Hodgman, 1974).
  static func polygon(_ corners: [Point], around frame: Rect) -> [Point] {
    let box = frame.padded(margin)
    if corners.allSatisfy({ holds($0, box) }) { return corners }
    let sides: [(inside: (Point) -> Bool, cut: (Point, Point) -> Point)] = [
      ({ $0.x >= box.minX }, { cross($0, $1, x: box.minX) }), ({ $0.x <= box.maxX }, { cross($0, $1, x: box.maxX) }),
      ({ $0.y >= box.minY }, { cross($0, $1, y: box.minY) }), ({ $0.y <= box.maxY }, { cross($0, $1, y: box.maxY) }),
    ]
    return sides.reduce(corners) { corners, side in
      guard var previous = corners.last else { return [] }
      var kept: [Point] = []
      for corner in corners {
        if side.inside(corner) != side.inside(previous) { kept.append(side.cut(previous, corner)) }
        if side.inside(corner) { kept.append(corner) }
        previous = corner
      }
      return kept
    }
  }

  private static func holds(_ point: Point, _ box: Rect) -> Bool {
    box.minX <= point.x && point.x <= box.maxX && box.minY <= point.y && point.y <= box.maxY
  }

  private static func cross(_ a: Point, _ b: Point, x: Double) -> Point {
    let share = (x - a.x) / (b.x - a.x)
    return Point(x: x, y: a.y + share * (b.y - a.y))
  }

  private static func cross(_ a: Point, _ b: Point, y: Double) -> Point {
    let share = (y - a.y) / (b.y - a.y)
    return Point(x: a.x + share * (b.x - a.x), y: y)
  }

  /// The part of a straight line within a box (Liang and Barsky, 1984); nil where there is none.
  private static func segment(_ a: Point, _ b: Point, in box: Rect) -> (Point, Point)? {
    var first = 0.0
    var last = 1.0
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    for (direction, distance) in [
      (-dx, a.x - box.minX), (dx, box.maxX - a.x), (-dy, a.y - box.minY), (dy, box.maxY - a.y),
    ] {
      if direction == 0 {
        if distance < 0 { return nil }
      } else if direction < 0 {
        first = max(first, distance / direction)
      } else {
        last = min(last, distance / direction)
      }
    }
    guard first <= last else { return nil }
    func at(_ share: Double) -> Point {
      share == 0 ? a : share == 1 ? b : Point(x: a.x + share * dx, y: a.y + share * dy)
    }
    return (at(first), at(last))
  }
}

extension [Point] {
  /// The stretches of a line whose points are finite.
  var finiteParts: [[Point]] { split { !$0.isFinite }.map(Array.init) }
}
