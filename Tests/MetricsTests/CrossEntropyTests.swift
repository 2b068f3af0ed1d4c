import Foundation
import Metrics
import Testing

@Suite struct CrossEntropyTests {
  @Test func isTheMeanOfTheNegativeLogarithms() {
    let loss = sparseCategoricalCrossEntropy(
      probabilities: [0.5, 0.25, 0.25, 0.125, 0.75, 0.125], labels: [0, 2] as [UInt8], classCount: 3)
    #expect(abs(loss - (log(2.0) + log(8.0)) / 2) < 1e-15)
  }

  /// -ln 1e-7 = 16.118, -ln (1 - 1e-7) = 1.0000000500e-7.
  @Test func certaintyIsClippedAsInKeras() {
    let wrong = sparseCategoricalCrossEntropy(probabilities: [1, 0], labels: [1], classCount: 2)
    #expect(abs(wrong - 16.118_095_650_958_32) < 1e-12)
    let right = sparseCategoricalCrossEntropy(probabilities: [1, 0], labels: [0], classCount: 2)
    #expect(abs(right - 1.000_000_05e-7) < 1e-15)
  }

  @Test func notANumberIsNotHidden() {
    #expect(sparseCategoricalCrossEntropy(probabilities: [.nan, 0], labels: [0], classCount: 2).isNaN)
    #expect(sparseCategoricalCrossEntropy(probabilities: [], labels: [Int](), classCount: 2) == 0)
  }

  @Test func accuracyIsTheShareOfRightPredictions() {
    #expect(accuracy(labels: [1, 2, 3, 4] as [UInt8], predictions: [1, 2, 0, 4]) == 0.75)
    #expect(accuracy(labels: [Int](), predictions: [Int]()) == 0)
  }
}
