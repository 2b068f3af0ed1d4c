import FileFormats
import Foundation
import TestSupport
import Testing

@testable import Metrics

@Suite struct ClassificationReportTests {
  /// A report by scikit-learn; scores are precision, recall, F1 and support.
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    var labels: [Int]
    var predictions: [Int]
    var names: [String]
    var digits: Int
    /// Nil where it would be large.
    var confusion: [[Int]]?
    var accuracy: Double
    var text: String
    var classes: [[Double]]
    var macro: [Double]
    var weighted: [Double]

    var testDescription: String { "\(names.count) classes, \(labels.count) samples, \(digits) digits" }
  }

  private func numbers(_ scores: ClassificationReport.Scores) -> [Double] {
    [scores.precision, scores.recall, scores.f1, Double(scores.support)]
  }

  @Test func agreesWithScikitLearn() throws {
    let cases = try fixtureCases("reports.json", of: Case.self)
    #expect(cases.count == 15)
    for expected in cases {
      let matrix = ConfusionMatrix(
        labels: expected.labels, predictions: expected.predictions, classCount: expected.names.count)
      let report = ClassificationReport(matrix, classNames: expected.names)
      if let confusion = expected.confusion { #expect(matrix.counts == confusion) }
      #expect(report.accuracy == expected.accuracy)
      #expect(report.rows.map { numbers($0.scores) } == expected.classes)
      #expect(numbers(report.macroAverage) == expected.macro, "\(expected.testDescription)")
      #expect(numbers(report.weightedAverage) == expected.weighted, "\(expected.testDescription)")
      #expect(report.text(digits: expected.digits) == expected.text)
    }
  }

  /// What the original project published for its CNN.
  @Test func theOriginalsReportComesOutToTheByte() throws {
    func classes(_ name: String) throws -> [Int] {
      try #require(try NPY.read(fixture(name), file: name).integers)
    }
    let matrix = ConfusionMatrix(
      labels: try classes("original_labels.npy"), predictions: try classes("original_predictions.npy"), classCount: 10)
    let report = ClassificationReport(matrix, classNames: (0..<10).map(String.init))
    #expect(report.text() == String(decoding: try fixture("original_report.txt"), as: UTF8.self))
    #expect(matrix.total == 10_000)
  }

  @Test func noSamplesAreAReportToo() {
    let empty = ConfusionMatrix(labels: [], predictions: [], classCount: 2)
    let report = ClassificationReport(empty, classNames: ["a", "b"])
    #expect(report.rows.isEmpty)
    #expect(report.macroAverage == ClassificationReport.Scores(precision: 0, recall: 0, f1: 0, support: 0))
  }

  @Test func sumsInNumPysOrder() {
    #expect(pairwiseSum([]) == 0)
    #expect(pairwiseSum([1e16, 1, -1e16, 1]) == 1)
    // numpy.array([1e16, 1, 1, 1, 1, 1, 1, 1, -1e16]).sum() is 6, from the left it would be 0.
    #expect(pairwiseSum([1e16, 1, 1, 1, 1, 1, 1, 1, -1e16]) == 6)
    #expect(pairwiseSum((1...1000).map(Double.init)) == 500_500)
  }
}
