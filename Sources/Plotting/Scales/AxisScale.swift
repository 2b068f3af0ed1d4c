/// A scale and the stretch of it that an axis shows.
struct AxisScale: Sendable, Equatable {
  var scale: Scale
  /// What is shown, as the scale transforms it.
  var range: AxisRange
  /// Whether numbers grow towards the start of the axis.
  var isReversed = false

  /// The position of `value` on an axis from `start`; not a number where it has none.
  func position(_ value: Double, start: Double, length: Double) -> Double {
    position(ofTransformed: scale.transform(value), start: start, length: length)
  }

  /// One multiplication and one addition, as in matplotlib's composed matrices, so that what stands between two
  /// pixels there does so here.
  func position(ofTransformed value: Double, start: Double, length: Double) -> Double {
    places(start: start, length: length).place(ofTransformed: value)
  }

  /// Where all numbers stand on an axis from `start`.
  func places(start: Double, length: Double) -> Places {
    let (from, to) = isReversed ? (range.upper, range.lower) : (range.lower, range.upper)
    let scale = 1 / (to - from)
    return Places(scale: self.scale, factor: length * scale, shift: length * (-from * scale) + start)
  }

  /// A scale and the stretch of the page that an axis takes.
  struct Places {
    fileprivate let scale: Scale
    fileprivate let factor: Double
    fileprivate let shift: Double

    /// The position of a number; not a number where it has none.
    func place(_ value: Double) -> Double {
      if case .linear = scale { return abs(value) <= AxisRange.largestValue ? factor * value + shift : .nan }
      return place(ofTransformed: scale.transform(value))
    }

    fileprivate func place(ofTransformed value: Double) -> Double { factor * value + shift }
  }

  /// What is shown, in the data's numbers, as far as a `Double` holds them: margins can lie beyond.
  var dataRange: AxisRange {
    func held(_ position: Double) -> Double { min(max(scale.inverse(position), -1e307), 1e307) }
    return AxisRange(lower: held(range.lower), upper: held(range.upper))
  }
}

/// What marks show along an axis.
public struct DataExtent: Sendable, Equatable {
  /// From the smallest to the largest number; nil where there is none.
  var range: AxisRange?
  /// Ends beyond which no margin is added, such as the foot of a bar.
  var sticky: [Double] = []
  /// From the first to the last edge of cells, which lie at whole numbers of bands.
  var cells: AxisRange?

  init(range: AxisRange? = nil, sticky: [Double] = [], cells: AxisRange? = nil) {
    self.range = range
    self.sticky = sticky
    self.cells = cells
  }

  /// The range of those of `values` that have a place on `scale`. An axis has no margin beyond its data at an end that is one
  /// of `sticky`, such as the foot of bars.
  public init(of values: some Sequence<Double>, on scale: Scale, sticky: [Double] = []) {
    self.init(range: scale.extent(of: values), sticky: sticky)
  }

  /// What both show.
  func union(_ other: DataExtent) -> DataExtent {
    DataExtent(
      range: Self.union(range, other.range), sticky: sticky + other.sticky, cells: Self.union(cells, other.cells))
  }

  private static func union(_ a: AxisRange?, _ b: AxisRange?) -> AxisRange? {
    guard let a, let b else { return a ?? b }
    return AxisRange(lower: min(a.lower, b.lower), upper: max(a.upper, b.upper))
  }
}

extension AxisScale {
  /// The widest that a logarithmic axis gets, as powers of ten: what a `Double` can hold.
  private static let largestPower = 307.0

  /// The scale on which all of `data` is seen, with `margin` of its length on both sides.
  init(_ scale: Scale, showing data: DataExtent, margin: Double) {
    self.scale = scale
    switch scale {
    case .band(let names):
      let named = AxisRange(lower: 0, upper: Double(max(names.count, 1)))
      // Whole bands for numbers beyond the names, but not for what rounding adds.
      let bands = data.range.map { data in
        AxisRange(
          lower: min(named.lower, (scale.transform(data.lower) + 1e-9).rounded(.down)),
          upper: max(named.upper, (scale.transform(data.upper) - 1e-9).rounded(.up)))
      }
      range = data.cells ?? bands ?? named
    case .linear, .symlog:
      let unknown = AxisRange(lower: -.infinity, upper: .infinity)
      let shown = DataExtent(range: data.range, cells: nil).union(DataExtent(range: data.cells)).range ?? unknown
      let wide = scale == .linear ? shown : shown.widened(expander: 0.05)
      range = AxisRange(lower: scale.transform(wide.lower), upper: scale.transform(wide.upper)).withMargin(margin)
      stick(to: data.sticky, of: shown)
    case .power:
      let shown = (data.range ?? AxisRange(lower: 0, upper: 1)).widened(expander: 0.05)
      let start = max(shown.lower, 0)
      range = AxisRange(lower: scale.transform(start), upper: scale.transform(shown.upper)).withMargin(margin)
      range.lower = max(range.lower, 0)
      stick(to: data.sticky, of: shown)
    case .date:
      var shown = data.range ?? AxisRange(lower: 0, upper: 86_400)
      // Around a single moment, four years, as matplotlib has it.
      if shown.length == 0 { shown = AxisRange(lower: shown.lower - 63_115_200, upper: shown.upper + 63_115_200) }
      range = shown.withMargin(margin)
      range.lower = max(range.lower, DateTime.range.lowerBound)
      range.upper = min(range.upper, DateTime.range.upperBound)
      stick(to: data.sticky, of: shown)
    case .log(let base):
      guard let shown = data.range else {
        range = AxisRange(lower: 0, upper: 1)
        return
      }
      var lower = scale.transform(shown.lower)
      var upper = scale.transform(shown.upper)
      if lower == upper {
        // A single value is shown between the powers around it.
        lower = lower.rounded(.down) < lower ? lower.rounded(.down) : lower - 1
        upper = upper.rounded(.up) > upper ? upper.rounded(.up) : upper + 1
      }
      let limit = Self.largestPower / Scale.logarithm(base, 10)
      range = AxisRange(lower: lower, upper: upper).withMargin(margin)
      range = AxisRange(lower: max(range.lower, -limit), upper: min(range.upper, limit))
      stick(to: data.sticky, of: shown)
    }
  }

  /// The scale from one number to another, reversed if the first is the larger one; nil if these have no place on it or are
  /// the same, and for bands, all of which are shown.
  init?(_ scale: Scale, from: Double, to: Double) {
    if case .band = scale { return nil }
    let (start, end) = (scale.transform(from), scale.transform(to))
    let shown = AxisRange(lower: min(start, end), upper: max(start, end))
    guard shown.length > 0, 1 / shown.length < .infinity,
      shown.length >= 1e-13 * max(abs(shown.lower), abs(shown.upper))
    else { return nil }
    self.init(scale: scale, range: shown, isReversed: start > end)
  }

  /// The same scale with one end at a given number. If no data lies beyond it, the axis goes on for one unit or power.
  func with(from: Double?, to: Double?) -> AxisScale {
    if case .band = scale { return self }
    var result = self
    func unit(beyond end: Double) -> Double { max(1, 0.1 * abs(end)) }
    if let from {
      let start = scale.transform(from)
      result.range.lower = start
      if !(range.upper - start > 1e-13 * abs(start)) { result.range.upper = start + unit(beyond: start) }
    }
    if let to {
      let end = scale.transform(to)
      result.range.upper = end
      if !(end - range.lower > 1e-13 * abs(end)) { result.range.lower = end - unit(beyond: end) }
    }
    return result
  }

  private mutating func stick(to sticky: [Double], of shown: AxisRange) {
    guard shown.length > 0 else { return }
    if sticky.contains(shown.lower) { range.lower = scale.transform(shown.lower) }
    if sticky.contains(shown.upper) { range.upper = scale.transform(shown.upper) }
  }
}

extension Scale {
  /// The range of those of `values` that have a place on the scale.
  func extent(of values: some Sequence<Double>) -> AxisRange? {
    switch self {
    case .linear, .symlog, .band: AxisRange(of: values)
    case .log: AxisRange(of: values.lazy.filter { $0 >= Scale.smallestLogValue })
    case .power, .date: AxisRange(of: values.lazy.filter { transform($0).isFinite })
    }
  }
}

extension Scale {
  /// What an axis without stated limits shows of all `lists`, with `margin` of its length on both sides; nil if none of their
  /// numbers has a place on the scale.
  package func limits(showing lists: [[Double]], margin: Double) -> ClosedRange<Double>? {
    let extents = lists.compactMap { extent(of: $0) }
    guard let extent = AxisRange(of: extents.flatMap { [$0.lower, $0.upper] }) else { return nil }
    let shown = AxisScale(self, showing: DataExtent(range: extent), margin: margin).dataRange
    let (lower, upper) = (max(shown.lower, -AxisRange.largestValue), min(shown.upper, AxisRange.largestValue))
    return lower <= upper ? lower...upper : nil
  }
}
