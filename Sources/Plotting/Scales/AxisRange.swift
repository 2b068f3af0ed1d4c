/// The stretch of values that an axis shows.
struct AxisRange: Sendable, Equatable {
  var lower: Double
  var upper: Double

  var length: Double { upper - lower }

  /// The range as it is shown: never empty, never backwards, never not a number.
  ///
  /// A range that is narrower than `tiny` of its largest end is widened by `expander` of its ends; one around zero
  /// that is too small for a `Double` becomes `-expander...expander`.
  func widened(expander: Double, tiny: Double = 1e-15) -> AxisRange {
    guard lower.isFinite, upper.isFinite else { return AxisRange(lower: -expander, upper: expander) }
    let range = AxisRange(lower: min(lower, upper), upper: max(lower, upper))
    let largest = max(abs(range.lower), abs(range.upper))
    if largest < 1e6 / tiny * Double.leastNormalMagnitude { return AxisRange(lower: -expander, upper: expander) }
    if range.length <= largest * tiny {
      return AxisRange(
        lower: range.lower - expander * abs(range.lower), upper: range.upper + expander * abs(range.upper))
    }
    return range
  }

  /// The range that an axis shows for data from `lower` to `upper`: widened where it is a single value, then
  /// enlarged by `margin` of its length on both sides.
  func withMargin(_ margin: Double) -> AxisRange {
    let data = widened(expander: 0.05)
    let delta = data.length * margin
    guard delta.isFinite else { return data }
    return AxisRange(lower: data.lower - delta, upper: data.upper + delta).widened(expander: 1e-12, tiny: 1e-13)
  }

  /// Whether `value` lies inside, with a tolerance of 1e-10 of the length for rounding.
  func containsClosely(_ value: Double) -> Bool {
    let tolerance = length * 1e-10
    return lower - tolerance <= value && value <= upper + tolerance
  }

  /// The largest absolute value that is drawn; what lies beyond is a gap, as NaN is, so that no sum overflows.
  static let largestValue = 1e300

  /// The range of those of `values` that can be drawn; nil where none can.
  init?(of values: some Sequence<Double>) {
    var lower = Double.infinity
    var upper = -Double.infinity
    for value in values where abs(value) <= Self.largestValue {
      lower = min(lower, value)
      upper = max(upper, value)
    }
    guard lower <= upper else { return nil }
    self.init(lower: lower, upper: upper)
  }

  init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}
