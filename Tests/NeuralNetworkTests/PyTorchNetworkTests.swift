import TestSupport
import Testing

@testable import NeuralNetwork

/// A small network of all kinds of layers against PyTorch in double precision: loss and every gradient of the first step,
/// and losses, weights and moving statistics over some steps.
@Suite struct PyTorchNetworkTests {
  struct Fixture: Decodable {
    var rate: Double
    var initial: [String: [Float]]
    var gradients: [String: [Double]]
    var steps: [Step]
    var final: [String: [Double]]

    struct Step: Decodable {
      var images: [Float]
      var labels: [Int32]
      var loss: Double
    }
  }

  static let fixture = Result { try pyTorchFixture("network.json", as: Fixture.self) }

  /// The same as in make_network.py.
  private static func network() throws -> Network {
    try Network("all layers", input: .image(height: 8, width: 9, channels: 3)) { network throws(LayerError) in
      let first = try network.chain(
        [
          Convolution(filters: 6, kernel: 3, padding: .same), Swish(),
          DepthwiseConvolution(kernel: 3, stride: 2, padding: .same), BatchNormalization(), ReLU(),
        ], reading: network.input)
      let grouped = try network.add(
        Convolution(filters: 6, kernel: 3, padding: .same, dilation: 2, groups: 2, bias: false), reading: first)
      let sum = try network.add(Add(), reading: first, grouped)
      let pooled = try network.add(
        Concatenate(), reading: network.add(MaxPooling(size: 3, stride: 1, padding: .same), reading: sum),
        network.add(AveragePooling(size: 2, stride: 1, padding: .same), reading: sum))
      let weights = try network.chain(
        [GlobalAveragePooling(), Dense(units: 4), ReLU(), Dense(units: 12), Sigmoid()], reading: pooled)
      let scaled = try network.add(ChannelScale(), reading: pooled, weights)
      _ = try network.chain(
        [
          Convolution(filters: 5, kernel: 2, stride: 2), BatchNormalization(), Flatten(),
          Dropout(rate: 0.5, stream: 1), Dense(units: 3),
        ], reading: scaled)
    }
  }

  private func model(fused: Bool) throws -> Model {
    let fixture = try Self.fixture.get()
    let model = try Model(
      Self.network(), seed: 0, trainingBatchSizes: [5], inferenceBatchSize: 5, dropout: false, fused: fused,
      optimizer: SGD(), engine: Engine())
    try model.restore(
      model.weights().map {
        Model.Weights(name: $0.name, shape: $0.shape, values: try #require(fixture.initial[$0.name]))
      })
    return model
  }

  @Test func allKindsOfLayersAreInTheNetwork() throws {
    let kinds = Set(try Self.network().nodes.map { type(of: $0.layer).kind })
    #expect(Set(LayerKinds.all.map { $0.kind }).subtracting(kinds) == [])
  }

  @Test(arguments: [true, false]) func firstLossAndGradients(fused: Bool) throws {
    let fixture = try Self.fixture.get()
    let first = try #require(fixture.steps.first)
    let model = try model(fused: fused)
    let result = try first.labels.withUnsafeBufferPointer { labels throws in
      try model.computeGradients(labels: labels) { _ = $0.update(from: first.images) }
    }
    #expect(abs(result.loss - first.loss) < 1e-6)
    let gradients = try model.gradients()
    #expect(gradients.count == fixture.gradients.count)
    for gradient in gradients {
      // Normalization takes the bias of the convolution before it out again, which leaves rounding errors for a gradient.
      let off = relativeNorm(gradient.values, try #require(fixture.gradients[gradient.name]), atLeast: 1e-2)
      #expect(off < 1e-4, "\(gradient.name) is off by \(off)")
    }
  }

  @Test(arguments: [true, false]) func lossesAndWeightsOverSomeSteps(fused: Bool) throws {
    let fixture = try Self.fixture.get()
    #expect(fixture.steps.count == 4)
    let model = try model(fused: fused)
    for step in fixture.steps {
      let result = try step.labels.withUnsafeBufferPointer { labels throws in
        try model.train(labels: labels, rate: fixture.rate) { _ = $0.update(from: step.images) }
      }
      #expect(abs(result.loss - step.loss) < 1e-5)
    }
    for weights in try model.weights() {
      let off = relativeNorm(weights.values, try #require(fixture.final[weights.name]))
      #expect(off < 1e-4, "\(weights.name) is off by \(off)")
    }
  }
}
