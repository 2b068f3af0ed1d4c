import Testing

@testable import Metrics

@Suite struct MeanDifferenceTests {
  /// R: `t.test(extra ~ group, data = sleep)` gives the interval -3.3654832 to 0.2054832 for the means 0.75 and 2.33.
  @Test func theIntervalIsWelchs() throws {
    let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
    let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    let difference = try #require(MeanDifference(first, second))
    #expect(abs(difference.difference - (0.75 - 2.33)) < 1e-12)
    #expect(abs(difference.interval.lowerBound - -3.3654832) < 1e-7)
    #expect(abs(difference.interval.upperBound - 0.2054832) < 1e-7)
    #expect(difference.isUndecided && difference.counts == [10, 10])
  }

  /// SciPy 1.17.1: `ttest_ind(first, second, equal_var=False).pvalue` gives 0.056430876146371496.
  @Test func thePValueIsThatOfWelchsTest() throws {
    let difference = try #require(MeanDifference([0.91, 0.93, 0.92, 0.95], [0.9, 0.88, 0.91]))
    #expect(abs(difference.pValue - 0.056430876146371496) < 1e-12)
    #expect(try #require(MeanDifference([1, 1], [1, 1])).pValue == 1)
    #expect(try #require(MeanDifference([1, 1], [2, 2])).pValue == 0)
  }

  /// The 97.5% points of Student's table; of one degree it is tan(0.475 π), of two 0.95 sqrt(2 / (1 - 0.95²)).
  @Test(arguments: [
    (1, 12.706204736174705), (2, 4.302652729749462), (5, 2.5705818366147), (30, 2.0422724563012), (1e6, 1.9599663),
  ])
  func quantilesAreStudents(freedom: Double, quantile: Double) {
    #expect(abs(studentQuantile(freedom: freedom) - quantile) < 1e-7 * quantile)
  }

  @Test func valuesWithoutSpreadLeaveNothingOpen() throws {
    let apart = try #require(MeanDifference([0.75, 0.75], [0.5, 0.5, 0.5]))
    #expect(apart.interval == 0.25...0.25 && !apart.isUndecided)
    #expect(try #require(MeanDifference([1, 1], [1, 1])).isUndecided)
  }

  @Test func aSingleValueHasNoInterval() {
    #expect(MeanDifference([1], [1, 2]) == nil && MeanDifference([1, .nan], [1, 2]) == nil)
  }
}
