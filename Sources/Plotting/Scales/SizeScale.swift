/// How numbers become the sizes of symbols: differences of numbers are differences of areas.
public struct SizeScale: Sendable, Equatable {
  /// The widths of the symbols of the smallest and of the largest number in points, 0 to 1000.
  public var widths: ClosedRange<Double>
  /// The number of one end, and ``to`` of the other, in either order; beyond them the smallest and the largest symbol go on. nil for
  /// the smallest number of all.
  public var from: Double?
  /// The number of the other end; nil for the largest number of all.
  public var to: Double?
  /// The numbers of the smallest and the largest symbol; nil if one of them is the data's.
  public var limits: ClosedRange<Double>? {
    get {
      guard let from, let to, from <= to || to <= from else { return nil }
      return min(from, to)...max(from, to)
    }
    set { (from, to) = (newValue?.lowerBound, newValue?.upperBound) }
  }
  /// What the numbers are: written before those in the legend. nil for numbers alone.
  public var label: String?

  /// Creates a scale for all numbers, or for those within `limits`.
  ///
  /// A range whose first number is above its last is a runtime error in Swift. For limits that are computed from data, or
  /// for a scale with one fixed end, there is `SizeScale(from:to:)`.
  public init(_ widths: ClosedRange<Double> = 3...14, limits: ClosedRange<Double>? = nil, label: String? = nil) {
    self.init(widths, from: limits?.lowerBound, to: limits?.upperBound, label: label)
  }

  /// Creates a scale from one number to another, in either order; with nil, the data decides: `SizeScale(from: 0, to: nil)` begins
  /// at zero.
  public init(_ widths: ClosedRange<Double> = 3...14, from: Double?, to: Double?, label: String? = nil) {
    self.widths = widths
    self.from = from
    self.to = to
    self.label = label
  }
}

extension SizeScale {
  func check(_ check: ValueCheck) throws(PlottingError) {
    try check.numbers(["widths.lowerBound": widths.lowerBound, "widths.upperBound": widths.upperBound], .size)
    try check.numbers(["from": from, "to": to], .finite)
  }

  /// The range that the sizes span for `values`.
  func range(of values: [Double]) -> AxisRange {
    let all = AxisRange(of: values) ?? AxisRange(lower: from ?? 0, upper: to ?? 1)
    let (one, other) = (from ?? min(all.lower, to ?? all.lower), to ?? max(all.upper, from ?? all.upper))
    return AxisRange(lower: min(one, other), upper: max(one, other))
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
