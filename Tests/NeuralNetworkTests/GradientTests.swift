import Randomness
import TestSupport
import Testing

@testable import NeuralNetwork

/// Loss and gradients against a plain double-precision implementation and its central differences.
@Suite struct GradientTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let network: @Sendable () throws -> Network

    init(
      _ name: String, input: Shape, build: @escaping @Sendable (inout NetworkBuilder) throws(LayerError) -> Void
    ) {
      testDescription = name
      network = { try Network(name, input: input, build: build) }
    }

    init(_ name: String, input: Shape, layers: [any Layer]) {
      self.init(name, input: input) { network throws(LayerError) in
        _ = try network.chain(layers, reading: network.input)
      }
    }
  }

  static let cases = [
    // Numbers of channels that are no multiple of a vector's length, and an incomplete window.
    Case(
      "convolutions", input: .image(height: 11, width: 10, channels: 1),
      layers: [
        Convolution(filters: 5, kernel: 3), ReLU(), BatchNormalization(), MaxPooling(size: 2),
        Convolution(filters: 6, kernel: 2), ReLU(), BatchNormalization(),
        Flatten(), Dense(units: 4), ReLU(), Dropout(rate: 0.3, stream: 6), Dense(units: 3),
      ]),
    Case(
      "dense", input: .image(height: 3, width: 4, channels: 1),
      layers: [Flatten(), Dense(units: 9), ReLU(), Dropout(rate: 0.5, stream: 1), Dense(units: 4)]),
    Case(
      "colours", input: .image(height: 4, width: 5, channels: 3),
      layers: [Convolution(filters: 8, kernel: 3), ReLU(), Flatten(), Dense(units: 3)]),
    // Outputs that several layers read, and one that a layer reads twice.
    Case("residual", input: .image(height: 4, width: 3, channels: 2)) { network throws(LayerError) in
      let block: [any Layer] = [
        Convolution(filters: 4, kernel: 3, padding: .same, bias: false), BatchNormalization(),
      ]
      let stem = try network.chain(block, reading: network.input)
      let active = try network.add(ReLU(), reading: stem)
      let inner = try network.chain(block, reading: active)
      let sum = try network.chain([ReLU()], reading: network.add(Add(), reading: inner, active, stem))
      let twice = try network.add(Add(), reading: sum, sum)
      _ = try network.chain([GlobalAveragePooling(), Dense(units: 3)], reading: twice)
    },
  ]

  @Test(arguments: cases) func gradientsAgreeWithFiniteDifferences(_ test: Case) throws {
    let network = try test.network()
    let (samples, classes) = (4, network.outputCount)
    var random = SeededRandom(seed: 7)
    let images = (0..<samples * network.input.count).map { _ in random.float() }
    let labels = (0..<samples).map { Int32($0 % classes) }
    func model(fused: Bool) throws -> Model {
      try Model(
        network, seed: 3, index: 1, trainingBatchSizes: [samples], inferenceBatchSize: 1, fused: fused, engine: Engine()
      )
    }
    // Batch normalization that does nothing at gamma 1 and beta 0 would hide a mistake.
    let weights = try model(fused: true).weights().map { array in
      var array = array
      if array.name.hasSuffix("gamma") || array.name.hasSuffix("beta") || array.name.hasSuffix("bias") {
        array.values = array.values.map { $0 + (random.float() - 0.5) }
      }
      return array
    }
    let plain = PlainNetwork(
      network: network,
      weights: Dictionary(uniqueKeysWithValues: weights.map { ($0.name, $0.values.map(Double.init)) }),
      dropout: PlainNetwork.DropoutSeed(seed: 3, model: 1, step: 0))
    let (doubles, classesOfSamples) = (images.map(Double.init), labels.map(Int.init))
    let loss = plain.loss(images: doubles, labels: classesOfSamples)
    var expected: [String: [Double]] = [:]
    for fused in [true, false] {
      let model = try model(fused: fused)
      try model.restore(weights)
      let result = try labels.withUnsafeBufferPointer { labels throws in
        try model.computeGradients(labels: labels) { _ = $0.update(from: images) }
      }
      #expect(abs(result.loss - loss) < 1e-5 * loss)
      for gradient in try model.gradients() {
        let name = gradient.name
        let reference =
          expected[name] ?? plain.differences(by: name, images: doubles, labels: classesOfSamples)
        expected[name] = reference
        // Batch normalization makes the gradients before it sum to zero over a channel, so that a bias, whose gradient is
        // such a sum over the places that ReLU let through, loses digits.
        let off = relativeNorm(gradient.values, reference)
        #expect(off < (name.hasPrefix("conv") ? 2e-3 : 1e-4), "\(name), \(fused ? "fused" : "on its own")")
      }
    }
  }

  @Test func dropoutKeepsTheExpectedShareAndDependsOnItsStep() throws {
    let engine = try Engine()
    let input = try Tensor([1, 5000], engine: engine)
    for place in input.values.indices { input.values[place] = 1 }
    let dropout = Dropout(rate: 0.2, stream: 0)
    let node = Node(
      name: "dropout_1", layer: dropout, inputs: [Value(node: nil, shape: .vector(5000))], shape: .vector(5000))
    let clock = StepClock(seed: 1, model: 0)
    let context = PlanContext(
      isTraining: true, drops: true, parameters: ParameterStore([node]), clock: clock, engine: engine)
    let layer = try dropout.compile(
      Site(node: node, inputs: [Source(tensor: input, gradient: nil)], context: context))
    try layer.forward()
    let first = Array(layer.output.values)
    #expect(Set(first) == [0, 1.25])
    // 5000 trials of probability 0.8: standard deviation 28, so 150 is over five of them.
    #expect(abs(first.count { $0 > 0 } - 4000) < 150)
    try layer.forward()
    #expect(Array(layer.output.values) == first)
    clock.step = 1
    try layer.forward()
    #expect(Array(layer.output.values) != first)
  }
}
