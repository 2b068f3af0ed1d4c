import Foundation
import Metrics
import TestSupport
import Testing

@Suite struct ProportionTests {
  @Test func intervalsAreStatsmodels() throws {
    let cases = try JSONDecoder().decode(
      [[Double]].self, from: Data(contentsOf: pathBesideTest("Fixtures/intervals.json")))
    #expect(cases.count == 12)
    for numbers in cases {
      let interval = try #require(Proportion(Int(numbers[0]), of: Int(numbers[1])).interval)
      #expect(abs(interval.lowerBound - numbers[2]) < 1e-15, "\(numbers)")
      #expect(abs(interval.upperBound - numbers[3]) < 1e-15, "\(numbers)")
    }
  }

  @Test func withoutSamplesThereIsNoShare() {
    #expect(Proportion(0, of: 0).share == nil && Proportion(0, of: 0).interval == nil)
    #expect(Proportion(1, of: 4).share == 0.25)
  }
}
