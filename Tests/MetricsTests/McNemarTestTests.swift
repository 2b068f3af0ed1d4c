import TestSupport
import Testing

@testable import Metrics

@Suite struct McNemarTestTests {
  /// `Fixtures/make_paired.py`: 200 random tables, those at the edges, and two of more than 100,000 discordant pairs.
  @Test func pValuesAndIntervalsAreThoseOfSciPyAndStatsmodels() throws {
    let rows = try fixtureCases("paired.json", of: [Double].self)
    #expect(rows.count == 210)
    for row in rows {
      let difference = PairedDifference(samples: Int(row[0]), onlyModel: Int(row[1]), onlyOther: Int(row[2]))
      let test = McNemarTest(difference)
      let expected = test.form == .exact ? row[3] : row[4]
      #expect(abs(test.pValue - expected) <= 1e-9 * expected, "\(row)")
      let interval = difference.interval
      #expect(abs(interval.lowerBound - row[5]) <= 1e-9 * abs(row[5]), "\(row)")
      #expect(abs(interval.upperBound - row[6]) <= 1e-9 * abs(row[6]), "\(row)")
    }
  }

  @Test func onlyLargeCountsAreTestedByTheAsymptoticForm() {
    #expect(McNemarTest(PairedDifference(samples: 100_000, onlyModel: 50_000, onlyOther: 50_000)).form == .exact)
    #expect(McNemarTest(PairedDifference(samples: 100_001, onlyModel: 50_001, onlyOther: 50_000)).form == .asymptotic)
  }

  /// Of three samples that only one model gets right, P(X = 0) = 1/8; of one against two, 2 P(X = 0) + P(X = 1) = 5/8.
  @Test func smallTablesAreThoseOfAFairCoin() {
    #expect(abs(McNemarTest(PairedDifference(samples: 9, onlyModel: 3, onlyOther: 0)).pValue - 0.125) < 1e-12)
    #expect(abs(McNemarTest(PairedDifference(samples: 9, onlyModel: 1, onlyOther: 2)).pValue - 0.625) < 1e-12)
    #expect(McNemarTest(PairedDifference(samples: 9, onlyModel: 0, onlyOther: 0)).pValue == 1)
  }
}
