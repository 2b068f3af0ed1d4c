/// The Euclidean norm of the difference divided by that of the expected values, or by `least` if that is larger.
///
/// It is infinite if the counts differ, and 0 if both are zero throughout.
package func relativeNorm<Value: BinaryFloatingPoint, Expected: BinaryFloatingPoint>(
  _ values: [Value], _ expected: [Expected], atLeast least: Double = .leastNormalMagnitude
) -> Double {
  guard values.count == expected.count else { return .infinity }
  var (difference, norm) = (0.0, 0.0)
  for (value, expected) in zip(values, expected) {
    let (value, expected) = (Double(value), Double(expected))
    difference += (value - expected) * (value - expected)
    norm += expected * expected
  }
  return difference.squareRoot() / max(norm.squareRoot(), least)
}
