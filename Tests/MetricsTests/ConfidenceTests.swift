import Foundation
import Metrics
import TestSupport
import Testing

@Suite struct ConfidenceTests {
  private struct Case: Decodable {
    var confidences: [Double]
    var correct: [Bool]
    var bins: Int
    var accuracy: [Double]
    var confidence: [Double]
  }

  @Test func binsAreScikitLearns() throws {
    let cases = try JSONDecoder().decode(
      [Case].self, from: Data(contentsOf: pathBesideTest("Fixtures/reliability.json")))
    #expect(cases.count == 5)
    for test in cases {
      let reliability = Reliability(
        confidences: test.confidences.map { Float($0) }, isCorrect: test.correct, binCount: test.bins)
      #expect(reliability.bins.count == test.accuracy.count)
      for (bin, (accuracy, confidence)) in zip(reliability.bins, zip(test.accuracy, test.confidence)) {
        #expect(abs(bin.confidence - confidence) < 1e-12)
        #expect(abs(Double(bin.correct) / Double(bin.samples) - accuracy) < 1e-12)
      }
      #expect(reliability.bins.reduce(0) { $0 + $1.samples } == test.correct.count)
    }
  }

  /// Bins of 0.6 and 0.7 (one of two right) and of 0.8 and 0.9 (both right): (2 x 0.15 + 2 x 0.15) / 4.
  @Test func theCalibrationErrorIsTheMeanGap() {
    let reliability = Reliability(
      confidences: [0.6, 0.9, 0.7, 0.8], isCorrect: [false, true, true, true], binCount: 2)
    #expect(abs(reliability.expectedCalibrationError - 0.15) < 1e-7)
    #expect(Reliability(confidences: [], isCorrect: [], binCount: 3).expectedCalibrationError == 0)
  }

  /// For each confidence, a count over all samples.
  @Test func riskAndCoverageAreThoseOfADoubleLoop() {
    let confidences = (0..<300).map { Float($0 * 71 % 97) / 97 }
    let isCorrect = (0..<300).map { $0 * 13 % 29 < 24 }
    var (answered, errors) = ([Int](), [Int]())
    for threshold in Set(confidences).sorted(by: >) {
      answered.append(0)
      errors.append(0)
      for (confidence, isCorrect) in zip(confidences, isCorrect) where confidence >= threshold {
        answered[answered.count - 1] += 1
        if !isCorrect { errors[errors.count - 1] += 1 }
      }
    }
    let risk = RiskCoverage(confidences: confidences, isCorrect: isCorrect)
    #expect(risk.answered == answered && risk.errors == errors)
  }

  /// From the surest down the answers are right, right, wrong, right.
  @Test func theCoverageAtARiskIsTheLargest() {
    let risk = RiskCoverage(confidences: [0.5, 0.9, 0.8, 0.7], isCorrect: [true, true, true, false])
    #expect(risk.coverage(atRisk: 0) == 0.5 && risk.coverage(atRisk: 0.25) == 1 && risk.coverage(atRisk: 0.2) == 0.5)
    #expect(RiskCoverage(confidences: [0.5], isCorrect: [false]).coverage(atRisk: 0.9) == 0)
  }
}
