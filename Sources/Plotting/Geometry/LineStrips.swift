/// The area that a line of very many points covers, as strips that are filled instead of strokes that are drawn one by one.
///
/// In steps that are small beside a pixel, what a stroke covers is what lies between the lowest and the highest point of each
/// narrow column, whether the line has gaps or not.
struct LineStrips {
  /// The upper and the lower edge of each strip, a point a column.
  let strips: [(upper: [Point], lower: [Point])]

  /// The widths of columns to try, in pixels; a wider one is for longer steps.
  static let columnWidths = [PathSimplifier.columnWidth, 0.5]
  /// Half a sample of ``StrokeCoverage``.
  static let sampledColumnWidths = [1.0 / 16]

  /// The strips of `paths`, which go to the right one after the other in steps no longer than a column; nil if they do not.
  ///
  /// - Parameter strokeWidth: the width of the line in pixels. Distances below it are covered by its strokes.
  init?(_ paths: some Collection<some Collection<Point>>, strokeWidth: Double, columnWidths: [Double] = columnWidths) {
    guard let width = columnWidths.first(where: { Self.areDense(paths, step: $0) }) else { return nil }
    var strips = Strips(columnWidth: width, reach: strokeWidth)
    for path in paths { strips.add(path) }
    self.strips = strips.finished()
  }

  /// The outline of each strip, its first corner again at the end.
  var outlines: [[Point]] { strips.map { $0.upper + $0.lower.reversed() + $0.upper.prefix(1) } }

  /// Lines along both edges of each strip, whose strokes cover with what lies between them what those of the line itself do. They
  /// begin and end in the middle, so that their caps lie within.
  var edgeLines: Polylines {
    var lines = Polylines()
    for (upper, lower) in strips {
      let middles = [(upper.first, lower.first), (upper.last, lower.last)].map { upper, lower in
        [upper, lower].compactMap { $0 }.reduce(Point(x: 0, y: 0)) { Point(x: $1.x, y: $0.y + $1.y / 2) }
      }
      for edge in [upper, lower] { lines.append(middles.prefix(1) + edge + middles.suffix(1)) }
    }
    return lines
  }

  /// Whether the paths go to the right without a step longer than `step`, gaps aside.
  private static func areDense(_ paths: some Collection<some Collection<Point>>, step: Double) -> Bool {
    var end = -Double.infinity
    for path in paths {
      guard let first = path.first, first.x >= end else { return false }
      var x = first.x
      for point in path {
        guard point.x >= x, point.x - x <= step else { return false }
        x = point.x
      }
      end = x
    }
    return true
  }
}

/// Strips under way, from left to right.
private struct Strips {
  let columnWidth: Double
  let reach: Double
  private var column = -Double.infinity
  private var intervals: [(top: Double, bottom: Double)] = []
  private var lastColumn = -Double.infinity
  private var open: [(upper: [Point], lower: [Point])] = []
  private var closed: [(upper: [Point], lower: [Point])] = []

  init(columnWidth: Double, reach: Double) {
    self.columnWidth = columnWidth
    self.reach = reach
  }

  mutating func add(_ path: some Collection<Point>) {
    var previous: Double?
    for point in path {
      let column = (point.x / columnWidth).rounded(.down)
      if column != self.column {
        // The stroke into the next column belongs to both.
        if let previous { extend(previous, point.y) }
        endColumn()
        self.column = column
        begin(previous ?? point.y)
      } else if previous == nil {
        begin(point.y)
      }
      extend(point.y, point.y)
      previous = point.y
    }
  }

  mutating func finished() -> [(upper: [Point], lower: [Point])] {
    endColumn()
    closeStrips()
    return closed
  }

  private mutating func begin(_ y: Double) { intervals.append((y, y)) }

  private mutating func extend(_ y: Double, _ other: Double) {
    let last = intervals.count - 1
    intervals[last].top = min(intervals[last].top, y, other)
    intervals[last].bottom = max(intervals[last].bottom, y, other)
  }

  /// Joins what touches in the column, and goes on with the strips of the column before where each has one successor.
  private mutating func endColumn() {
    guard !intervals.isEmpty else { return }
    intervals.sort { $0.top < $1.top }
    var joined: [(top: Double, bottom: Double)] = []
    for interval in intervals {
      if let last = joined.last, interval.top - last.bottom <= reach {
        joined[joined.count - 1].bottom = max(last.bottom, interval.bottom)
      } else {
        joined.append(interval)
      }
    }
    intervals.removeAll(keepingCapacity: true)
    let goesOn =
      column - lastColumn <= 1 && joined.count == open.count
      && zip(joined, open).allSatisfy { interval, strip in
        guard let top = strip.upper.last?.y, let bottom = strip.lower.last?.y else { return false }
        return interval.top - bottom <= reach && top - interval.bottom <= reach
      }
    if !goesOn { closeStrips() }
    let x = (column + 0.5) * columnWidth
    for (index, interval) in joined.enumerated() {
      if !goesOn { open.append(([], [])) }
      open[index].upper.append(Point(x: x, y: interval.top))
      open[index].lower.append(Point(x: x, y: interval.bottom))
    }
    lastColumn = column
  }

  private mutating func closeStrips() {
    closed += open
    open.removeAll(keepingCapacity: true)
  }
}

extension PathSimplifier {
  /// How often a line passes over the area that it covers, on average, if it is so wide: 1 for a smooth line, many times for
  /// noise.
  static func passes(_ paths: some Collection<some Collection<Point>>, strokeWidth: Double) -> Double {
    let width = max(strokeWidth, 1)
    var (length, area) = (0.0, 0.0)
    // A line with many gaps has many short paths in one column, whose area is theirs together.
    var column: (number: Double, top: Double, bottom: Double)?
    for path in paths {
      var previous = path.first ?? Point(x: 0, y: 0)
      for point in path {
        let (dx, dy) = (point.x - previous.x, point.y - previous.y)
        length += (dx * dx + dy * dy).squareRoot()
        previous = point
        let number = (point.x / width).rounded(.down)
        if let open = column, open.number == number {
          column = (number, min(open.top, point.y), max(open.bottom, point.y))
        } else {
          if let open = column { area += (open.bottom - open.top + width) * width }
          column = (number, point.y, point.y)
        }
      }
    }
    if let open = column { area += (open.bottom - open.top + width) * width }
    return area > 0 ? length * width / area : 0
  }
}
