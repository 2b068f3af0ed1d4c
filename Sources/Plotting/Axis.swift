/// One axis of a panel.
///
/// An axis goes from left to right or upwards; the vertical one of heatmaps, images and named horizontal bars, from the top
/// down.
public struct Axis: Sendable, Equatable {
  /// Where ticks stand.
  public enum Ticks: Sendable, Equatable {
    /// At round numbers or powers; in the middle of each band of a band scale, where names that do not fit are left out.
    case automatic
    /// At these numbers; those outside of the axis are left out, and so are labels that would touch the one before.
    case values([Double])
    /// At these numbers, with labels of their own, as `.labels([0: "cat", 1: "dog"])` makes them.
    case named([Tick])
    /// At the multiples of a number above 0.
    case multiples(of: Double)
    /// At every so many years, months, weeks and so on of an axis of dates.
    case calendar(CalendarUnit, every: Int = 1)
    /// Nowhere.
    case none
  }

  /// A tick with a label of its own.
  public struct Tick: Sendable, Hashable {
    /// Where it stands.
    public var value: Double
    /// What is written beside it, on one line or more; empty for nothing.
    public var label: String

    /// Creates a tick.
    public init(_ value: Double, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  /// What the axis shows.
  public var label: Label?
  /// How numbers become positions; nil for bands if bars have names, else linear.
  public var scale: Scale?
  /// The number at the start of the axis; nil for the end of the data and a margin. If it is above ``to``, the axis is
  /// reversed. An axis of bands shows all of them, whatever its ends are.
  public var from: Double?
  /// The number at the end of the axis; nil for the end of the data and a margin.
  public var to: Double?
  /// Both ends as a range; nil if one of them is the data's, or the axis is reversed.
  public var limits: ClosedRange<Double>? {
    get {
      guard let from, let to, from <= to else { return nil }
      return from...to
    }
    set { (from, to) = (newValue?.lowerBound, newValue?.upperBound) }
  }
  /// Where ticks stand.
  public var ticks: Ticks
  /// Whether there are small ticks between them; nil for those of a logarithmic axis only.
  public var minorTicks: Bool?
  /// How the numbers beside ticks are written; nil for as short as can be.
  public var format: NumberFormat?
  /// The angle of labels beside ticks in degrees, -90 to 90, counter-clockwise; nil for level ones, and for turned ones below the
  /// panel if names would touch.
  public var tickAngle: Double?

  /// Creates an axis that shows all data, or what lies within `limits`.
  ///
  /// A range whose first number is above its last is a runtime error in Swift. For limits that are computed from data, or
  /// for an axis with one fixed end, there is `Axis(from:to:)`.
  public init(
    label: Label? = nil, scale: Scale? = nil, limits: ClosedRange<Double>? = nil, ticks: Ticks = .automatic,
    minorTicks: Bool? = nil, format: NumberFormat? = nil, tickAngle: Double? = nil
  ) {
    self.init(
      label: label, scale: scale, from: limits?.lowerBound, to: limits?.upperBound, ticks: ticks,
      minorTicks: minorTicks, format: format, tickAngle: tickAngle)
  }

  /// Creates an axis from one number to another, which may be the smaller one: `Axis(from: 100, to: 0)` is reversed.
  /// With nil, the data decides: `Axis(from: 0, to: nil)` begins at zero and ends where the data ends.
  ///
  /// Drawing throws if both are the same number, or one has no place on the scale.
  public init(
    label: Label? = nil, scale: Scale? = nil, from: Double?, to: Double?, ticks: Ticks = .automatic,
    minorTicks: Bool? = nil, format: NumberFormat? = nil, tickAngle: Double? = nil
  ) {
    self.label = label
    self.scale = scale
    self.from = from
    self.to = to
    self.ticks = ticks
    self.minorTicks = minorTicks
    self.format = format
    self.tickAngle = tickAngle
  }
}

extension Axis.Ticks {
  /// Ticks with labels of their own: `ticks: .labels([0: "cat", 1: "dog"])`.
  public static func labels(_ labels: KeyValuePairs<Double, String>) -> Axis.Ticks {
    .named(labels.map { Axis.Tick($0.key, $0.value) })
  }

  /// Ticks with labels of their own, from a list: `ticks: .labels([(0, "cat"), (1, "dog")])`.
  public static func labels(_ labels: [(Double, String)]) -> Axis.Ticks {
    .named(labels.map { Axis.Tick($0.0, $0.1) })
  }
}

extension Axis.Ticks {
  /// The most ticks at the multiples of a number.
  static let mostMultiples = 1000

  /// Why the ticks cannot be used on a scale; nil if they can.
  func problem(on scale: Scale) -> String? {
    switch self {
    case .automatic, .values, .named, .none: return nil
    case .multiples(let step):
      return step >= 1e-300 && step <= 1e300 ? nil : "ticks at the multiples of \(step) are not possible"
    case .calendar(_, let count):
      guard case .date = scale else { return "ticks of a calendar need an axis of dates" }
      return (1...10_000).contains(count) ? nil : "ticks at every \(count) units are not within 1...10000"
    }
  }
}
