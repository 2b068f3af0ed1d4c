import Glibc
import NumberText

/// Writes the numbers beside the ticks of a logarithmic axis as powers, `10³` or `2×10³`, as matplotlib's
/// `LogFormatterSciNotation` does: where the axis shows more than one power, only the powers themselves have a label.
struct PowerFormatter: Sendable {
  private let base: Double
  /// The multiples of powers that have a label.
  private let labelled: Set<Int>

  /// Takes the range that the axis shows and, for a symlog axis, the threshold of its linear part. With `labelsMultiples`, an axis
  /// that is longer than a power has labels at 2 and 5 as well.
  init(range: AxisRange, base: Double, threshold: Double? = nil, labelsMultiples: Bool = false) {
    self.base = base
    func powers(_ from: Double, _ to: Double) -> Double { log(to / from) / log(base) }
    var length = 0.0
    if let threshold {
      if range.lower < -threshold { length += powers(min(range.upper, -threshold), range.lower) }
      if range.upper > threshold { length += powers(max(range.lower, threshold), range.upper) }
    } else {
      length = abs(log(range.upper) / log(base) - log(range.lower) / log(base))
    }
    if length > 1 {
      labelled = labelsMultiples ? [1, 2, 5] : [1]
    } else if length > 0.4 {
      // At equal ratios: 1, 2, 3, 4, 6 and 10 of ten.
      let count = Int(base) / 2
      labelled = Set((0...count).map { Int(pow(base, Double($0) / Double(max(count, 1))).rounded(.toNearestOrEven)) })
    } else {
      labelled = Set(1...max(1, Int(base)))
    }
  }

  /// The label of a tick; empty where it has none.
  func label(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    let power = log(abs(value)) / log(base)
    let isPower = abs(power - power.rounded()) <= 1e-9 * max(abs(power), abs(power.rounded()))
    let exponent = isPower ? power.rounded() : power.rounded(.down)
    let multiple = pow(base, power - exponent)
    guard labelled.contains(Int(multiple.rounded(.toNearestOrEven))) else { return "" }
    let sign = value < 0 ? "\u{2212}" : ""
    let whole = base == base.rounded() ? String(Int(base)) : "\(base)"
    let tower = whole + Self.superscript(Int(exponent))
    guard !isPower else { return sign + tower }
    let rounded = multiple.rounded()
    let isWhole = abs(multiple - rounded) <= 1e-9 * max(abs(multiple), rounded)
    return sign + significant(isWhole ? rounded : multiple, digits: 6) + "\u{D7}" + tower
  }

  /// A number in small raised digits.
  static func superscript(_ number: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return String(String(number).map { $0.wholeNumberValue.map { digits[$0] } ?? "⁻" })
  }
}
