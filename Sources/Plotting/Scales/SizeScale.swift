/// How numbers become the sizes of symbols: differences of numbers are differences of areas.
public struct SizeScale: Sendable, Equatable {
  /// The widths of the symbols of the smallest and of the largest number in points, 0 to 1000.
  public var widths: ClosedRange<Double>
  /// The numbers of the smallest and the largest symbol, beyond which these go on; nil for the smallest and the largest number.
  public var limits: ClosedRange<Double>?
  /// What the numbers are: written before those in the legend. nil for numbers alone.
  public var label: String?

  /// Creates a scale.
  public init(_ widths: ClosedRange<Double> = 3...14, limits: ClosedRange<Double>? = nil, label: String? = nil) {
    self.widths = widths
    self.limits = limits
    self.label = label
  }
}

extension SizeScale {
  func check(_ check: ValueCheck) throws(PlottingError) {
    try check.numbers(["widths.lowerBound": widths.lowerBound, "widths.upperBound": widths.upperBound], .size)
    try check.numbers(["limits.lowerBound": limits?.lowerBound, "limits.upperBound": limits?.upperBound], .finite)
  }

  /// The range that the sizes span for `values`.
  func range(of values: [Double]) -> AxisRange {
    limits.map { AxisRange(lower: $0.lowerBound, upper: $0.upperBound) } ?? AxisRange(of: values)
      ?? AxisRange(lower: 0, upper: 1)
  }

  /// The width of a symbol in points; not a number if its number is not finite.
  func size(of value: Double, in range: AxisRange) -> Double {
    guard abs(value) <= AxisRange.largestValue else { return .nan }
    let share = range.length > 0 ? min(max((value - range.lower) / range.length, 0), 1) : 1
    let (least, most) = (widths.lowerBound * widths.lowerBound, widths.upperBound * widths.upperBound)
    return (least + share * (most - least)).squareRoot()
  }

  /// The numbers that the legend shows, two to five round ones, and how it writes them.
  func samples(in range: AxisRange) -> [(value: Double, label: String)] {
    guard range.length > 0 else {
      return [(range.lower, (label.map { "\($0) " } ?? "") + NumberSummary.text(range.lower))]
    }
    let ticks = TickLocator(steps: 4).ticks(in: range).filter(range.containsClosely)
    let formatter = TickFormatter(ticks: ticks, range: range)
    return zip(ticks, formatter.labels).map { value, words in
      let number = formatter.common.isEmpty ? words : NumberSummary.text(value)
      return (value, (label.map { "\($0) " } ?? "") + number)
    }
  }
}
