/// Numbers at the nodes of a grid, between which they change evenly, and where they cross a level (marching squares). Four nodes of
/// which one has no number are a hole.
struct ContourField: Sendable, Equatable {
  let x: [Double]
  let y: [Double]
  /// Row by row, as many as `x.count * y.count`.
  let z: [Double]
  /// Whether all four nodes of a cell have a number, row by row; none if there are not as many heights as nodes.
  private let isWhole: [Bool]

  init(x: [Double], y: [Double], z: [Double]) {
    self.x = x
    self.y = y
    self.z = z
    let columns = x.count
    guard columns > 1, y.count > 1, z.count == columns * y.count else {
      isWhole = []
      return
    }
    let isKnown = z.map { abs($0) <= AxisRange.largestValue }
    isWhole = (0..<(y.count - 1) * (columns - 1)).map { cell in
      let node = cell / (columns - 1) * columns + cell % (columns - 1)
      return isKnown[node] && isKnown[node + 1] && isKnown[node + columns] && isKnown[node + columns + 1]
    }
  }

  /// The lines along which the numbers are `level`, with what is above on their left if y grows upwards; those that come back
  /// to their start end with it.
  func lines(at level: Double) -> [[Point]] {
    var next: [Int: Int] = [:]
    for cell in cells(around: level, false, withAbove: false) {
      for (from, to) in segments(of: cell, level, false) { next[from] = to }
    }
    let targets = Set(next.values)
    // From the ends of open lines first, then around what is left.
    let starts = next.keys.filter { !targets.contains($0) }.sorted()
    var lines: [[Point]] = []
    for start in starts + next.keys.sorted() where next[start] != nil {
      var line = [point(start, level)]
      var place = start
      while let following = next.removeValue(forKey: place) {
        place = following
        line.append(point(place, level))
      }
      lines.append(line)
    }
    return lines
  }

  /// The outlines of all that is above `level`, or exactly there if that is included, holes the other way around.
  func outlines(above level: Double, orAt isIncluded: Bool = false) -> [[Point]] {
    var next: [Int: [Int]] = [:]
    for cell in cells(around: level, isIncluded, withAbove: true) {
      for (from, to) in segments(of: cell, level, isIncluded) + edges(of: cell, level, isIncluded) {
        next[from, default: []].append(to)
      }
    }
    var outlines: [[Point]] = []
    for start in next.keys.sorted() {
      while let first = next[start]?.popLast() {
        var outline = [point(start, level)]
        var place = first
        while place != start {
          outline.append(point(place, level))
          guard let following = next[place]?.popLast() else { break }
          place = following
        }
        outlines.append(outline)
      }
    }
    return outlines
  }

  // A place is a node or the crossing of an edge from a node to its right or upper neighbour: three numbers a node.
  private func node(_ row: Int, _ column: Int) -> Int { 3 * (row * x.count + column) }

  private func point(_ place: Int, _ level: Double) -> Point {
    let (node, kind) = place.quotientAndRemainder(dividingBy: 3)
    let (row, column) = node.quotientAndRemainder(dividingBy: x.count)
    let start = Point(x: x[column], y: y[row])
    guard kind > 0 else { return start }
    let end = kind == 1 ? Point(x: x[column + 1], y: y[row]) : Point(x: x[column], y: y[row + 1])
    let (from, to) = (z[node], z[kind == 1 ? node + 1 : node + x.count])
    let share = (level - from) / (to - from)
    return Point(x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
  }

  private struct Cell {
    var row: Int
    var column: Int
  }

  private func isWhole(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && column >= 0 && row + 1 < y.count && column + 1 < x.count && isWhole[row * (x.count - 1) + column]
  }

  /// The cells that the level crosses and, if asked for, those wholly above it that are at an edge.
  private func cells(around level: Double, _ isIncluded: Bool, withAbove: Bool) -> [Cell] {
    var cells: [Cell] = []
    for (index, isWhole) in isWhole.enumerated() where isWhole {
      let (row, column) = index.quotientAndRemainder(dividingBy: x.count - 1)
      let node = row * x.count + column
      func isHigh(_ node: Int) -> Bool { isAbove(node, level, isIncluded) }
      let isFirstHigh = isHigh(node)
      let isCrossed =
        isHigh(node + 1) != isFirstHigh || isHigh(node + x.count) != isFirstHigh
        || isHigh(node + x.count + 1) != isFirstHigh
      if isCrossed || (isFirstHigh && withAbove && isAtEdge(row, column)) {
        cells.append(Cell(row: row, column: column))
      }
    }
    return cells
  }

  private func isAtEdge(_ row: Int, _ column: Int) -> Bool {
    !isWhole(row - 1, column) || !isWhole(row + 1, column) || !isWhole(row, column - 1) || !isWhole(row, column + 1)
  }

  private func isAbove(_ node: Int, _ level: Double, _ isIncluded: Bool) -> Bool {
    z[node] > level || (isIncluded && z[node] == level)
  }

  /// The corners of a cell, counterclockwise, whether each is above, and the crossings of the edges from one to the next.
  private func corners(of cell: Cell, _ level: Double, _ isIncluded: Bool) -> (
    nodes: [Int], above: [Bool], crossings: [Int]
  ) {
    let lowerLeft = node(cell.row, cell.column)
    let nodes = [
      lowerLeft, node(cell.row, cell.column + 1), node(cell.row + 1, cell.column + 1), node(cell.row + 1, cell.column),
    ]
    return (
      nodes, nodes.map { isAbove($0 / 3, level, isIncluded) }, [nodes[0] + 1, nodes[1] + 2, nodes[3] + 1, nodes[0] + 2]
    )
  }

  /// The pieces of the line through a cell, from where its edge leaves what is above to where it comes back.
  private func segments(of cell: Cell, _ level: Double, _ isIncluded: Bool) -> [(Int, Int)] {
    let (nodes, above, crossings) = corners(of: cell, level, isIncluded)
    let leaving = (0..<4).filter { above[$0] && !above[($0 + 1) % 4] }
    let entering = (0..<4).filter { !above[$0] && above[($0 + 1) % 4] }
    guard let first = leaving.first, let other = entering.first else { return [] }
    guard leaving.count == 2 else { return [(crossings[first], crossings[other])] }
    // Of a saddle the middle decides which two corners belong together.
    let middle = nodes.reduce(0) { $0 + z[$1 / 3] / 4 }
    let step = middle > level ? 1 : 3
    return leaving.map { (crossings[$0], crossings[($0 + step) % 4]) }
  }

  /// What of a cell's edges is above and is an edge of the field or of a hole.
  private func edges(of cell: Cell, _ level: Double, _ isIncluded: Bool) -> [(Int, Int)] {
    let (nodes, above, crossings) = corners(of: cell, level, isIncluded)
    let neighbours = [(-1, 0), (0, 1), (1, 0), (0, -1)]
    return (0..<4).compactMap { side in
      let (rows, columns) = neighbours[side]
      guard !isWhole(cell.row + rows, cell.column + columns) else { return nil }
      let next = (side + 1) % 4
      switch (above[side], above[next]) {
      case (true, true): return (nodes[side], nodes[next])
      case (true, false): return (nodes[side], crossings[side])
      case (false, true): return (crossings[side], nodes[next])
      case (false, false): return nil
      }
    }
  }
}
