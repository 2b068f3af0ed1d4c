import Testing

@testable import Plotting

@Suite struct AxisRangeTests {
  @Test func addsTheMarginOnBothSides() {
    #expect(AxisRange(lower: 0, upper: 9).withMargin(0.05) == AxisRange(lower: -0.45, upper: 9.45))
  }

  @Test func widensASingleValue() {
    let range = AxisRange(lower: 2, upper: 2).withMargin(0.05)
    #expect(abs(range.lower - 1.89) < 1e-12 && abs(range.upper - 2.11) < 1e-12)
    #expect(abs(AxisRange(lower: 0, upper: 0).withMargin(0.05).lower + 0.055) < 1e-12)
  }

  @Test func leavesOutWhatIsNotFinite() {
    #expect(AxisRange(of: [.nan, 3, .infinity, -1, -.infinity]) == AxisRange(lower: -1, upper: 3))
    #expect(AxisRange(of: [.nan]) == nil)
    #expect(AxisRange(of: [Double]()) == nil)
    #expect(AxisRange(lower: -.infinity, upper: .infinity).withMargin(0.05).length > 0)
  }
}
