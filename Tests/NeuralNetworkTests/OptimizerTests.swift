import Foundation
import Kinds
import Testing

@testable import NeuralNetwork

@Suite struct OptimizerTests {
  /// The same gradients and rates for every optimizer, and what PyTorch made of the parameters in double precision.
  struct Fixture: Decodable {
    let start: Start
    let gradients: [[Float]]
    let rates: [Double]
    let cases: [Case]

    struct Start: Decodable {
      let kernel: [Float]
      let bias: [Float]
    }

    struct Case: Decodable {
      let optimizer: any Optimizer
      /// Kernel and bias by the number of steps that led to them.
      let after: [String: [Double]]

      enum CodingKeys: CodingKey { case optimizer, after }

      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        optimizer = try container.superDecoder(forKey: .optimizer).decodeKind(of: Optimizers.all)
        after = try container.decode([String: [Double]].self, forKey: .after)
      }
    }
  }

  @Test func fiftyStepsAreThoseOfPyTorch() throws {
    let fixture: Fixture = try pyTorchFixture("optimizers.json")
    #expect(fixture.gradients.count == 50)
    #expect(Set(fixture.cases.map { type(of: $0.optimizer).kind }) == Set(Optimizers.all.map { $0.kind }))
    for example in fixture.cases {
      #expect(example.after.keys.sorted() == ["1", "10", "2", "50"])
      let optimizer = example.optimizer
      let kernel = Trained(fixture.start.kernel, by: optimizer, decays: true)
      let bias = Trained(fixture.start.bias, by: optimizer, decays: false)
      for (step, (gradients, rate)) in zip(1..., zip(fixture.gradients, fixture.rates)) {
        kernel.step(Array(gradients.prefix(6)), rate: rate, step: step)
        bias.step(Array(gradients.dropFirst(6)), rate: rate, step: step)
        guard let expected = example.after["\(step)"] else { continue }
        let found = kernel.evaluated + bias.evaluated
        #expect(found.count == expected.count)
        let worst = zip(found, expected).map { abs(Double($0) - $1) }.max() ?? .infinity
        #expect(worst < 2e-6, "\(optimizer) is off by \(worst) after step \(step)")
      }
    }
  }

  /// A parameter outside of any model.
  private final class Trained {
    private let optimizer: any Optimizer
    private let update: ParameterUpdate
    private let average: UnsafeMutableBufferPointer<Float>

    init(_ values: [Float], by optimizer: any Optimizer, decays: Bool) {
      func zeros() -> UnsafeMutableBufferPointer<Float> {
        let buffer = UnsafeMutableBufferPointer<Float>.allocate(capacity: values.count)
        buffer.initialize(repeating: 0)
        return buffer
      }
      self.optimizer = optimizer
      update = ParameterUpdate(
        values: zeros(), gradient: zeros(), slots: optimizer.slots.map { _ in zeros() }, decays: decays)
      average = zeros()
      _ = update.values.update(from: values)
    }

    deinit {
      for buffer in [update.values, update.gradient, average] + update.slots { buffer.deallocate() }
    }

    func step(_ gradient: [Float], rate: Double, step: Int) {
      _ = update.gradient.update(from: gradient)
      optimizer.update(update, rate: rate, step: step)
      optimizer.updateAverage(average, of: update.values, step: step)
    }

    var evaluated: [Float] { Array(optimizer.averageSlot == nil ? update.values : average) }
  }

  /// Weights, evaluation and state of a model whose weights are averaged.
  @Test func aModelIsEvaluatedWithItsAveragesAndTrainedWithoutThem() throws {
    var averaged = Averaged(SGD())
    averaged.decay = 0.5
    let network = try Network(
      "averaged", input: .image(height: 6, width: 6, channels: 1),
      layers: [Convolution(filters: 3, kernel: 3), ReLU(), BatchNormalization(), Flatten(), Dense(units: 2)])
    let (plain, model) = (try self.model(network, SGD()), try self.model(network, averaged))
    let images = (0..<72).map { Float($0 % 11) / 10 }
    var passed: [[Model.Weights]] = []
    for _ in 0..<3 {
      for model in [plain, model] {
        _ = try ([0, 1] as [Int32]).withUnsafeBufferPointer { labels throws in
          try model.train(labels: labels, rate: 0.1) { _ = $0.update(from: images) }
        }
      }
      passed.append(try plain.weights())
      #expect(try model.weights() == passed.last)
    }
    // a1 = w1, a2 = (a1 + w2) / 2, a3 = (a2 + w3) / 2.
    for (place, average) in try model.withAverages({ try model.weights() }).enumerated() {
      for index in average.values.indices {
        let (first, second, third) = (
          passed[0][place].values[index], passed[1][place].values[index], passed[2][place].values[index]
        )
        #expect(abs(average.values[index] - (first / 4 + second / 4 + third / 2)) < 1e-6, "\(average.name)")
      }
    }
    // Moving statistics have an average, too.
    let names = try model.state().map(\.name)
    #expect(names.contains("average.norm_1.moving_variance") && names.contains("average.conv_1.kernel"))
    #expect(try model.weights() == passed.last)

    let resumed = try self.model(network, averaged)
    try resumed.restore(model.state(), step: model.step)
    #expect(try resumed.state() == model.state())
  }

  /// Decays of 3/12 and 4/13 instead of 0.999: 1, 1 + (2 - 1) 9/12, 1.75 + (3 - 1.75) 9/13.
  @Test func anAverageWithAWarmUpForgetsTheFirstWeights() {
    var averaged = Averaged(SGD())
    averaged.warmup = true
    var (average, values) = ([0 as Float], [0 as Float])
    for (step, expected) in [1, 1.75, 1.75 + 1.25 * 9 / 13].enumerated() {
      values = [Float(step + 1)]
      average.withUnsafeMutableBufferPointer { average in
        values.withUnsafeMutableBufferPointer { averaged.updateAverage(average, of: $0, step: step + 1) }
      }
      #expect(abs(Double(average[0]) - expected) < 1e-6)
    }
  }

  private func model(_ network: Network, _ optimizer: any Optimizer) throws -> Model {
    try Model(
      network, seed: 2, trainingBatchSizes: [2], inferenceBatchSize: 2, optimizer: optimizer, engine: Engine())
  }
}
