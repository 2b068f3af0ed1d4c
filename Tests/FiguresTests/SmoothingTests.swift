import Testing

@testable import Figures

@Suite struct SmoothingTests {
  /// As `pandas.Series(values).rolling(count, center=True, min_periods=1).mean()`.
  @Test(
    arguments: [
      (1, [1, 2, 6, 4, 12]), (2, [1, 1.5, 4, 5, 8]), (3, [1.5, 3, 4, 22.0 / 3, 8]), (4, [1.5, 3, 3.25, 6, 22.0 / 3]),
      (5, [3, 3.25, 5, 6, 22.0 / 3]), (100, [5, 5, 5, 5, 5]),
    ] as [(Int, [Double])])
  func eachValueIsTheMeanOfThoseAroundIt(count: Int, means: [Double]) {
    let smooth = centredMeans(of: [1, 2, 6, 4, 12], over: count)
    #expect(zip(smooth, means).allSatisfy { abs($0 - $1) < 1e-12 } && smooth.count == 5, "\(smooth)")
  }

  @Test func whatIsNotFiniteStaysAndCountsForNothing() {
    let smooth = centredMeans(of: [1, .nan, 3, .infinity, 7], over: 3)
    #expect(smooth[0] == 1 && smooth[1].isNaN && smooth[2] == 3 && smooth[3] == .infinity && smooth[4] == 7)
    #expect(centredMeans(of: [], over: 3) == [])
  }

  @Test func aLargeValueCostsLaterOnesNoDigit() {
    let smooth = centredMeans(of: [1e300] + Array(repeating: 0.1, count: 10), over: 3)
    #expect(smooth[2...].allSatisfy { abs($0 - 0.1) < 1e-16 }, "\(smooth)")
  }
}
