/// How numbers become colours.
public struct ColorScale: Sendable, Equatable {
  /// The colours of the smallest to the largest number.
  public var colorMap: ColorMap
  /// How numbers are spread over the colours: ``Scale/linear``, ``Scale/log(base:)``, on which numbers that are not above zero
  /// have no colour, ``Scale/symlog(threshold:base:)`` or ``Scale/power(_:)``.
  public var scale: Scale
  /// The numbers of the first and the last colour, beyond which these go on; nil for the smallest and the largest.
  public var limits: ClosedRange<Double>?
  /// The number of the middle colour of a diverging colour map, from which the colours reach as far up as down; nil for the
  /// middle between the first and the last. Only a linear scale can have one.
  public var center: Double?
  /// What the numbers are: the label of a colour bar that has none.
  public var label: String?

  /// Creates a scale.
  public init(
    _ colorMap: ColorMap = .viridis, scale: Scale = .linear, limits: ClosedRange<Double>? = nil, center: Double? = nil,
    label: String? = nil
  ) {
    self.colorMap = colorMap
    self.scale = scale
    self.limits = limits
    self.center = center
    self.label = label
  }
}

extension ColorScale {
  /// The range that the colours span for `values`.
  func range(of values: some Sequence<Double>) -> AxisRange {
    let unknown = if case .log = scale { AxisRange(lower: 1, upper: 10) } else { AxisRange(lower: 0, upper: 1) }
    let shown =
      limits.map { AxisRange(lower: $0.lowerBound, upper: $0.upperBound) } ?? scale.extent(of: values) ?? unknown
    guard let center else { return shown }
    let reach = max(abs(shown.upper - center), abs(shown.lower - center))
    return AxisRange(lower: center - reach, upper: center + reach)
  }

  /// Refuses a scale that cannot be used; `scaleName` is what the mark calls ``scale``.
  func check(_ check: ValueCheck, scaleName: String = "scale") throws(PlottingError) {
    try check.numbers(["limits.lowerBound": limits?.lowerBound, "limits.upperBound": limits?.upperBound], .finite)
    try check.number(center, "center", .finite)
    for (index, color) in colorMap.colors.enumerated() { try check.color(color, "colorMap.colors[\(index)]") }
    let name = check.path + scaleName
    if let problem = scale.problem { throw check.failure("\(name): \(problem)") }
    switch scale {
    case .linear: return
    case .band, .date: throw check.failure("\(name) is one of names or dates, which has no colours")
    case .log, .symlog, .power: break
    }
    for (end, property) in [(limits?.lowerBound, "lowerBound"), (limits?.upperBound, "upperBound")] {
      if let end, !scale.transform(end).isFinite {
        throw check.failure("\(check.path)limits.\(property) is \(end), which has no place on the scale of colours")
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
