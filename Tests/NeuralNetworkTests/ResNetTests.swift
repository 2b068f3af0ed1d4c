import Foundation
import Testing

@testable import NeuralNetwork

@Suite struct ResNetTests {
  /// What `count_params()` gives for ResNet20v1 of Keras' example cifar10_resnet, layer by layer: a convolution has
  /// (area x inputs + 1) x outputs parameters, a normalization 4 x channels.
  @Test func parametersAreThoseOfKerasExample() throws {
    let network = try ResNet().network(input: .image(height: 32, width: 32, channels: 3), classes: 10)
    func block(_ inputs: Int, _ outputs: Int) -> Int {
      (9 * inputs + 1) * outputs + (9 * outputs + 1) * outputs + 8 * outputs
        + (inputs == outputs ? 0 : (inputs + 1) * outputs)
    }
    let stages = block(16, 16) * 3 + block(16, 32) + block(32, 32) * 2 + block(32, 64) + block(64, 64) * 2
    #expect(network.parameterCount == 28 * 16 + 4 * 16 + stages + 65 * 10)
    #expect(network.parameterCount == 274_442)
  }

  @Test func filtersMakeItWider() throws {
    var design = ResNet()
    (design.depth, design.filters) = (8, 20)
    let network = try design.network(input: .image(height: 28, width: 28, channels: 1), classes: 10)
    // PyTorch's state of the same network, Tests/NeuralNetworkTests/PyTorch/designs.py.
    #expect(network.parameterCount == 121_810)
    #expect(network.name == "ResNet-8-20")
  }

  @Test func itLearns() throws {
    var design = ResNet()
    design.depth = 8
    let network = try design.network(input: .image(height: 9, width: 8, channels: 1), classes: 2)
    let model = try Model(network, seed: 1, trainingBatchSizes: [8], inferenceBatchSize: 8, engine: Engine())
    // Bright on the left, or on the right.
    let labels = (0..<8).map { Int32($0 % 2) }
    let images = (0..<8 * 72).map { place -> Float in
      let (isLeft, isBrightOnTheLeft) = (place % 8 < 4, place / 72 % 2 == 0)
      return (isLeft == isBrightOnTheLeft ? 0.8 : 0) + Float(place % 7) / 40
    }
    var losses: [Double] = []
    for _ in 0..<10 {
      let result = try labels.withUnsafeBufferPointer { labels throws in
        try model.train(labels: labels, rate: 1e-2) { _ = $0.update(from: images) }
      }
      losses.append(result.loss)
    }
    #expect(losses[9] < losses[0] / 4, "\(losses)")
  }

  @Test func sizesThatGiveNoWholeBlocksAreRefused() throws {
    #expect(try JSONDecoder().decode(ResNet.self, from: Data(#"{"depth": 32}"#.utf8)).name == "ResNet-32")
    for json in [#"{"depth": 18}"#, #"{"filters": 0}"#] {
      #expect(throws: (any Error).self) { try JSONDecoder().decode(ResNet.self, from: Data(json.utf8)) }
    }
  }
}
