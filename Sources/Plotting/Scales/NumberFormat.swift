import Glibc
import NumberText

/// How the numbers beside ticks are written.
///
///     Axis(label: "Accuracy", format: .percent())
///     Axis(label: "Cost", format: .grouped().with(prefix: "$"))
public struct NumberFormat: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case fixed(Int?)
    case percent(whole: Double, Int?)
    case grouped(separator: String, Int?)
    case prefixed(unit: String, Int?)
    case engineering(Int?)
    case scientific(Int?)
    case date(String)
  }

  let kind: Kind
  private var prefix = ""
  private var suffix = ""

  private init(_ kind: Kind) { self.kind = kind }

  /// As many decimals, 0 to 15; nil for as few as tell the ticks apart. There is neither a common power of ten nor an offset.
  public static func fixed(_ decimals: Int? = nil) -> NumberFormat { NumberFormat(.fixed(decimals)) }

  /// Percent of `whole`, such as 25% for 0.25 of 1; with nil, the decimals follow from the length of the axis.
  public static func percent(of whole: Double = 1, decimals: Int? = nil) -> NumberFormat {
    NumberFormat(.percent(whole: whole, decimals))
  }

  /// A separator between groups of three digits, such as 1,250,000; with nil, as few decimals as tell the ticks apart.
  public static func grouped(separator: String = ",", decimals: Int? = nil) -> NumberFormat {
    NumberFormat(.grouped(separator: separator, decimals))
  }

  /// The prefixes of the metric system, such as 2.5 k or, with a unit, 2.5 kHz; with nil, up to six digits.
  public static func si(unit: String = "", decimals: Int? = nil) -> NumberFormat {
    NumberFormat(.prefixed(unit: unit, decimals))
  }

  /// Powers of ten that are multiples of three, such as 25×10³; with nil, up to six digits.
  public static func engineering(decimals: Int? = nil) -> NumberFormat { NumberFormat(.engineering(decimals)) }

  /// Powers of ten after one digit, such as 2.5×10⁴; with nil, up to six digits.
  public static func scientific(decimals: Int? = nil) -> NumberFormat { NumberFormat(.scientific(decimals)) }

  /// Dates by a pattern of C's `strftime`, in English, such as `%Y-%m-%d`, `%-d %b` or `%H:%M`.
  public static func date(_ pattern: String) -> NumberFormat { NumberFormat(.date(pattern)) }

  /// The same with words before and after each number, the former behind a minus sign: −$20.
  public func with(prefix: String = "", suffix: String = "") -> NumberFormat {
    var result = self
    (result.prefix, result.suffix) = (prefix, suffix)
    return result
  }

  /// A single number in this format, such as for a label on a bar. Dates are in UTC.
  public func text(_ value: Double) -> String { labels([value], range: nil)[0] }
}

extension NumberFormat {
  /// The most decimals.
  static let mostDecimals = 15

  /// The labels of ticks on an axis that shows `range`; nil where there is no axis. `zone` is what dates are ahead of UTC, in
  /// hours.
  func labels(_ ticks: [Double], range: AxisRange?, zone: Double = 0) -> [String] {
    let decimals = decimals(ticks, range)
    return ticks.map { tick in
      guard tick.isFinite else { return fixedPoint(tick, decimals: 0) }
      if case .date(let pattern) = kind {
        return prefix + DateTime(secondsSince1970: tick + zone * 3600).text(pattern) + suffix
      }
      let number = number(abs(tick), decimals)
      return (tick < 0 && number.hasDigit ? "\u{2212}" : "") + prefix + number + suffix
    }
  }

  /// Why the format cannot be used; nil if it can.
  var problem: String? {
    switch kind {
    case .percent(let whole, _) where !(abs(whole) >= 1e-300 && abs(whole) <= 1e300):
      return "the whole of a percentage is \(whole)"
    case .fixed(let decimals?), .percent(_, let decimals?), .grouped(_, let decimals?), .prefixed(_, let decimals?),
      .engineering(let decimals?), .scientific(let decimals?):
      return (0...Self.mostDecimals).contains(decimals)
        ? nil : "the number of decimals is \(decimals), not within 0...\(Self.mostDecimals)"
    default: return nil
    }
  }

  private func decimals(_ ticks: [Double], _ range: AxisRange?) -> Int? {
    switch kind {
    case .fixed(let decimals), .grouped(_, let decimals):
      guard decimals == nil, let range, range.length > 0 else { return decimals }
      return TickFormatter.decimals(ticks, spread: ticks.count < 2 ? ticks + [range.lower, range.upper] : ticks)
    case .percent(let whole, let decimals):
      // As matplotlib's `PercentFormatter`.
      let shown = (range?.length ?? whole) / abs(whole) * 100
      guard decimals == nil else { return decimals }
      return shown > 0 ? Int(min(max((2 - log10(2 * shown)).rounded(.up), 0), 5)) : 0
    case .prefixed(_, let decimals), .engineering(let decimals), .scientific(let decimals): return decimals
    case .date: return nil
    }
  }

  /// A number that is not negative.
  private func number(_ value: Double, _ decimals: Int?) -> String {
    func plain(_ value: Double) -> String {
      decimals.map { fixedPoint(value, decimals: $0) } ?? significant(value, digits: 6)
    }
    switch kind {
    case .fixed: return decimals == nil ? Self.plain(value) : plain(value)
    case .percent(let whole, _): return plain(value / whole * 100) + "%"
    case .grouped(let separator, _):
      return Self.grouped(decimals == nil ? Self.plain(value) : plain(value), separator)
    case .prefixed(let unit, _):
      let (number, power) = Self.thousands(value, plain, within: -30...30)
      let word = (Self.prefixes[power] ?? "") + unit
      return plain(number) + (word.isEmpty ? "" : " " + word)
    case .engineering:
      let (number, power) = Self.thousands(value, plain, within: -300...300)
      return plain(number) + Self.power(power)
    case .scientific:
      let (number, power) = Self.power(of: value, step: 1, plain, limit: 10, within: -300...300)
      return plain(number) + Self.power(power)
    case .date: return ""
    }
  }

  private static let prefixes = [
    -30: "q", -27: "r", -24: "y", -21: "z", -18: "a", -15: "f", -12: "p", -9: "n", -6: "\u{B5}", -3: "m", 3: "k",
    6: "M", 9: "G", 12: "T", 15: "P", 18: "E", 21: "Z", 24: "Y", 27: "R", 30: "Q",
  ]

  /// Six digits at least, and all of a whole number, without a power of ten.
  private static func plain(_ value: Double) -> String {
    guard value > 0 else { return "0" }
    let order = Int(log10(value).rounded(.down))
    var text = fixedPoint(value, decimals: min(max(5 - order, 0), mostDecimals))
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private static func thousands(
    _ value: Double, _ plain: (Double) -> String, within powers: ClosedRange<Int>
  ) -> (Double, Int) {
    power(of: value, step: 3, plain, limit: 1000, within: powers)
  }

  /// A number from 1 to `limit`, as it is written, and the power of ten that it is multiplied by.
  private static func power(
    of value: Double, step: Int, _ plain: (Double) -> String, limit: Double, within powers: ClosedRange<Int>
  ) -> (Double, Int) {
    guard value > 0 else { return (0, 0) }
    let exact = Int((log10(value) / Double(step)).rounded(.down)) * step
    var power = min(max(exact, powers.lowerBound), powers.upperBound)
    var number = value / pow(10, Double(power))
    // What rounds up to the limit is one of the next power.
    if (Double(plain(number)) ?? number) >= limit && power < powers.upperBound {
      number /= pow(10, Double(step))
      power += step
    }
    return (number, power)
  }

  private static func power(_ exponent: Int) -> String {
    exponent == 0 ? "" : "\u{D7}10" + PowerFormatter.superscript(exponent)
  }

  private static func grouped(_ number: String, _ separator: String) -> String {
    let parts = number.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first, whole.allSatisfy(\.isNumber) else { return number }
    var groups: [Substring] = []
    var rest = whole
    while rest.count > 3 {
      groups.append(rest.suffix(3))
      rest = rest.dropLast(3)
    }
    groups.append(rest)
    return groups.reversed().joined(separator: separator) + (parts.count > 1 ? "." + parts[1] : "")
  }
}

extension String {
  /// Whether the number is not zero as it is written.
  fileprivate var hasDigit: Bool { contains { ("1"..."9").contains($0) } }
}
