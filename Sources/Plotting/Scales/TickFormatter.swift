import Glibc
import NumberText

/// Writes the numbers beside ticks, as matplotlib's `ScalarFormatter` does: as few decimals as tell the ticks apart,
/// a common power of ten for very large and small ones, a common offset where that saves four digits.
struct TickFormatter: Sendable {
  /// The labels, one a tick.
  let labels: [String]
  /// What all labels have in common, such as `1e−6`; empty where nothing.
  let common: String

  init(ticks: [Double], range: AxisRange) {
    let visible = ticks.filter { range.lower <= $0 && $0 <= range.upper }
    let offset = Self.offset(visible)
    let order = Self.orderOfMagnitude(visible, offset: offset, range: range)
    let scale = pow(10, Double(order))
    let scaled = ticks.map { ($0 - offset) / scale }
    let ends = [range.lower, range.upper].map { ($0 - offset) / scale }
    let decimals = Self.decimals(scaled, spread: ticks.count < 2 ? scaled + ends : scaled)
    labels = scaled.map { Self.withMinus(fixedPoint(abs($0) < 1e-8 ? 0 : $0, decimals: decimals)) }
    common = Self.withMinus((order == 0 ? "" : "1e\(order)") + (offset == 0 ? "" : Self.signed(offset)))
  }

  /// The offset all ticks share; 0 where leaving it out would not make them four digits shorter.
  private static func offset(_ ticks: [Double]) -> Double {
    guard let lower = ticks.min(), let upper = ticks.max(), lower != upper, lower > 0 || upper < 0 else { return 0 }
    let small = min(abs(lower), abs(upper))
    let large = max(abs(lower), abs(upper))
    let top = Int(log10(large).rounded(.up))
    /// How often a power of ten fits, exactly even where the quotient would round up.
    func quotient(_ value: Double, _ order: Int) -> Double {
      let unit = pow(10, Double(order))
      return ((value - fmod(value, unit)) / unit).rounded()
    }
    /// One above the first power of ten, from the top down, at which the ticks are further apart than `steps`.
    func digits(apart steps: Double) -> Int {
      var order = top
      while order > top - 330 && quotient(large, order) - quotient(small, order) <= steps { order -= 1 }
      return order + 1
    }
    var order = digits(apart: 0)
    // Ticks on both sides of a multiple of a large power of ten.
    if (large - small) / pow(10, Double(order)) <= 1e-2 { order = digits(apart: 1) }
    let leading = quotient(large, order)
    return leading >= 1000 ? copysign(leading * pow(10, Double(order)), lower) : 0
  }

  private static func orderOfMagnitude(_ ticks: [Double], offset: Double, range: AxisRange) -> Int {
    guard let largest = ticks.map({ abs($0) }).max(), largest > 0 || offset != 0 else { return 0 }
    let order = Int(log10(offset == 0 ? largest : range.length).rounded(.down))
    return order <= -5 || order >= 6 ? order : 0
  }

  /// The fewest decimals that keep every tick within a thousandth of their spread.
  static func decimals(_ ticks: [Double], spread: [Double]) -> Int {
    guard let lower = spread.min(), let upper = spread.max() else { return 0 }
    var length = upper - lower
    if length == 0 { length = max(abs(lower), abs(upper)) }
    if length == 0 || !length.isFinite { length = 1 }
    let order = log10(length).rounded(.down)
    let tolerance = 1e-3 * pow(10, order)
    var decimals = max(0, 3 - Int(order))
    while decimals >= 0 {
      let scale = pow(10, Double(decimals))
      let error = ticks.map { abs($0 - ($0 * scale).rounded(.toNearestOrEven) / scale) }.max() ?? 0
      if error >= tolerance { break }
      decimals -= 1
    }
    return decimals + 1
  }

  /// An offset with its sign and up to ten digits.
  private static func signed(_ offset: Double) -> String {
    let order = Int(log10(abs(offset)).rounded(.down))
    var digits = fixedPoint(offset / pow(10, Double(order)), decimals: 9)
    while digits.hasSuffix("0") { digits.removeLast() }
    if digits.hasSuffix(".") { digits.removeLast() }
    return (offset > 0 ? "+" : "") + digits + (order == 0 ? "" : "e\(order)")
  }

  /// The same text with the minus sign of typography, U+2212.
  private static func withMinus(_ text: String) -> String {
    text.replacing("-", with: "\u{2212}")
  }
}
