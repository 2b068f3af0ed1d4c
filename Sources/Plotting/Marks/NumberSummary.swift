import NumberText

/// What marks say of their numbers, to axes and in words.
enum NumberSummary {
  /// What points at `x` and `y` show along an axis of `scale`. A point of which one number is missing counts with neither.
  static func extent(_ direction: AxisDirection, x: [Double], y: [Double], on scale: Scale) -> DataExtent {
    var lower = Double.infinity
    var upper = -Double.infinity
    let smallest = if case .log = scale { Scale.smallestLogValue } else { -AxisRange.largestValue }
    let (shown, other) = direction == .x ? (x, y) : (y, x)
    let largest = AxisRange.largestValue
    for index in 0..<min(shown.count, other.count) {
      let value = shown[index]
      if value >= smallest && value <= largest && abs(other[index]) <= largest {
        lower = min(lower, value)
        upper = max(upper, value)
      }
    }
    return DataExtent(range: lower <= upper ? AxisRange(lower: lower, upper: upper) : nil)
  }

  /// A number with up to four digits, for words.
  static func text(_ value: Double) -> String {
    significant(value, digits: 4)
  }

  /// How many numbers there are, where they start and end, and between which they lie.
  static func ends(_ values: [Double]) -> String {
    let finite = values.filter(\.isFinite)
    guard let first = finite.first, let last = finite.last, let least = finite.min(), let most = finite.max() else {
      return "no points"
    }
    let count = finite.count == 1 ? "1 point" : "\(finite.count) points"
    guard finite.count > 1 else { return "\(count) at \(text(first))" }
    return "\(count) from \(text(first)) to \(text(last)), between \(text(least)) and \(text(most))"
  }
}
