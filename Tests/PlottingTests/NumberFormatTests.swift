import Testing

@testable import Plotting

@Suite struct NumberFormatTests {
  @Test func percentagesAreMatplotlibs() throws {
    let cases = try AxesFixture.read().numbers.percent
    try #require(cases.count >= 6)
    for expected in cases {
      let format = NumberFormat.percent(of: expected.whole, decimals: expected.decimals)
      let range = AxisRange(lower: expected.lower, upper: expected.upper)
      #expect(format.labels(expected.values, range: range) == expected.labels, "\(expected)")
    }
  }

  @Test func prefixesAreMatplotlibs() throws {
    let cases = try AxesFixture.read().numbers.engineering
    try #require(cases.count >= 5)
    for expected in cases {
      let format = NumberFormat.si(unit: expected.unit, decimals: expected.decimals)
      #expect(format.labels(expected.values, range: nil) == expected.labels, "\(expected)")
    }
  }

  @Test func numbersAreWrittenAsAsked() {
    #expect(NumberFormat.grouped().text(-1_234_567) == "−1,234,567")
    #expect(NumberFormat.grouped(separator: " ", decimals: 1).text(12345.678) == "12 345.7")
    #expect(NumberFormat.grouped().text(999) == "999")
    #expect(NumberFormat.fixed(2).text(0.005) == "0.01")
    #expect(NumberFormat.fixed(0).text(-0.2) == "0")
    #expect(NumberFormat.scientific(decimals: 1).text(25_000) == "2.5×10⁴")
    #expect(NumberFormat.scientific(decimals: 0).text(9.7e-5) == "1×10⁻⁴")
    #expect(NumberFormat.engineering().text(25_000) == "25×10³")
    #expect(NumberFormat.engineering().text(0) == "0")
    #expect(NumberFormat.grouped().with(prefix: "$", suffix: " a year").text(-20) == "−$20 a year")
    #expect(NumberFormat.date("%-d %b %Y").text(0) == "1 Jan 1970")
    #expect(NumberFormat.percent().text(.nan) == "nan")
  }

  @Test func decimalsFollowFromTheTicks() {
    let range = AxisRange(lower: 0, upper: 1)
    #expect(NumberFormat.fixed().labels([0, 0.25, 0.5], range: range) == ["0.00", "0.25", "0.50"])
    #expect(
      NumberFormat.grouped().labels([1_000_000, 1_000_000.5], range: AxisRange(lower: 1e6, upper: 1e6 + 1))
        == ["1,000,000.0", "1,000,000.5"])
  }

  @Test(arguments: [
    NumberFormat.fixed(-1), .fixed(16), .percent(of: 0), .percent(of: .nan), .si(decimals: .max),
    .grouped(decimals: .min),
  ])
  func refusesWhatCannotBeWritten(format: NumberFormat) {
    let figure = Figure(panels: [Axes(x: Axis(format: format)) { Line(y: [1, 2]) }])
    #expect(throws: PlottingError.self) { try figure.svg() }
  }

  @Test func anyNumberIsWrittenInAnyFormat() {
    let formats: [NumberFormat] = [
      .fixed(), .fixed(3), .percent(), .percent(of: 1e-300), .grouped(), .si(), .si(unit: "B", decimals: 2),
      .engineering(),
      .scientific(), .date("%c"),
    ]
    for value in [0, .leastNonzeroMagnitude, 1e-300, 1e300, -1e300, .greatestFiniteMagnitude, .infinity, .nan] {
      for format in formats { #expect(format.text(value).count < 1000) }
    }
  }
}
