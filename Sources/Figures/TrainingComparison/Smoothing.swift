/// The means of `count` values around each value, as the `rolling(count, center=True, min_periods=1).mean()` of pandas gives
/// them: at the ends of those that there are. Of an even number, one more stands before than after.
///
/// What is not finite counts for none of them, and stays.
func centredMeans(of values: [Double], over count: Int) -> [Double] {
  guard count > 1, !values.isEmpty else { return values }
  let (before, after) = (count / 2, (count - 1) / 2)
  // A window reaches over two blocks of its length at most: the end of one and the start of the next. Sums that begin with
  // each block take no value back, so that a large one costs later means no digit.
  var fromStart = values.map { Tally($0) }
  var toEnd = fromStart
  for index in values.indices.dropFirst() where !index.isMultiple(of: count) {
    fromStart[index] += fromStart[index - 1]
  }
  for index in values.indices.dropLast().reversed() where !(index + 1).isMultiple(of: count) {
    toEnd[index] += toEnd[index + 1]
  }
  return values.indices.map { index in
    guard values[index].isFinite else { return values[index] }
    let (first, last) = (max(index - before, 0), min(index + after, values.count - 1))
    var tally = fromStart[last]
    if first / count != last / count {
      tally += toEnd[first]
    } else if !first.isMultiple(of: count) {
      // Both ends in one block that the window does not begin: only at the end of the values.
      tally = toEnd[first]
    }
    return tally.sum / Double(tally.count)
  }
}

/// A sum of finite values.
private struct Tally {
  var sum: Double
  var count: Int

  init(_ value: Double) {
    sum = value.isFinite ? value : 0
    count = value.isFinite ? 1 : 0
  }

  static func += (tally: inout Tally, other: Tally) {
    tally.sum += other.sum
    tally.count += other.count
  }
}
