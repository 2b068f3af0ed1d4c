import Glibc

/// The ticks of an axis that is linear around zero, as matplotlib's `SymmetricalLogLocator` places them: zero, and
/// powers of the base beyond the threshold.
enum SymlogTicks {
  /// The most ticks that are placed.
  private static let maximum = 15

  /// The ticks from `range.lower` to `range.upper`.
  static func ticks(in range: AxisRange, threshold: Double, base: Double) -> [Double] {
    if -threshold <= range.lower && range.upper <= threshold {
      return Set([range.lower, 0, range.upper]).sorted()
    }
    let hasNegative = range.lower < -threshold
    let hasPositive = range.upper > threshold
    let hasLinear = (hasNegative && range.upper > -threshold) || (hasPositive && range.lower < threshold)
    func powers(from low: Double, to high: Double) -> Range<Int> {
      let first = Int((log(low) / log(base)).rounded(.down))
      return first..<max(first, Int((log(high) / log(base)).rounded(.up)))
    }
    let negative = hasNegative ? powers(from: abs(min(-threshold, range.upper)), to: abs(range.lower) + 1) : 0..<0
    let positive = hasPositive ? powers(from: max(threshold, range.lower), to: range.upper + 1) : 0..<0
    let total = negative.count + positive.count + (hasLinear ? 1 : 0)
    let step = max(total / (maximum - 1), 1)
    func values(_ powers: Range<Int>) -> [Double] {
      stride(from: powers.lowerBound, to: powers.upperBound, by: step).map { pow(base, Double($0)) }
    }
    return values(negative).reversed().map { -$0 } + (hasLinear ? [0] : []) + values(positive)
  }
}
