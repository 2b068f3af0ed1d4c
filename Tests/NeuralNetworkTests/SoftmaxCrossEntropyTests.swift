import Testing

@testable import NeuralNetwork

@Suite struct SoftmaxCrossEntropyTests {
  struct Fixture: Decodable {
    let classes: Int
    let logits: [Float]
    let labels: [Int32]
    let cases: [Case]

    struct Case: Decodable {
      let loss: SoftmaxCrossEntropy
      let mean: Double
      let gradient: [Double]
      let mixed: Mixed?
    }

    struct Mixed: Decodable {
      let labels: [Int32]
      let shares: [Float]
    }
  }

  /// Without label smoothing and with it, then the same with second labels.
  @Test func lossAndGradientAreThoseOfPyTorch() throws {
    let fixture: Fixture = try pyTorchFixture("losses.json")
    #expect(fixture.cases.map(\.loss.labelSmoothing) == [0, 0.1, 0.9, 0, 0.1])
    #expect(fixture.cases.map { $0.mixed == nil } == [true, true, true, false, false])
    for example in fixture.cases {
      let mixed = example.mixed.map { MixedLabels(labels: $0.labels, shares: $0.shares) }
      var gradient = [Float](repeating: 0, count: fixture.logits.count)
      let result = fixture.logits.withUnsafeBufferPointer { logits in
        fixture.labels.withUnsafeBufferPointer { labels in
          gradient.withUnsafeMutableBufferPointer {
            example.loss.evaluate(
              logits: logits, labels: labels, mixed: mixed, classes: fixture.classes, gradient: $0)
          }
        }
      }
      #expect(abs(result.loss - example.mean) < 1e-6 * example.mean)
      #expect(gradient.count == example.gradient.count)
      #expect(zip(gradient, example.gradient).allSatisfy { abs(Double($0) - $1) < 1e-7 })
    }
  }
}
