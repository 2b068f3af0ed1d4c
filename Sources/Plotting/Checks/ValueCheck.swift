/// Refuses what cannot be drawn, naming the property. Every public number of a figure is checked once, before layout, so that
/// whatever comes later can rely on it.
public struct ValueCheck: Sendable {
  /// What is being done, such as `draw mark 1 (line) of panel 2`.
  var operation: String
  /// The way to the checked properties, such as `theme.legend.`; empty for those of the value itself.
  var path = ""

  /// The check of what a property holds.
  func inside(_ property: String) -> ValueCheck {
    ValueCheck(operation: operation, path: "\(path)\(property).")
  }

  /// The error for a reason, which names the mark and its panel.
  public func failure(_ reason: String) -> PlottingError {
    PlottingError(.invalidValue, operation: operation, reason: reason)
  }

  /// Checks a number, if there is one.
  func number(_ value: Double?, _ property: String, _ range: NumberRange) throws(PlottingError) {
    guard let value, !range.contains(value) else { return }
    throw failure("\(path)\(property) is \(value), not \(range.words)")
  }

  /// Throws if there is a number and it is not within `range`.
  public func number(_ value: Double?, _ property: String, within range: ClosedRange<Double>) throws(PlottingError) {
    try number(value, property, NumberRange(lowest: range.lowerBound, highest: range.upperBound))
  }

  /// Checks several numbers of one range.
  func numbers(_ values: KeyValuePairs<String, Double?>, _ range: NumberRange) throws(PlottingError) {
    for (property, value) in values { try number(value, property, range) }
  }

  /// Throws if two lists do not have the same number of elements.
  public func sameCount(_ name: String, _ count: Int, _ otherName: String, _ otherCount: Int) throws(PlottingError) {
    guard count != otherCount else { return }
    throw failure("\(count) \(name) but \(otherCount) \(otherName)")
  }

  /// Checks a colour, if there is one.
  func color(_ color: Color?, _ property: String) throws(PlottingError) {
    guard let color else { return }
    try inside(property).numbers(
      ["red": color.red, "green": color.green, "blue": color.blue, "alpha": color.alpha], .share)
  }

  /// Checks a text, if there is one.
  func label(_ label: Label?, _ property: String) throws(PlottingError) {
    guard let label else { return }
    let check = inside(property)
    try check.number(label.size, "size", .size)
    try check.color(label.color, "color")
  }

  /// Checks how a text looks.
  func style(_ style: TextStyle, _ property: String) throws(PlottingError) {
    let check = inside(property)
    try check.number(style.size, "size", .size)
    try check.color(style.color, "color")
  }

  /// Checks how a line looks, if there is one.
  func style(_ style: LineStyle?, _ property: String) throws(PlottingError) {
    guard let style else { return }
    let check = inside(property)
    try check.number(style.width, "width", .size)
    try check.color(style.color, "color")
  }

  /// Checks how ticks look.
  func style(_ style: TickStyle, _ property: String) throws(PlottingError) {
    let check = inside(property)
    try check.number(style.length, "length", .distance)
    try check.number(style.width, "width", .size)
    try check.color(style.color, "color")
  }
}

/// The numbers that a property can have.
struct NumberRange: Sendable {
  var lowest: Double
  var highest: Double
  /// How far beyond its ends a number may be, for what sums and products of shares lose by rounding.
  var tolerance = 0.0

  /// Widths and sizes of letters and symbols, in points.
  static let size = NumberRange(lowest: 0, highest: 1000)
  /// Distances in points; negative ones go the other way.
  static let distance = NumberRange(lowest: -1000, highest: 1000)
  /// Parts of a whole: opacity, red, green and blue.
  static let share = NumberRange(lowest: 0, highest: 1, tolerance: 1e-9)
  /// Densities in dots per inch.
  static let density = NumberRange(lowest: 10, highest: 2400)
  /// All that has a place on an axis.
  static let finite = NumberRange(lowest: -AxisRange.largestValue, highest: AxisRange.largestValue)

  /// Whether `value` can be used; NaN cannot.
  func contains(_ value: Double) -> Bool { value >= lowest - tolerance && value <= highest + tolerance }

  /// Such as `within 0...1`.
  var words: String { "within \(NumberSummary.text(lowest))...\(NumberSummary.text(highest))" }
}
