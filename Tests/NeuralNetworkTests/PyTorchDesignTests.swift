import FileFormats
import Foundation
import TestSupport
import Testing

@testable import NeuralNetwork

/// Designs in small sizes against the same networks in PyTorch in double precision: the first loss and every gradient,
/// 30 steps, and inference with the weights that PyTorch ended with.
@Suite struct PyTorchDesignTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// With its size, which make_designs.py has as well.
    let design: any NetworkDesign
    let isFused: Bool

    var file: String { type(of: design).kind }
    var testDescription: String { isFused ? file : "\(file), each layer on its own" }
  }

  // As in make_designs.py.
  static let (steps, samples, classes, rate) = (30, 6, 3, 0.005)
  static let images = Shape.image(height: 9, width: 8, channels: 2)
  static let sizes: [any NetworkDesign] = {
    var (resNet, denseNet, efficientNet) = (ResNet(), DenseNet(), EfficientNet())
    (resNet.depth, resNet.filters) = (8, 8)
    (denseNet.depth, denseNet.growth, denseNet.reduction) = (16, 4, 0.6)
    (efficientNet.width, efficientNet.depth) = (0.3, 0.9)
    return [resNet, denseNet, efficientNet]
  }()
  static let cases = sizes.flatMap { design in [true, false].map { Case(design: design, isFused: $0) } }

  /// Knuth's linear congruential generator (MMIX): of 64 bits the highest 8.
  private struct Draws {
    private var state: UInt64 = 1

    mutating func byte() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 56)
    }

    /// From -1 to below 1.
    mutating func numbers(_ count: Int) -> [Float] { (0..<count).map { _ in Float(byte()) / 128 - 1 } }

    mutating func labels(_ count: Int) -> [Int32] { (0..<count).map { _ in Int32(byte() % classes) } }
  }

  /// What PyTorch computed.
  private struct Reference {
    let file: String
    private let arrays: [String: [Float]]

    init(_ test: Case) throws {
      file = "\(test.file).safetensors"
      let bytes = [UInt8](try Data(contentsOf: pathBesideTest("PyTorch").appending(path: file)))
      arrays = Dictionary(
        uniqueKeysWithValues: try Safetensors.read(bytes, file: file).map { ($0.name, $0.values) })
    }

    func values(_ name: String) throws -> [Float] { try #require(arrays[name], "\(file) has no \(name)") }
  }

  private func model(_ test: Case) throws -> Model {
    let network = try test.design.network(input: Self.images, classes: Self.classes)
    return try Model(
      network, seed: 0, trainingBatchSizes: [Self.samples], inferenceBatchSize: Self.samples, dropout: false,
      fused: test.isFused, optimizer: SGD(), engine: Engine())
  }

  private func initialWeights(of model: Model, draws: inout Draws) throws -> [Model.Weights] {
    try model.weights().map { array in
      var array = array
      switch array.name.split(separator: ".").last {
      case "kernel": array.values = draws.numbers(array.values.count).map { $0 / 4 }
      case "gamma": array.values = draws.numbers(array.values.count).map { 1 + $0 / 2 }
      case "bias", "beta": array.values = draws.numbers(array.values.count).map { $0 / 2 }
      default: break
      }
      return array
    }
  }

  @Test func theDesignsAreAllThatNoOtherTestComparesWithAPeer() {
    let compared = Self.sizes.map { type(of: $0).kind } + ["simple_nn", "cnn", "lenet"]
    #expect(Set(NetworkDesigns.all.map { $0.kind }) == Set(compared))
  }

  @Test(arguments: cases) func gradientsAndThirtySteps(_ test: Case) throws {
    let reference = try Reference(test)
    let losses = try reference.values("losses")
    try #require(losses.count == Self.steps)
    let model = try model(test)
    var draws = Draws()
    try model.restore(initialWeights(of: model, draws: &draws))
    for step in 0..<Self.steps {
      let images = draws.numbers(Self.samples * Self.images.count)
      let result = try draws.labels(Self.samples).withUnsafeBufferPointer { labels throws in
        try model.train(labels: labels, rate: Self.rate) { _ = $0.update(from: images) }
      }
      #expect(abs(result.loss - Double(losses[step])) < 1e-4, "step \(step): \(result.loss), \(losses[step])")
      guard step == 0 else { continue }
      let gradients = try model.gradients()
      #expect(gradients.count > 10)
      for gradient in gradients {
        // Normalization takes the bias of the convolution before it out again, which leaves rounding errors for a gradient.
        let expected = try reference.values("gradient.\(gradient.name)")
        let off = relativeNorm(gradient.values, expected, atLeast: 1e-2)
        #expect(off < 1e-4, "\(gradient.name) is off by \(off)")
      }
    }
    for weights in try model.weights() {
      let off = relativeNorm(weights.values, try reference.values("final.\(weights.name)"))
      #expect(off < 1e-3, "\(weights.name) is off by \(off)")
    }
  }

  @Test(arguments: cases) func inferenceWithTheFinalWeights(_ test: Case) throws {
    let reference = try Reference(test)
    let model = try model(test)
    var draws = Draws()
    _ = try initialWeights(of: model, draws: &draws)
    var (images, labels): ([Float], [Int32]) = ([], [])
    for _ in 0..<Self.steps {
      images = draws.numbers(Self.samples * Self.images.count)
      labels = draws.labels(Self.samples)
    }
    try model.restore(
      model.weights().map {
        Model.Weights(name: $0.name, shape: $0.shape, values: try reference.values("final.\($0.name)"))
      })
    var probabilities: [Float] = []
    _ = try labels.withUnsafeBufferPointer { labels throws in
      try model.evaluate(
        labels: labels, fill: { _ = $0.update(from: images) }, probabilities: { probabilities += $0 })
    }
    let expected = try reference.values("probabilities")
    #expect(probabilities.count == expected.count)
    let worst = zip(probabilities, expected).map { abs($0 - $1) }.max() ?? 1
    #expect(worst < 1e-5, "a probability is off by \(worst)")
  }
}
