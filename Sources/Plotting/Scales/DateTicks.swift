/// A unit of the calendar or the clock.
public enum CalendarUnit: Sendable, Hashable, CaseIterable {
  /// From the first of January on.
  case year
  /// From the first of the month on.
  case month
  /// From Monday on.
  case week
  /// From midnight on.
  case day
  /// Parts of a day.
  case hour, minute, second
}

/// The ticks of an axis of dates, as matplotlib's `AutoDateLocator` places them: at whole years, months, days, hours, minutes or
/// seconds, or parts of these.
struct DateTicks: Sendable, Equatable {
  /// How often ticks stand.
  struct Step: Sendable, Equatable {
    var unit: CalendarUnit
    var count: Int
  }

  /// The ticks. The first and the last may lie outside of the range.
  private(set) var ticks: [DateTime] = []

  /// For each unit, the numbers of units from one tick to the next, and the most ticks.
  private static let choices: [(unit: CalendarUnit, counts: [Int], most: Int)] = [
    (.year, [1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 400, 500, 1000, 2000, 4000, 5000, 10_000], 11),
    (.month, [1, 2, 3, 4, 6], 12), (.day, [1, 2, 4, 7, 14], 11), (.hour, [1, 2, 3, 4, 6, 12], 12),
    (.minute, [1, 5, 10, 15, 30], 11), (.second, [1, 5, 10, 15, 30], 11),
  ]
  /// The microseconds from one tick to the next.
  private static let microseconds: [Double] =
    [1, 10, 100, 1000, 10_000, 100_000].flatMap { (power: Double) in [power, 2 * power, 5 * power] } + [1_000_000]

  /// The ticks from `start` to `end`: `fewest` or more, and at most `most` if that is less than a unit has by itself.
  init(from start: DateTime, to end: DateTime, fewest: Int = 5, most: Int = 12) {
    let numbers = Self.numbers(from: start, to: end)
    for (choice, number) in zip(Self.choices, numbers) where number >= fewest {
      let count = choice.counts.first { number <= $0 * (min(choice.most, most) - 1) } ?? choice.counts.last ?? 1
      ticks = Self.ticks(Step(unit: choice.unit, count: count), from: start, to: end, startsAnew: true)
      if ticks.isEmpty { ticks = [start, end] }
      return
    }
    let length = ((end.secondsSince1970 - start.secondsSince1970) * 1e6).rounded(.down)
    let step = Self.microseconds.first { length <= $0 * Double(min(8, most) - 1) } ?? 1_000_000
    ticks = Self.fractions(step: length < Double(fewest) ? 1 : step, from: start, to: end)
  }

  /// The ticks at every `step` from `start` to `end`.
  init(every step: Step, from start: DateTime, to end: DateTime) {
    ticks = Self.ticks(step, from: start, to: end, startsAnew: false)
  }

  /// How many whole years, months, days, hours, minutes and seconds lie between two moments.
  private static func numbers(from start: DateTime, to end: DateTime) -> [Int] {
    let length = end.secondsSince1970 - start.secondsSince1970
    var months = 12 * (end.year - start.year) + end.month - start.month
    if start.adding(months: months).secondsSince1970 > end.secondsSince1970 { months -= 1 }
    let rest = Int(end.secondsSince1970 - start.adding(months: months).secondsSince1970)
    let days = Int(length / 86_400)
    let hours = days * 24 + rest / 3600 % 24
    return [months / 12, months, days, hours, hours * 60 + rest / 60 % 60, Int(length)]
  }

  /// How many ticks a step gives on an axis of so many seconds, about.
  static func count(_ step: Step, seconds: Double) -> Double {
    let unit: Double =
      switch step.unit {
      case .year: 31_556_952
      case .month: 2_629_746
      case .week: 604_800
      case .day: 86_400
      case .hour: 3600
      case .minute: 60
      case .second: 1
      }
    return seconds / (unit * Double(max(step.count, 1)))
  }

  /// Ticks at a step. Those that start anew begin with each larger unit: days with each month.
  private static func ticks(_ step: Step, from start: DateTime, to end: DateTime, startsAnew: Bool) -> [DateTime] {
    let count = max(step.count, 1)
    let (first, last) = (start.secondsSince1970, end.secondsSince1970)
    func shown(_ ticks: [DateTime]) -> [DateTime] {
      ticks.filter { first <= $0.secondsSince1970 && $0.secondsSince1970 <= last }
    }
    switch step.unit {
    case .year:
      let from = max(DateTime.floorDivide(start.year, count).quotient * count, 1)
      let to = min(-DateTime.floorDivide(-end.year, count).quotient * count, 9999)
      return stride(from: from, through: max(from, to), by: count).map { DateTime(year: $0) }
    case .month:
      let from = DateTime.floorDivide(12 * start.year + start.month - 1, count).quotient * count
      return shown(
        stride(from: from, through: 12 * end.year + end.month - 1, by: count).map { month in
          DateTime(year: month / 12, month: month % 12 + 1)
        })
    case .day where startsAnew:
      let days = count == 7 ? [1, 8, 15, 22] : count == 14 ? [1, 15] : Array(stride(from: 1, through: 31, by: count))
      return shown(moments(86_400, every: 1, first, last)).filter { days.contains($0.day) }
    case .day: return shown(moments(86_400, every: count, first, last))
    // Monday, the fourth day after the Thursday of 1970.
    case .week: return shown(moments(604_800, every: count, first, last, after: 4 * 86_400))
    case .hour: return shown(moments(3600, every: count, first, last))
    case .minute: return shown(moments(60, every: count, first, last))
    case .second: return shown(moments(1, every: count, first, last))
    }
  }

  /// The moments at multiples of so many units of so many seconds.
  private static func moments(
    _ unit: Double, every count: Int, _ first: Double, _ last: Double, after origin: Double = 0
  ) -> [DateTime] {
    let step = unit * Double(count)
    let from = ((first - origin) / step).rounded(.down) * step + origin
    return stride(from: from, through: last, by: step).map { DateTime(secondsSince1970: $0) }
  }

  /// Ticks at multiples of parts of a second, with one more at the start and two at the end.
  private static func fractions(step: Double, from start: DateTime, to end: DateTime) -> [DateTime] {
    let day = (start.secondsSince1970 / 86_400).rounded(.down) * 86_400
    let low = ((start.secondsSince1970 - day) * 1e6).rounded()
    let high = ((end.secondsSince1970 - day) * 1e6).rounded()
    let from = (low / step).rounded(.up) * step
    let count = Int(((high - from + 0.001 * step) / step).rounded(.down))
    return (0..<max(count + 3, 2)).map { DateTime(secondsSince1970: day + (from + Double($0 - 1) * step) / 1e6) }
  }
}
