import Glibc

/// Finds round numbers along an axis, as matplotlib's `AutoLocator` does.
struct TickLocator: Sendable {
  /// The most steps that fit, 1 to 9.
  var maximumSteps: Int
  /// Steps between ticks as multiples of a power of ten.
  private var multiples = [1, 2, 2.5, 5, 10]
  /// How many ticks there are inside at least.
  private var leastTicks = 2

  /// `steps` that fit, brought to 1...9.
  init(steps: Int) {
    maximumSteps = min(max(steps, 1), 9)
  }

  /// How many steps fit on an axis of `length` points whose labels have `fontSize`; a label on a horizontal axis is
  /// taken to be three times as wide as it is high.
  init(length: Double, fontSize: Double, horizontal: Bool) {
    self.init(steps: Self.room(length: length, fontSize: fontSize, horizontal: horizontal))
  }

  /// How many labels of `fontSize` fit on an axis of `length` points, up to `most`.
  static func room(length: Double, fontSize: Double, horizontal: Bool, most: Int = 9) -> Int {
    let room = length / (fontSize * (horizontal ? 3 : 2))
    return room.isNaN ? 1 : Int(min(max(room, 0), Double(most)))
  }

  /// The locator of as many steps as asked for, of which one tick is enough: matplotlib's `MaxNLocator` as its contours use it.
  static func ofLevels(steps: Int) -> TickLocator {
    var locator = TickLocator(steps: 1)
    locator.maximumSteps = max(steps, 1)
    locator.multiples = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
    locator.leastTicks = 1
    return locator
  }

  /// The steps from which the smallest that is large enough is taken.
  private var staircase: [Double] {
    multiples.dropLast().map { 0.1 * $0 } + multiples + [10 * multiples[1]]
  }

  /// The ticks for `range`. The first and the last may lie outside of it; at least two lie inside.
  func ticks(in range: AxisRange) -> [Double] {
    let range = range.widened(expander: 1e-13, tiny: 1e-14)
    let length = range.length
    let middle = range.lower / 2 + range.upper / 2
    let offset =
      abs(middle) / length < 100 ? 0 : copysign(pow(10, log10(abs(middle)).rounded(.down)), middle)
    let scale = pow(10, log10(length / Double(maximumSteps)).rounded(.down))
    let low = range.lower - offset
    let high = range.upper - offset
    let steps = staircase.map { $0 * scale }
    let needed = (high - low) / Double(maximumSteps)
    let first = steps.firstIndex { $0 >= needed } ?? steps.count - 1
    var ticks: [Double] = []
    for step in steps[...first].reversed() {
      let start = (low / step).rounded(.down) * step
      let from = indexBelow(low - start, step: step, offset: offset)
      let to = indexAbove(high - start, step: step, offset: offset)
      guard from.isFinite, to.isFinite, to - from < 1000 else { continue }
      ticks = stride(from: from, through: to, by: 1).map { $0 * step + start }
      if ticks.count(where: { low <= $0 && $0 <= high }) >= leastTicks { break }
    }
    return ticks.map { $0 + offset }
  }

  /// The largest n for which n steps are at most `value`, to within rounding.
  private func indexBelow(_ value: Double, step: Double, offset: Double) -> Double {
    let (quotient, remainder) = floorDivide(value, step)
    return isClose(remainder / step, 1, step: step, offset: offset) ? quotient + 1 : quotient
  }

  /// The smallest n for which n steps are at least `value`, to within rounding.
  private func indexAbove(_ value: Double, step: Double, offset: Double) -> Double {
    let (quotient, remainder) = floorDivide(value, step)
    return isClose(remainder / step, 0, step: step, offset: offset) ? quotient : quotient + 1
  }

  private func floorDivide(_ value: Double, _ step: Double) -> (Double, Double) {
    var remainder = fmod(value, step)
    if remainder < 0 { remainder += step }
    return (((value - remainder) / step).rounded(), remainder)
  }

  /// Whether two numbers of steps are equal, with more tolerance where the offset eats the digits.
  private func isClose(_ position: Double, _ edge: Double, step: Double, offset: Double) -> Bool {
    var tolerance = 1e-10
    if offset != 0 { tolerance = min(0.4999, max(tolerance, pow(10, log10(abs(offset) / step) - 12))) }
    return abs(position - edge) < tolerance
  }
}
