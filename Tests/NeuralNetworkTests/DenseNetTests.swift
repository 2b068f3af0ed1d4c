import Foundation
import Testing

@testable import NeuralNetwork

@Suite struct DenseNetTests {
  /// DenseNet-BC with a depth of 100 and a growth of 12 has "0.8M" parameters in table 2 of the paper, for images of 32 x 32
  /// in colour; PyTorch's reimplementations count 769,162.
  @Test func parametersAreThoseOfThePaper() throws {
    var design = DenseNet()
    (design.depth, design.growth) = (100, 12)
    let network = try design.network(input: .image(height: 32, width: 32, channels: 3), classes: 10)
    let trained = network.nodes.flatMap(\.parameters).filter(\.isTrained).reduce(0) { $0 + $1.count }
    #expect(trained == 769_162)
    #expect(network.name == "DenseNet-100-12")
  }

  /// 28 -> 14 -> 7; 32 + 3 x 16 = 80 channels, of which 40 are left, and so on.
  @Test func eachLayerAddsItsChannels() throws {
    let network = try DenseNet().network(input: .image(height: 28, width: 28, channels: 1), classes: 10)
    let joined = network.nodes.filter { $0.layer is Concatenate }.map(\.shape)
    #expect(joined.map(\.channels) == [48, 64, 80, 56, 72, 88, 60, 76, 92])
    #expect(joined.map(\.pixels) == [784, 784, 784, 196, 196, 196, 49, 49, 49])
    #expect(network.parameterCount == 128_034)
  }

  @Test func imagesMustBeHalvedTwice() throws {
    let error = NetworkError.imagesTooSmall(network: "DenseNet-22-16", height: 3, width: 9, smallest: 4)
    #expect(throws: error) { try DenseNet().network(input: .image(height: 3, width: 9, channels: 1), classes: 2) }
  }

  @Test(arguments: [#"{"depth": 24}"#, #"{"growth": 0}"#, #"{"reduction": 0}"#, #"{"reduction": 1.5}"#])
  func impossibleSizesAreRefused(json: String) {
    #expect(throws: (any Error).self) { try JSONDecoder().decode(DenseNet.self, from: Data(json.utf8)) }
  }
}
