import Metrics
import Testing

@Suite struct MeanChangeTests {
  /// SciPy 1.17.1: `ttest_rel(second, first).confidence_interval()` gives -0.3082808022987197 to 0.23328080229871964.
  @Test func theIntervalIsThatOfThePairedTTest() throws {
    let change = try #require(MeanChange(from: [0.1, 0.4, 0.35, 0.8], to: [0.2, 0.3, 0.1, 0.9]))
    #expect(abs(change.difference - -0.0375) < 1e-15)
    #expect(abs(change.interval.lowerBound - -0.3082808022987197) < 1e-9)
    #expect(abs(change.interval.upperBound - 0.23328080229871964) < 1e-9)
  }

  @Test func whatHasNoSpreadHasNoInterval() {
    #expect(MeanChange(from: [1], to: [2]) == nil)
    #expect(MeanChange(from: [1, .nan], to: [2, 3]) == nil)
  }
}
