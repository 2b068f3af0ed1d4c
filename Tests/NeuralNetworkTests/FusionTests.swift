import Randomness
import TestSupport
import Testing

@testable import NeuralNetwork

/// The fused layers against the same layers on their own: loss, every gradient, moving statistics and inference.
@Suite struct FusionTests {
  /// Blocks and pooling of all kinds: channels that fill no block, odd sizes, a second convolution before pooling.
  static let architectures = [
    try? Architecture.cnn(height: 28, width: 28, classes: 10), try? Architecture.cnn(height: 19, width: 22, classes: 3),
    try? Architecture(
      name: "narrow", height: 12, width: 13,
      layers: [
        .convolution(filters: 5, kernel: 3), .batchNormalization, .maxPooling(size: 2),
        .convolution(filters: 3, kernel: 2), .batchNormalization, .maxPooling(size: 2), .dense(units: 4, relu: false),
      ]),
    // No ReLU stands before the second normalization, so that negative values are not cut on the way back.
    try? Architecture(
      name: "normalized twice", height: 10, width: 10,
      layers: [
        .convolution(filters: 8, kernel: 3), .batchNormalization, .batchNormalization, .maxPooling(size: 2),
        .dense(units: 3, relu: false),
      ]),
  ].compactMap { $0 }

  @Test(arguments: architectures) func fusedLayersGiveWhatTheSingleOnesGive(_ architecture: Architecture) throws {
    let (samples, classes) = (6, architecture.outputCount)
    var random = SeededRandom(seed: 11)
    let images = (0..<samples * architecture.height * architecture.width).map { _ in random.float() }
    let labels = (0..<samples).map { Int32($0 % classes) }
    let engine = try Engine()
    func model(fused: Bool) throws -> Model {
      try Model(
        architecture, seed: 5, trainingBatchSizes: [samples], inferenceBatchSize: samples, fused: fused, engine: engine)
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
