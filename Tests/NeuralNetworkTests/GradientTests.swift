import Randomness
import Testing

@testable import NeuralNetwork

/// Loss and gradients against a plain double-precision implementation and its central differences.
@Suite struct GradientTests {
  /// Every kind of layer, with channel counts that are no multiple of a vector's length, and an incomplete window.
  static let everyLayer = try? Architecture(
    name: "every layer", height: 11, width: 12,
    layers: [
      .convolution(filters: 5, kernel: 3), .batchNormalization, .maxPooling(size: 2),
      .convolution(filters: 6, kernel: 2), .batchNormalization, .dense(units: 7, relu: true), .dropout(rate: 0.3),
      .dense(units: 3, relu: false),
    ])
  static let denseOnly = try? Architecture(
    name: "dense", height: 3, width: 4,
    layers: [.dense(units: 9, relu: true), .dropout(rate: 0.5), .dense(units: 4, relu: false)])
  static let architectures = [everyLayer, denseOnly].compactMap { $0 }

  @Test(arguments: architectures) func gradientsAgreeWithFiniteDifferences(_ architecture: Architecture) throws {
    let (samples, classes) = (4, architecture.outputCount)
    var random = SeededRandom(seed: 7)
    let images = (0..<samples * architecture.height * architecture.width).map { _ in random.float() }
    let labels = (0..<samples).map { Int32($0 % classes) }
    let model = try Model(
      architecture, seed: 3, index: 1, trainingBatchSizes: [samples], inferenceBatchSize: 1, engine: Engine())
    // Batch normalization that does nothing at gamma 1 and beta 0 would hide a mistake.
    let weights = try model.weights().map { array in
      var array = array
      if array.name.hasSuffix("gamma") || array.name.hasSuffix("beta") || array.name.hasSuffix("bias") {
        array.values = array.values.map { $0 + (random.float() - 0.5) }
      }
      return array
    }
    try model.restore(weights)

    let result = try labels.withUnsafeBufferPointer { labels throws in
      try model.computeGradients(labels: labels) { _ = $0.update(from: images) }
    }
    var plain = PlainNetwork(
      architecture: architecture,
      weights: Dictionary(uniqueKeysWithValues: weights.map { ($0.name, $0.values.map(Double.init)) }),
      dropout: (seed: 3, model: 1, step: 0))
    let (doubles, classesOfSamples) = (images.map(Double.init), labels.map(Int.init))
    #expect(abs(result.loss - plain.loss(images: doubles, labels: classesOfSamples)) < 1e-5 * result.loss)

    let step = 1e-5
    for gradient in try model.gradients() {
      var (error, norm) = (0.0, 0.0)
      let original = try #require(plain.weights[gradient.name])
      for place in original.indices {
        plain.weights[gradient.name]?[place] = original[place] + step
        let above = plain.loss(images: doubles, labels: classesOfSamples)
        plain.weights[gradient.name]?[place] = original[place] - step
        let below = plain.loss(images: doubles, labels: classesOfSamples)
        plain.weights[gradient.name]?[place] = original[place]
        let expected = (above - below) / (2 * step)
        norm += expected * expected
        error += (Double(gradient.values[place]) - expected) * (Double(gradient.values[place]) - expected)
      }
      let relative = (error / norm).squareRoot()
      // Batch normalization makes the gradients before it sum to zero over a channel, so that a bias, whose gradient is
      // such a sum over the places that ReLU let through, loses digits.
      let tolerance = gradient.name.hasPrefix("conv") ? 2e-3 : 1e-4
      #expect(relative < tolerance, "\(gradient.name) is off by \(relative)")
    }
  }

  @Test func dropoutKeepsTheExpectedShareAndDependsOnItsStep() throws {
    let architecture = try Architecture(
      name: "dropout", height: 50, width: 100,
      layers: [.dropout(rate: 0.2), .dense(units: 2, relu: false)])
    let engine = try Engine()
    let input = try Tensor([1, 5000], engine: engine)
    for place in input.values.indices { input.values[place] = 1 }
    let clock = StepClock(seed: 1, model: 0)
    let layer = try Dropout(
      rate: 0.2, layer: 0, input: LayerInput(tensor: input, gradient: nil, training: true), clock: clock)
    layer.forward()
    let first = Array(layer.output.values)
    #expect(Set(first) == [0, 1.25])
    // 5000 trials of probability 0.8: standard deviation 28, so 150 is over five of them.
    #expect(abs(first.count { $0 > 0 } - 4000) < 150)
    layer.forward()
    #expect(Array(layer.output.values) == first)
    clock.step = 1
    layer.forward()
    #expect(Array(layer.output.values) != first)
    #expect(architecture.parameterCount == 5000 * 2 + 2)
  }
}
