import Glibc

/// How numbers become positions along an axis.
public enum Scale: Sendable, Equatable {
  /// Equal differences are equal distances.
  case linear
  /// Equal ratios are equal distances; zero and negative numbers have no place and leave gaps. `base`, 1.1 to 100, is what
  /// ticks are powers of.
  case log(base: Double = 10)
  /// Linear from `-threshold` to `threshold`, logarithmic beyond on both sides. `threshold` is above 0, `base` 1.1 to 100.
  case symlog(threshold: Double = 1, base: Double = 10)
  /// The place is a power of the number, which is 0 or more; negative numbers leave gaps. `exponent` is 0.05 to 20.
  case power(Double)
  /// Seconds since the start of 1970 in UTC, which ticks show as dates and times. They show the time of a place that is
  /// `hoursFromUTC` ahead of UTC, -24 to 24. Only the years 1 to 9999 have a place.
  case date(hoursFromUTC: Double = 0)
  /// One band a name, all equally wide. The number i stands in the middle of band i, counted from 0.
  case band([String])
}

extension Scale {
  /// The square root of the number, which spreads small numbers without losing zero.
  public static let squareRoot = Scale.power(0.5)
}

extension Scale {
  /// The smallest number that a logarithmic axis shows.
  static let smallestLogValue = 1e-300

  /// The number that is proportional to the position; not a number where `value` has no place.
  func transform(_ value: Double) -> Double {
    guard abs(value) <= AxisRange.largestValue else { return .nan }
    switch self {
    case .linear: return value
    case .log(let base): return value >= Self.smallestLogValue ? Self.logarithm(value, base) : .nan
    case .symlog(let threshold, let base):
      // matplotlib's `SymmetricalLogTransform` with a `linscale` of 1: half of the linear part is as long as a power.
      let linear = 1 / (1 - 1 / base)
      guard abs(value) > threshold else { return value * linear }
      return copysign(threshold * (linear + Self.logarithm(abs(value) / threshold, base)), value)
    case .power(let exponent):
      let power = value >= 0 ? pow(value, exponent) : .nan
      return power <= AxisRange.largestValue ? power : .nan
    case .date: return DateTime.range.contains(value) ? value : .nan
    case .band: return value + 0.5
    }
  }

  /// The value whose transform is `position`.
  func inverse(_ position: Double) -> Double {
    switch self {
    case .linear, .date: return position
    case .power(let exponent): return position > 0 ? pow(position, 1 / exponent) : 0
    case .log(let base): return pow(base, position)
    case .symlog(let threshold, let base):
      let linear = 1 / (1 - 1 / base)
      guard abs(position) > threshold * linear else { return position / linear }
      return copysign(threshold * pow(base, abs(position) / threshold - linear), position)
    case .band: return position - 0.5
    }
  }

  /// Why the scale cannot be used; nil where it can.
  var problem: String? {
    switch self {
    case .linear, .band: return nil
    case .log(let base): return Self.problem(ofBase: base)
    case .symlog(let threshold, let base):
      guard threshold >= Self.smallestLogValue, threshold <= AxisRange.largestValue else {
        return "the threshold of a symlog scale is \(threshold), not above 0"
      }
      return Self.problem(ofBase: base)
    case .power(let exponent):
      return exponent >= 0.05 && exponent <= 20 ? nil : "the exponent of a scale is \(exponent), not within 0.05...20"
    case .date(let hours):
      return abs(hours) <= 24 ? nil : "a place \(hours) hours from UTC is not within -24...24"
    }
  }

  /// The logarithm as numpy's `log10` and `log2` give it, exact for powers.
  static func logarithm(_ value: Double, _ base: Double) -> Double {
    switch base {
    case 10: log10(value)
    case 2: log2(value)
    default: Glibc.log(value) / Glibc.log(base)
    }
  }

  private static func problem(ofBase base: Double) -> String? {
    base >= 1.1 && base <= 100 ? nil : "the base of a logarithmic scale is \(base), not within 1.1...100"
  }
}
