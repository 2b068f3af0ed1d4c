import Glibc
import NumberText
import Plotting

/// An axis of rates up to 100%, along which error rates may be logarithmic.
struct RateAxis {
  /// Whether it counts errors; otherwise what is no error.
  let isError: Bool
  /// Where an error rate of zero stands on a logarithmic axis; nil on a linear one.
  let edge: Double?
  /// The largest error rate of a logarithmic axis.
  let worst: Double

  /// - Parameters:
  ///   - errors: the error rates that are shown.
  ///   - floor: what a logarithmic axis does not tell from zero.
  ///   - fromWorst: whether a logarithmic axis begins at the largest error rate instead of 100%.
  init(_ errors: [Double], isError: Bool, _ isLogarithmic: Bool, floor: Double = 0, fromWorst: Bool = false) {
    self.isError = isError
    let least = errors.filter { $0 > floor }.min() ?? 0.02
    edge = isLogarithmic ? least / 2 : nil
    worst = fromWorst ? min(1, 1.3 * max(errors.max() ?? 1, 1.5 * least)) : 1
  }

  /// Where an error rate stands.
  func place(_ error: Double) -> Double {
    guard let edge else { return 100 * (isError ? error : 1 - error) }
    return max(error, edge)
  }

  /// The axis with its ticks: of a logarithmic one at both ends, and at each power of ten between them that has room.
  func axis(_ label: Label?, showsTicks: Bool = true) -> Axis {
    guard let edge else {
      let ticks = stride(from: 0.0, through: 100, by: 20).map { Axis.Tick($0, showsTicks ? "\(Int($0))%" : "") }
      return Axis(label: label, limits: -2...102, ticks: .named(ticks))
    }
    var ticks = [Axis.Tick(edge, isError ? "0%" : "100%")]
    if worst == 1 { ticks.append(Axis.Tick(1, isError ? "100%" : "0%")) }
    // Few powers of ten have others between them.
    let parts: [Double] = worst / edge < 100 ? [1, 2, 5] : [1]
    for power in Int(log10(edge).rounded(.down))..<0 {
      for part in parts {
        let rate = part * pow(10, Double(power))
        guard rate > 2.5 * edge, rate <= worst else { continue }
        let text = fixedPoint(isError ? 100 * rate : 100 - 100 * rate, decimals: max(-power - 2, 0)) + "%"
        ticks.append(Axis.Tick(rate, text))
      }
    }
    if !showsTicks { ticks = ticks.map { Axis.Tick($0.value, "") } }
    let (from, to) = isError ? (edge, worst) : (worst, edge)
    return Axis(label: label, scale: .log(), from: from, to: to, ticks: .named(ticks), minorTicks: false)
  }
}
