import NumberText
import Testing

@Suite struct FixedPointTests {
  @Test(arguments: [
    (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.5, 0, "2"), (3.5, 0, "4"), (99.949999999999989, 1, "99.9"),
    (99.95, 1, "100.0"), (1.005, 2, "1.00"), (-0.04, 1, "-0.0"), (1234.5678, 3, "1234.568"), (7, 2, "7.00"),
    (9.95, 1, "9.9"), (0.285, 2, "0.28"), (1e-7, 6, "0.000000"), (.infinity, 2, "inf"), (.nan, 1, "nan"),
  ])
  func roundsAsPrintfDoes(value: Double, decimals: Int, expected: String) {
    #expect(fixedPoint(value, decimals: decimals) == expected)
  }
}
