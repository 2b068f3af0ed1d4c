import TestSupport
import Testing

@testable import Plotting

@Suite struct TickFormatterTests {
  @Test func writesTheLabelsOfMatplotlib() throws {
    for expected in try fixtureCases("ticks.json", of: TickCase.self) {
      let formatter = TickFormatter(ticks: expected.ticks, range: expected.range)
      #expect(formatter.labels == expected.labels, "\(expected)")
      #expect(formatter.common == expected.common, "\(expected)")
    }
  }

  @Test func usesTheMinusOfTypography() {
    let formatter = TickFormatter(ticks: [-1, -0.5, 0], range: AxisRange(lower: -1, upper: 0))
    #expect(formatter.labels == ["\u{2212}1.0", "\u{2212}0.5", "0.0"])
  }
}
