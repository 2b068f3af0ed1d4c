import Foundation
import Metrics
import TestSupport
import Testing

@Suite struct RankedSamplesTests {
  private struct Fixture: Decodable {
    var cases: [Case]
    var several: Several

    struct Case: Decodable {
      var labels: [Int]
      var scores: [Double]
      var roc: [[Double]]?
      var auc: Double?
      var pr: [[Double]]?
      var average_precision: Double
    }

    struct Several: Decodable {
      var labels: [Int]
      var probabilities: [Double]
      var auc: Areas
      var average_precision: Areas
    }

    struct Areas: Decodable {
      var macro: Double
      var micro: Double
      var classes: [Double]
    }
  }

  private func fixture() throws -> Fixture {
    try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: pathBesideTest("Fixtures/rankings.json")))
  }

  private func ranked(_ scores: [Double], _ isPositive: (Int) -> Bool) -> RankedSamples {
    RankedSamples(scores.indices.map { (Float(scores[$0]), isPositive($0)) })
  }

  private func expectEqual(_ actual: [Double], _ expected: [Double]) {
    #expect(actual.count == expected.count)
    for (one, other) in zip(actual, expected) { #expect(abs(one - other) < 1e-12) }
  }

  @Test func curvesAndAreasAreScikitLearns() throws {
    let cases = try fixture().cases
    #expect(cases.count == 12)
    for test in cases {
      let samples = ranked(test.scores) { test.labels[$0] == 1 }
      #expect((samples.rocArea == nil) == (test.auc == nil))
      if let area = samples.rocArea, let expected = test.auc, let roc = test.roc {
        #expect(abs(area - expected) < 1e-12)
        let corners = samples.corners
        expectEqual(corners.map { Double(samples.falsePositives[$0]) / Double(samples.negatives) }, roc[0])
        expectEqual(corners.map { Double(samples.truePositives[$0]) / Double(samples.positives) }, roc[1])
      }
      // Without positive samples scikit-learn warns and has 0.
      #expect(abs((samples.averagePrecision ?? 0) - test.average_precision) < 1e-12)
      #expect((samples.averagePrecision == nil) == (test.pr == nil))
      if let curve = test.pr {
        expectEqual(samples.truePositives.indices.map(samples.precision), curve[0])
        expectEqual(samples.truePositives.map { Double($0) / Double(samples.positives) }, curve[1])
      }
    }
  }

  @Test func averagesAreScikitLearns() throws {
    let several = try fixture().several
    let classes = (0..<3).map { label in
      ranked(several.labels.indices.map { several.probabilities[3 * $0 + label] }) { several.labels[$0] == label }
    }
    let micro = ranked(several.probabilities) { several.labels[$0 / 3] == $0 % 3 }
    expectEqual(classes.compactMap(\.rocArea), several.auc.classes)
    expectEqual(classes.compactMap(\.averagePrecision), several.average_precision.classes)
    expectEqual(
      [micro.rocArea, micro.averagePrecision].compactMap { $0 }, [several.auc.micro, several.average_precision.micro])
    expectEqual(
      [classes.compactMap(\.rocArea).reduce(0, +) / 3, classes.compactMap(\.averagePrecision).reduce(0, +) / 3],
      [several.auc.macro, several.average_precision.macro])
  }

  @Test func noSamplesHaveNoAreas() {
    let samples = RankedSamples([(score: Float, isPositive: Bool)]())
    #expect(samples.rocArea == nil && samples.averagePrecision == nil && samples.truePositives == [0])
  }
}
