/// The pixels of a page that opaque shapes of one colour cover wholly, to leave out those that add nothing.
struct CoverageMap {
  private let width: Int
  private let height: Int
  private let wordsPerRow: Int
  private var words: [UInt64]

  /// A page with nothing on it.
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    wordsPerRow = (width + 63) / 64
    words = Array(repeating: 0, count: wordsPerRow * height)
  }

  /// Adds a shape with its top left corner at (`left`, `top`); false if all that it touches is covered already.
  mutating func add(_ mask: StampMasks.Mask, left: Int, top: Int) -> Bool {
    guard touchesMore(mask, left: left, top: top) else { return false }
    for (row, columns) in mask.full.enumerated() {
      visit(columns, row: top + row, left: left) { words, index, bits in
        words[index] |= bits
        return true
      }
    }
    return true
  }

  private mutating func touchesMore(_ mask: StampMasks.Mask, left: Int, top: Int) -> Bool {
    for (row, columns) in mask.touched.enumerated() {
      let isCovered = visit(columns, row: top + row, left: left) { words, index, bits in words[index] & bits == bits }
      if !isCovered { return true }
    }
    return false
  }

  /// Calls `body` for the bits of columns in each word of a row until it is false; what lies outside of the page is left out.
  @discardableResult
  private mutating func visit(
    _ columns: Range<Int>, row: Int, left: Int, _ body: (inout [UInt64], Int, UInt64) -> Bool
  ) -> Bool {
    var column = max(left + columns.lowerBound, 0)
    let end = min(left + columns.upperBound, width)
    guard row >= 0, row < height else { return true }
    while column < end {
      let word = column / 64
      let stop = min(end, (word + 1) * 64)
      let bits = (UInt64.max >> UInt64(64 - (stop - column))) << UInt64(column % 64)
      if !body(&words, row * wordsPerRow + word, bits) { return false }
      column = stop
    }
    return true
  }
}

extension Stamp {
  /// Those of `points` at which something is seen: many opaque shapes hide each other, and of those in one eighth of a pixel
  /// one is enough.
  func visible(_ points: [Point], color: Color, width: Int, height: Int) throws(PlottingError) -> [Point] {
    guard color.alpha >= 1, points.count >= Self.leastPlaces, var masks = StampMasks(self) else { return points }
    var places = DistinctPlaces(width: width, height: height)
    let distinct = points.filter { places.take(Self.split($0.x), Self.split($0.y)) }
    return try masks.visible(distinct, width: width, height: height)
  }
}

extension StampMasks {
  /// Those of `points` whose opaque shapes are not wholly covered by others, on a page of `width` x `height` pixels.
  mutating func visible(_ points: [Point], width: Int, height: Int) throws(PlottingError) -> [Point] {
    var map = CoverageMap(width: width, height: height)
    var kept: [Point] = []
    for point in points {
      let (x, y) = (Stamp.split(point.x), Stamp.split(point.y))
      let mask = try mask(x: x.phase, y: y.phase)
      if map.add(mask, left: x.pixel - reach, top: y.pixel - reach) { kept.append(point) }
    }
    return kept
  }
}
