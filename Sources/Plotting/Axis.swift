/// One axis of a panel.
///
/// An axis goes from left to right or upwards; the vertical one of heatmaps, images and named horizontal bars, from the top
/// down.
public struct Axis: Sendable, Equatable {
  /// Where ticks stand.
  public enum Ticks: Sendable, Equatable {
    /// At round numbers or powers; in the middle of each band of a band scale, where names that do not fit are left out.
    case automatic
    /// At these numbers; those outside of the axis are left out.
    case values([Double])
    /// Nowhere.
    case none
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

  /// Creates an axis that shows all data, or what lies within `limits`.
  ///
  /// A range whose first number is above its last is a runtime error in Swift. For limits that are computed from data, or
  /// for an axis with one fixed end, there is ``init(label:scale:from:to:ticks:minorTicks:)``.
  public init(
    label: Label? = nil, scale: Scale? = nil, limits: ClosedRange<Double>? = nil, ticks: Ticks = .automatic,
    minorTicks: Bool? = nil
  ) {
    self.init(
      label: label, scale: scale, from: limits?.lowerBound, to: limits?.upperBound, ticks: ticks, minorTicks: minorTicks
    )
  }

  /// Creates an axis from one number to another, which may be the smaller one: `Axis(from: 100, to: 0)` is reversed.
  /// With nil, the data decides: `Axis(from: 0, to: nil)` begins at zero and ends where the data ends.
  ///
  /// Drawing throws if both are the same number, or one has no place on the scale.
  public init(
    label: Label? = nil, scale: Scale? = nil, from: Double?, to: Double?, ticks: Ticks = .automatic,
    minorTicks: Bool? = nil
  ) {
    self.label = label
    self.scale = scale
    self.from = from
    self.to = to
    self.ticks = ticks
    self.minorTicks = minorTicks
  }
}
