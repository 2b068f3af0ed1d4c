/// Leaves out points of long lines that nobody could see.
enum PathSimplifier {
  /// Lines with fewer points are drawn as they are.
  static let leastPoints = 4096
  /// Lines with fewer points are drawn by all their strokes where strokes cost little.
  static let veryManyPoints = 200_000
  /// The width of the columns in which points are joined, in pixels.
  ///
  /// Of the points that follow each other in one column the first, the lowest, the highest and the last are kept (Jugel,
  /// Jerzak, Hackenbroich and Markl, M4, 2014), so that no stroke moves by more than this sideways and none up or down.
  static let columnWidth = 0.125

  /// The line without the points that lie in one column between others.
  static func simplified(_ path: [Point]) -> [Point] {
    path.count < leastPoints ? path : columns(path[...], width: columnWidth)
  }

  /// The same of several lines, with dots after them.
  static func simplified(_ paths: Polylines, and dots: [Point] = []) -> Polylines {
    var kept = Polylines()
    for path in paths {
      if path.count < leastPoints { kept.append(path) } else { kept.append(columns(path, width: columnWidth)) }
    }
    for dot in dots { kept.append(CollectionOfOne(dot)) }
    return kept
  }

  /// The lines of which no stroke moves by more than a 32nd of a pixel, if they have very many points.
  static func finelySimplified(_ paths: Polylines) -> Polylines {
    if paths.allSatisfy({ $0.count < veryManyPoints }) { return paths }
    var kept = Polylines()
    for path in paths {
      if path.count < veryManyPoints { kept.append(path) } else { kept.append(columns(path, width: 1 / 32)) }
    }
    return kept
  }

  /// The upper and the lower edge of a line that goes to the right in steps so small that what lies between the edges is
  /// covered by its strokes; nil for other lines. Cairo draws two edges in a small part of the time of all strokes.
  static func edges(_ path: [Point]) -> (upper: [Point], lower: [Point])? {
    guard path.count >= leastPoints else { return nil }
    var upper: [Point] = []
    var lower: [Point] = []
    var index = 0
    while index < path.count {
      let column = (path[index].x / columnWidth).rounded(.down)
      var (top, bottom) = (path[index], path[index])
      while index < path.count, (path[index].x / columnWidth).rounded(.down) == column {
        if path[index].y < top.y { top = path[index] }
        if path[index].y > bottom.y { bottom = path[index] }
        if index + 1 < path.count {
          let step = path[index + 1].x - path[index].x
          guard step >= 0, step <= columnWidth else { return nil }
        }
        index += 1
      }
      upper.append(top)
      lower.append(bottom)
    }
    return (upper, lower)
  }

  /// Lines for which a legend looks for room: a column a pixel if there are many points, gaps or not.
  static func thinned(_ paths: Polylines) -> Polylines {
    paths.points.count < leastPoints ? paths : [columns(paths.points[...], width: 1)]
  }

  /// Whether a line is no longer than `length`.
  static func isShort(_ path: ArraySlice<Point>, length: Double) -> Bool {
    areShort(CollectionOfOne(path), length: length)
  }

  /// Whether lines are together no longer than `length`.
  static func areShort(_ paths: some Collection<ArraySlice<Point>>, length: Double) -> Bool {
    var way = 0.0
    for path in paths {
      for (a, b) in zip(path, path.dropFirst()) {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        way += (dx * dx + dy * dy).squareRoot()
        if way > length { return false }
      }
    }
    return true
  }

  private static func columns(_ path: ArraySlice<Point>, width: Double) -> [Point] {
    var kept: [Point] = []
    path.withUnsafeBufferPointer { path in
      var index = 0
      while index < path.count {
        let column = (path[index].x / width).rounded(.down)
        let first = index
        var lowest = index
        var highest = index
        while index < path.count, (path[index].x / width).rounded(.down) == column {
          if path[index].y < path[lowest].y { lowest = index }
          if path[index].y > path[highest].y { highest = index }
          index += 1
        }
        let last = index - 1
        kept.append(path[first])
        for extreme in [min(lowest, highest), max(lowest, highest)] where extreme > first && extreme < last {
          if kept.last != path[extreme] { kept.append(path[extreme]) }
        }
        if last > first { kept.append(path[last]) }
      }
    }
    return kept
  }
}
