import Randomness
import TestSupport
import Testing

@testable import NeuralNetwork

/// The fused layers against the same layers on their own: loss, every gradient, moving statistics and inference.
@Suite struct FusionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let network: @Sendable () throws -> Network

    /// A chain of layers for images of one channel.
    init(_ name: String, height: Int, width: Int, layers: [any Layer]) {
      testDescription = name
      network = { try Network(name, input: .image(height: height, width: width, channels: 1), layers: layers) }
    }

    init(_ design: some NetworkDesign, height: Int, width: Int, classes: Int) {
      testDescription = "\(design.name) for \(height) x \(width)"
      network = { try design.network(input: .image(height: height, width: width, channels: 1), classes: classes) }
    }
  }

  /// Blocks and pooling of all kinds: channels that fill no block, odd sizes, a second convolution before pooling.
  static let cases = [
    Case(CNN(), height: 28, width: 28, classes: 10), Case(CNN(), height: 19, width: 22, classes: 3),
    Case(
      "narrow", height: 12, width: 13,
      layers: [
        Convolution(filters: 5, kernel: 3), ReLU(), BatchNormalization(), MaxPooling(size: 2),
        Convolution(filters: 3, kernel: 2), ReLU(), BatchNormalization(), MaxPooling(size: 2),
        Flatten(), Dense(units: 4),
      ]),
    // No ReLU stands before the second normalization, so that negative values are not cut on the way back.
    Case(
      "normalized twice", height: 10, width: 10,
      layers: [
        Convolution(filters: 8, kernel: 3), ReLU(), BatchNormalization(), BatchNormalization(), MaxPooling(size: 2),
        Flatten(), Dense(units: 3),
      ]),
    Case(
      "ReLU behind normalization", height: 8, width: 9,
      layers: [
        Convolution(filters: 8, kernel: 3, bias: false), BatchNormalization(), ReLU(),
        Convolution(filters: 8, kernel: 3, padding: .same, bias: false), BatchNormalization(), ReLU(),
        Flatten(), Dense(units: 3),
      ]),
    Case(
      "ReLU without normalization", height: 9, width: 8,
      layers: [
        Convolution(filters: 8, kernel: 3), ReLU(), Convolution(filters: 8, kernel: 3), ReLU(), Flatten(),
        Dense(units: 6), ReLU(), Dense(units: 3),
      ]),
    Case(
      "images with padding", height: 9, width: 11,
      layers: [
        Convolution(filters: 8, kernel: 5, padding: .same), BatchNormalization(),
        Convolution(filters: 16, kernel: 3, padding: .same, bias: false), Swish(),
        // Less than whole blocks of channels.
        Convolution(filters: 13, kernel: 3, padding: .same), BatchNormalization(), ReLU(),
        Convolution(filters: 5, kernel: 3), ReLU(), BatchNormalization(), Flatten(), Dense(units: 3),
      ]),
    Case(small.resNet, height: 13, width: 12, classes: 3), Case(small.denseNet, height: 12, width: 14, classes: 3),
    Case(small.efficientNet, height: 14, width: 15, classes: 3),
  ]

  /// Designs whose channels fill blocks.
  private static let small: (resNet: ResNet, denseNet: DenseNet, efficientNet: EfficientNet) = {
    var (resNet, denseNet, efficientNet) = (ResNet(), DenseNet(), EfficientNet())
    (resNet.depth, resNet.filters) = (8, 16)
    (denseNet.depth, denseNet.growth) = (10, 8)
    efficientNet.width = 0.5
    return (resNet, denseNet, efficientNet)
  }()

  @Test(arguments: cases) func fusedLayersGiveWhatTheSingleOnesGive(_ test: Case) throws {
    let network = try test.network()
    let (samples, classes) = (6, network.outputCount)
    var random = SeededRandom(seed: 11)
    let images = (0..<samples * network.input.count).map { _ in random.float() }
    let labels = (0..<samples).map { Int32($0 % classes) }
    let engine = try Engine()
    func model(fused: Bool) throws -> Model {
      try Model(
        network, seed: 5, trainingBatchSizes: [samples], inferenceBatchSize: samples, fused: fused, engine: engine)
    }
    let (fused, single) = (try model(fused: true), try model(fused: false))
    // Negative scales turn the largest of a window into the smallest.
    let weights = try single.weights().map { array in
      var array = array
      if array.name.hasSuffix("gamma") { array.values = array.values.map { $0 * (random.float() < 0.4 ? -1 : 1) } }
      if array.name.hasSuffix("beta") { array.values = array.values.map { $0 + random.float() - 0.5 } }
      return array
    }
    try single.restore(weights)
    try fused.restore(weights)

    func train(_ model: Model) throws -> BatchResult {
      try labels.withUnsafeBufferPointer { labels throws in
        try model.computeGradients(labels: labels) { _ = $0.update(from: images) }
      }
    }
    let (expected, result) = (try train(single), try train(fused))
    #expect(abs(result.loss - expected.loss) < 1e-5 * expected.loss)
    let references = try single.gradients()
    let largest = references.map { norm($0.values) }.max() ?? 0
    for (gradient, reference) in zip(try fused.gradients(), references) {
      // A bias before a normalization has no gradient: alone the layers leave rounding errors for one, fused nothing.
      if norm(gradient.values) == 0, norm(reference.values) < 1e-6 * largest { continue }
      // A normalization after another takes out what the first one scales and shifts, which leaves it rounding errors for
      // gradients; so that these are held against the largest gradient.
      let off = relativeNorm(gradient.values, reference.values, atLeast: 1e-4 * largest)
      #expect(off < 1e-3, "\(gradient.name) is off by \(off)")
    }
    for (array, reference) in zip(try fused.weights(), try single.weights()) {
      #expect(relativeNorm(array.values, reference.values) < 1e-5, "\(array.name)")
    }

    func predict(_ model: Model) throws -> [Float] {
      var probabilities: [Float] = []
      _ = try labels.withUnsafeBufferPointer { labels throws in
        try model.evaluate(
          labels: labels, fill: { _ = $0.update(from: images) }, probabilities: { probabilities += $0 })
      }
      return probabilities
    }
    let worst = zip(try predict(fused), try predict(single)).map { abs($0 - $1) }.max() ?? 1
    #expect(worst < 1e-5)
  }

  private func norm(_ values: [Float]) -> Double {
    values.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
  }
}
