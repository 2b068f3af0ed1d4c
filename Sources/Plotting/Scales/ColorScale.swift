/// How numbers become colours.
public struct ColorScale: Sendable, Equatable {
  /// The colours of the smallest to the largest number.
  public var colorMap: ColorMap
  /// How numbers are spread over the colours: ``Scale/linear``, ``Scale/log(base:)``, on which numbers that are not above zero
  /// have no colour, ``Scale/symlog(threshold:base:)`` or ``Scale/power(_:)``.
  public var scale: Scale
  /// The number of the first colour, which smaller ones have as well; nil for the smallest.
  public var from: Double?
  /// The number of the last colour, which larger ones have as well; nil for the largest.
  public var to: Double?
  /// Both ends as a range; nil if one of them is the data's, or ``from`` is above ``to``.
  public var limits: ClosedRange<Double>? {
    get {
      guard let from, let to, from <= to else { return nil }
      return from...to
    }
    set { (from, to) = (newValue?.lowerBound, newValue?.upperBound) }
  }
  /// The number of the middle colour of a diverging colour map, from which the colours reach as far up as down; nil for the
  /// middle between the first and the last. Only a linear scale can have one.
  public var center: Double?
  /// What the numbers are: the label of a colour bar that has none.
  public var label: String?

  /// Creates a scale for all numbers, or for those within `limits`.
  ///
  /// A range whose first number is above its last is a runtime error in Swift. For limits that are computed from data, or
  /// for a scale with one fixed end, there is `ColorScale(from:to:)`.
  public init(
    _ colorMap: ColorMap = .viridis, scale: Scale = .linear, limits: ClosedRange<Double>? = nil, center: Double? = nil,
    label: String? = nil
  ) {
    self.init(
      colorMap, scale: scale, from: limits?.lowerBound, to: limits?.upperBound, center: center, label: label)
  }

  /// Creates a scale from one number to another; with nil, the data decides: `ColorScale(from: 0, to: nil)` begins at zero.
  ///
  /// Drawing throws if `from` is above `to`.
  public init(
    _ colorMap: ColorMap = .viridis, scale: Scale = .linear, from: Double?, to: Double?, center: Double? = nil,
    label: String? = nil
  ) {
    self.colorMap = colorMap
    self.scale = scale
    self.from = from
    self.to = to
    self.center = center
    self.label = label
  }
}

extension ColorScale {
  /// The range that the colours span for `values`.
  func range(of values: some Sequence<Double>) -> AxisRange {
    let unknown = if case .log = scale { AxisRange(lower: 1, upper: 10) } else { AxisRange(lower: 0, upper: 1) }
    var shown = (from == nil || to == nil ? scale.extent(of: values) : nil) ?? unknown
    shown.lower = from ?? min(shown.lower, to ?? shown.lower)
    shown.upper = to ?? max(shown.upper, shown.lower)
    guard let center else { return shown }
    let reach = max(abs(shown.upper - center), abs(shown.lower - center))
    return AxisRange(lower: center - reach, upper: center + reach)
  }

  /// Refuses a scale that cannot be used.
  func check(_ check: ValueCheck) throws(PlottingError) {
    try check.numbers(["from": from, "to": to], .finite)
    if let from, let to, from > to { throw check.failure("\(check.path)from is \(from), above to, which is \(to)") }
    try check.number(center, "center", .finite)
    for (index, color) in colorMap.colors.enumerated() { try check.color(color, "colorMap.colors[\(index)]") }
    let name = check.path + "scale"
    if let problem = scale.problem { throw check.failure("\(name): \(problem)") }
    switch scale {
    case .linear: return
    case .band, .date: throw check.failure("\(name) is one of names or dates, which has no colours")
    case .log, .symlog, .power: break
    }
    for (end, property) in [(from, "from"), (to, "to")] {
      if let end, !scale.transform(end).isFinite {
        throw check.failure("\(check.path)\(property) is \(end), which has no place on the scale of colours")
      }
    }
    if let center { throw check.failure("\(check.path)center is \(center), and only a linear scale has a center") }
  }
}

/// The colours of numbers, from a range that is known.
struct ValueColors: Sendable, Equatable {
  let colorMap: ColorMap
  private let scale: Scale
  /// From the first to the last colour, as the scale transforms it.
  private let range: AxisRange

  init(_ colors: ColorScale, over range: AxisRange) {
    colorMap = colors.colorMap
    scale = colors.scale
    self.range = colors.scale.transform(range)
  }

  /// The step of the colour map for a number; nil if it has no colour.
  func step(of value: Double) -> Int? {
    let place = scale.transform(value)
    guard place.isFinite else { return nil }
    return colorMap.step(of: range.length > 0 ? (place - range.lower) / range.length : 0)
  }

  /// The colour of a number; nil if it has none.
  func color(of value: Double) -> Color? { step(of: value).map { colorMap.colors[$0] } }
}

extension Scale {
  /// A range as the scale transforms it; ends that were moved beyond what can be drawn are moved back.
  func transform(_ range: AxisRange) -> AxisRange {
    if case .linear = self { return range }
    let least = if case .power = self { 0.0 } else { -AxisRange.largestValue }
    func held(_ end: Double) -> Double { transform(min(max(end, least), AxisRange.largestValue)) }
    return AxisRange(lower: held(range.lower), upper: held(range.upper))
  }
}
