import Testing

@testable import Plotting

@Suite struct DateTests {
  @Test func daysAreThoseOfPython() throws {
    let cases = try AxesFixture.read().days
    try #require(cases.count >= 10)
    for expected in cases {
      let parts = expected.parts
      let date = DateTime(
        year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4], second: parts[5])
      #expect(date.secondsSince1970 == expected.seconds, "\(expected)")
      #expect(DateTime(secondsSince1970: expected.seconds) == date, "\(expected)")
      #expect(date.text("%Y-%m-%d %H:%M:%S %b %B %a %A %j %y") == expected.text)
    }
  }

  @Test func everyDayOfFourCenturiesComesBack() {
    // Two days apart by one in seconds, and all parts within their bounds.
    var last = DateTime(year: 1799, month: 12, day: 31)
    for day in 0..<146_097 {
      let date = DateTime(secondsSince1970: DateTime(year: 1800).secondsSince1970 + Double(day) * 86_400)
      #expect(date.secondsSince1970 - last.secondsSince1970 == 86_400)
      #expect(
        (date.day == last.day + 1 && date.month == last.month)
          || (date.day == 1 && date.month == last.month % 12 + 1 && last.day >= 28))
      last = date
    }
    #expect(last == DateTime(year: 2199, month: 12, day: 31))
  }

  @Test func partsBeyondTheirEndsGoOn() {
    #expect(DateTime(year: 2024, month: 14).secondsSince1970 == DateTime(year: 2025, month: 2).secondsSince1970)
    #expect(DateTime(year: 2024, month: 0).secondsSince1970 == DateTime(year: 2023, month: 12).secondsSince1970)
    #expect(
      DateTime(year: 2024, month: 2, day: 30).secondsSince1970
        == DateTime(year: 2024, month: 3, day: 1).secondsSince1970)
    for number in [Int.max, Int.min] {
      let date = DateTime(
        year: number, month: number, day: number, hour: number, minute: number, second: number, microsecond: number)
      #expect(date.secondsSince1970.isFinite)
    }
    for number in [Double.nan, .infinity, -.infinity, 1e300] {
      #expect((1...9999).contains(DateTime(secondsSince1970: number).year))
    }
  }

  @Test func fractionsOfSecondsAreRoundedToMillionths() {
    #expect(DateTime(secondsSince1970: 0.9999999) == DateTime(year: 1970, second: 1))
    #expect(DateTime(secondsSince1970: -0.25).text("%Y %H:%M:%S.%f") == "1969 23:59:59.750000")
  }

  @Test func patternsHaveTheirLetters() {
    let date = DateTime(year: 987, month: 3, day: 4, hour: 15, minute: 6, second: 7, microsecond: 89)
    #expect(date.text("%F %T %I %p %f %% %-d %-m %q %") == "0987-03-04 15:06:07 03 PM 000089 % 4 3 %q %")
  }

  @Test func ticksAndLabelsAreMatplotlibs() throws {
    let cases = try AxesFixture.read().dates
    try #require(cases.count > 300)
    for expected in cases {
      let zone = expected.hours * 3600
      let chosen = DateTicks(
        from: DateTime(secondsSince1970: expected.lower + zone), to: DateTime(secondsSince1970: expected.upper + zone)
      ).ticks
      let labels = DateLabels(chosen)
      let shown = chosen.indices.filter {
        let seconds = chosen[$0].secondsSince1970 - zone
        return seconds >= expected.lower - 1e-3 && seconds <= expected.upper + 1e-3
      }
      let ticks = shown.map { chosen[$0].secondsSince1970 - zone }
      #expect(ticks.count == expected.ticks.count, "\(expected) \(ticks)")
      #expect(zip(ticks, expected.ticks).allSatisfy { abs($0 - $1) < 1e-3 }, "\(expected) \(ticks)")
      #expect(shown.map { labels.labels[$0] } == expected.labels, "\(expected)")
      #expect(labels.common == expected.offset, "\(expected)")
    }
  }

  @Test func stepsOfACalendarBeginAtWholeUnits() {
    func texts(_ unit: CalendarUnit, _ count: Int, _ from: DateTime, _ to: DateTime) -> [String] {
      DateTicks(every: DateTicks.Step(unit: unit, count: count), from: from, to: to).ticks.map { $0.text("%a %F %H") }
    }
    let (start, end) = (DateTime(year: 2024, month: 2, day: 20, hour: 5), DateTime(year: 2024, month: 3, day: 12))
    #expect(texts(.week, 1, start, end) == ["Mon 2024-02-26 00", "Mon 2024-03-04 00", "Mon 2024-03-11 00"])
    #expect(texts(.month, 1, start, end) == ["Fri 2024-03-01 00"])
    #expect(texts(.hour, 12, start, DateTime(year: 2024, month: 2, day: 21)).count == 2)
  }
}
