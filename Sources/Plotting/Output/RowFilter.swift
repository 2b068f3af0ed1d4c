/// PNG's filters of a row, which take from each byte what its neighbours foretell (PNG specification, section 9).
enum RowFilter: UInt8 {
  /// The row as it is.
  case none = 0
  /// Less the row above.
  case up = 2
  /// Less that of the left, upper and upper left neighbour which is nearest to left + upper - upper left.
  case paeth = 4

  /// The share of rows that repeat the one above from which on the others are left as they are.
  ///
  /// Pictures of blocks, as cells and enlarged images are, hold the same rows again and again, and a filter hides that
  /// from zlib: it makes them 5 to 20 % larger. Curves, of which hardly a row repeats, become a sixth smaller.
  static let largestRepeatedShare = 0.25

  /// Writes `row` to `target` behind its filter's number: the filter that leaves the smallest sum of bytes, taken as signed,
  /// as the specification advises (12.8).
  ///
  /// - Parameters:
  ///   - row: the packed row, `above` the one above it, or zeros.
  ///   - distance: bytes from a sample to the same one of the pixel at its left.
  ///   - target: room for the row and a byte more.
  static func write(
    _ row: UnsafeBufferPointer<UInt8>, above: UnsafeBufferPointer<UInt8>, distance: Int,
    to target: UnsafeMutableBufferPointer<UInt8>
  ) {
    var sums = (none: 0, up: 0, paeth: 0)
    for index in 0..<row.count {
      sums.none += cost(row[index])
      sums.up += cost(row[index] &- above[index])
      sums.paeth += cost(row[index] &- predicted(row, above, index, distance))
    }
    let best: RowFilter = sums.none <= min(sums.up, sums.paeth) ? .none : sums.up <= sums.paeth ? .up : .paeth
    target[0] = best.rawValue
    for index in 0..<row.count {
      let foretold: UInt8 =
        switch best {
        case .none: 0
        case .up: above[index]
        case .paeth: predicted(row, above, index, distance)
        }
      target[index + 1] = row[index] &- foretold
    }
  }

  private static func cost(_ byte: UInt8) -> Int { Int(Int8(bitPattern: byte).magnitude) }

  private static func predicted(
    _ row: UnsafeBufferPointer<UInt8>, _ above: UnsafeBufferPointer<UInt8>, _ index: Int, _ distance: Int
  ) -> UInt8 {
    guard index >= distance else { return above[index] }
    let (left, upper, corner) = (Int(row[index - distance]), Int(above[index]), Int(above[index - distance]))
    let (toLeft, toUpper, toCorner) = (abs(upper - corner), abs(left - corner), abs(left + upper - 2 * corner))
    if toLeft <= toUpper && toLeft <= toCorner { return row[index - distance] }
    return toUpper <= toCorner ? above[index] : above[index - distance]
  }
}
