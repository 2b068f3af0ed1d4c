import Glibc

/// The ticks of a logarithmic axis, as matplotlib's `LogLocator` places them: powers of the base, or every second,
/// third, … of them; between them the multiples 2, 3, … of each power.
struct LogTicks: Sendable, Equatable {
  private(set) var major: [Double]
  private(set) var minor: [Double]
  /// Whether the minor ticks are round numbers at equal distances, since the range has next to no multiples of powers.
  private(set) var minorAreRound = false

  /// The ticks from `range.lower`, above 0, to `range.upper`; at most about `maximum`, brought to 2...`most`, major ones.
  init(in range: AxisRange, base: Double, maximum: Int, most: Int = 9) {
    let lower = log(range.lower) / log(base)
    let upper = log(range.upper) / log(base)
    let powers = Int(upper.rounded(.down)) - Int(lower.rounded(.up))
    // Python's // rounds down.
    var step = Int((Double(powers) / Double(min(max(maximum, 2), most))).rounded(.down)) + 1
    if step >= powers { step = max(1, powers - 1) }
    let decades = stride(
      from: Int(lower.rounded(.down)) - step, to: Int(upper.rounded(.up)) + 2 * step, by: step
    ).map { pow(base, Double($0)) }
    func isShown(_ tick: Double) -> Bool { range.lower <= tick && tick <= range.upper }
    major = decades.filter { $0.isFinite && $0 > 0 }
    minor = []
    guard powers <= 10, base >= 3, step == 1 else { return }
    let multiples = Array(stride(from: 2, to: base, by: 1))
    minor = major.flatMap { decade in multiples.map { $0 * decade } }
    if multiples.count > 1 && minor.count(where: isShown) <= 1 {
      minor = TickLocator(steps: 9).ticks(in: range)
      minorAreRound = true
    }
  }
}
