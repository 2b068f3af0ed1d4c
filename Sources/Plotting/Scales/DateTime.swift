/// A moment of a calendar and a clock. The calendar is the Gregorian one at all times, before 1582 as well.
///
/// Axes of dates (``Scale/date(hoursFromUTC:)``) take seconds since 1970 in UTC:
///
///     let start = DateTime(year: 2026, month: 11, day: 28, hour: 9).secondsSince1970
public struct DateTime: Sendable, Hashable {
  /// The year; 1 is the first after Christ, and 0 the one before.
  public var year: Int
  /// The month, from 1.
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int
  /// The hour, from 0.
  public var hour: Int
  /// The minute, from 0.
  public var minute: Int
  /// The whole second, from 0; there are no leap seconds.
  public var second: Int
  /// The millionths of a second, from 0.
  public var microsecond: Int

  /// Creates a moment. What is beyond the end of a month, a day and so on goes on in the next one.
  public init(
    year: Int, month: Int = 1, day: Int = 1, hour: Int = 0, minute: Int = 0, second: Int = 0, microsecond: Int = 0
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.microsecond = microsecond
  }

  /// Creates the moment that is `seconds` after the start of 1970, to the nearest millionth of a second. What is before the
  /// year 1 or after 9999, or not a number, is moved to the nearest moment of these years.
  public init(secondsSince1970 seconds: Double) {
    let seconds = seconds.isNaN ? 0 : min(max(seconds, Self.range.lowerBound), Self.range.upperBound)
    var whole = seconds.rounded(.down)
    microsecond = Int(((seconds - whole) * 1e6).rounded())
    if microsecond == 1_000_000 {
      microsecond = 0
      whole += 1
    }
    let (days, rest) = Self.floorDivide(Int(whole), 86_400)
    (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
    (year, month, day) = Self.date(days: days)
  }

  /// The seconds since the start of 1970, if the moment is in UTC.
  public var secondsSince1970: Double {
    // What overflows an integer is nothing that can be shown.
    let month = min(max(month, -1_000_000), 1_000_000) - 1
    let (years, rest) = Self.floorDivide(month, 12)
    let days = Self.days(year: min(max(year, -1_000_000), 1_000_000) + years, month: rest + 1)
    let clock = Double(hour) * 3600 + Double(minute) * 60 + Double(second) + Double(microsecond) / 1e6
    return (Double(days) + Double(day) - 1) * 86_400 + clock
  }
}

extension DateTime {
  /// The seconds from the start of the year 1 to the end of the year 9999, which is what can be written with four digits.
  static let range = -62_135_596_800.0...253_402_300_799.0

  /// The quotient, rounded down, and what is left, which is never negative.
  static func floorDivide(_ value: Int, _ divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }

  /// The days from the start of 1970 to the first of a month, 1 to 12. Years are counted from March, so that the leap day is
  /// the last one, and in eras of 400 years, which all have 146,097 days.
  private static func days(year: Int, month: Int) -> Int {
    let (era, yearOfEra) = floorDivide(month > 2 ? year : year - 1, 400)
    // 306 days are from March to the end of December, in months of 31 and 30 days: 153 in each five.
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The date that is `days` after the start of 1970.
  private static func date(days: Int) -> (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = floorDivide(days + 719_468, 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fifth = (5 * dayOfYear + 2) / 153
    let month = fifth < 10 ? fifth + 3 : fifth - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * fifth + 2) / 5 + 1)
  }

  /// The days since the first of January, from 0.
  var dayOfYear: Int {
    let start = DateTime(year: year)
    return Int(((secondsSince1970 - start.secondsSince1970) / 86_400).rounded(.down))
  }

  /// The day of the week, 0 for Sunday.
  var weekday: Int {
    // The first of January 1970 was a Thursday.
    Self.floorDivide(Int((secondsSince1970 / 86_400).rounded(.down)) + 4, 7).remainder
  }

  /// The same time of the day in another month; of a day that this does not have, its last one.
  func adding(months: Int) -> DateTime {
    var result = self
    let (years, month) = Self.floorDivide(self.month - 1 + months, 12)
    (result.year, result.month) = (year + years, month + 1)
    let next = DateTime(year: result.year, month: result.month + 1).secondsSince1970
    let first = DateTime(year: result.year, month: result.month).secondsSince1970
    result.day = min(day, Int((next - first) / 86_400))
    return result
  }
}
