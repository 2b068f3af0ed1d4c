/// Lines one after the other, all their points in one list: a line with very many gaps has as many parts, and an array for each
/// would take longer than to draw them.
struct Polylines: RandomAccessCollection, ExpressibleByArrayLiteral, Equatable {
  /// The points of all lines.
  private(set) var points: [Point] = []
  /// Where each line ends in them; none is empty.
  private var ends: [Int] = []

  /// No lines.
  init() {}

  /// The lines of the places that `count` numbers have, cut where these are not finite.
  init(_ count: Int, _ place: (Int) -> Point) {
    var ends: [Int] = []
    points = [Point](unsafeUninitializedCapacity: count) { points, filled in
      var start = 0
      for index in 0..<count {
        let point = place(index)
        if point.isFinite {
          points.initializeElement(at: filled, to: point)
          filled += 1
        } else if filled > start {
          ends.append(filled)
          start = filled
        }
      }
      if filled > start { ends.append(filled) }
    }
    self.ends = ends
  }

  /// Those of `lines` that have points.
  init(_ lines: some Sequence<some Collection<Point>>) {
    for line in lines { append(line) }
  }

  init(arrayLiteral lines: [Point]...) { self.init(lines) }

  /// Adds a line, unless it has no points.
  mutating func append(_ line: some Collection<Point>) {
    if line.isEmpty { return }
    points += line
    ends.append(points.count)
  }

  /// The lines of both.
  static func + (one: Polylines, other: Polylines) -> Polylines {
    if one.isEmpty || other.isEmpty { return one.isEmpty ? other : one }
    var both = one
    both.points += other.points
    both.ends += other.ends.map { $0 + one.points.count }
    return both
  }

  var startIndex: Int { 0 }
  var endIndex: Int { ends.count }

  subscript(line: Int) -> ArraySlice<Point> { points[(line == 0 ? 0 : ends[line - 1])..<ends[line]] }

  /// The lines for which a condition holds.
  func filter(_ isKept: (ArraySlice<Point>) -> Bool) -> Polylines {
    allSatisfy(isKept) ? self : Polylines(lazy.filter(isKept))
  }

  /// The points of lines of one point.
  var lonePoints: [Point] { points.count == 1 ? points : lazy.filter { $0.count == 1 }.flatMap { $0 } }
}
