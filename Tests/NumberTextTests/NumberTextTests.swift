import NumberText
import Testing

@Suite struct NumberTextTests {
  @Test func numbersAreGroupedByThousands() {
    #expect([0, 999, 1000, 109_386, -1_234_567].map(grouped) == ["0", "999", "1,000", "109,386", "-1,234,567"])
    #expect(grouped(.min) == "-9,223,372,036,854,775,808")
  }

  @Test func proportionsArePercentages() {
    #expect(percent(0.97765) == "97.77%")
    #expect(percent(1, decimals: 0) == "100%")
  }

  /// Expected values are Python's `"%.4g" % value`.
  @Test(arguments: [
    (0, "0"), (-0.0, "-0"), (1, "1"), (0.25, "0.25"), (-0.1, "-0.1"), (12.345, "12.35"), (12.325, "12.32"),
    (9999.5, "1e+04"), (9999.4, "9999"), (123_456, "1.235e+05"), (1e100, "1e+100"), (0.0001, "0.0001"),
    (0.00012345, "0.0001234"), (0.000012345, "1.234e-05"), (-2.5e-10, "-2.5e-10"), (100, "100"), (2.3e-308, "2.3e-308"),
    (.infinity, "inf"), (.nan, "nan"),
  ])
  func significantDigitsAreThoseOfPrintf(value: Double, expected: String) {
    #expect(significant(value, digits: 4) == expected)
  }

  @Test func durationsAreWords() {
    #expect(
      [0.4, 97.2, 99.6, 185, 3600, 3725, .infinity].map(duration) == [
        "0 s", "97 s", "1 min 40 s", "3 min 5 s", "1 h 0 min", "1 h 2 min", "a long time",
      ])
  }

  @Test func alignmentCountsCodePoints() {
    #expect(rightAligned(7, to: 3) == "  7")
    #expect(rightAligned("e\u{301}", to: 3) == " e\u{301}")
    #expect(rightAligned("long", to: 2) == "long")
  }
}
