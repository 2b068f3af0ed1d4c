import Foundation
import Testing

@testable import NeuralNetwork

@Suite struct EfficientNetTests {
  private static let images = Shape.image(height: 28, width: 28, channels: 1)

  private func design(width: Double, depth: Double) -> EfficientNet {
    var design = EfficientNet()
    (design.width, design.depth) = (width, depth)
    return design
  }

  /// The last stage's second block: 64 channels made into 256 and back, 3 x 3 depthwise, 16 squeezed.
  @Test func aBlockHasTheParametersOfItsLayers() throws {
    let nodes = try EfficientNet().network(input: Self.images, classes: 10).nodes
    let end = try #require(nodes.lastIndex { $0.layer is Add })
    let start = try #require(nodes[..<end].lastIndex { $0.layer is Convolution && $0.shape.channels == 256 })
    let parameters = nodes[start...end].flatMap(\.parameters).reduce(0) { $0 + $1.count }
    #expect(parameters == 64 * 256 * 2 + 4 * (256 + 256 + 64) + 9 * 256 + (256 + 1) * 16 + (16 + 1) * 256)
  }

  /// Depth adds blocks, rounded up; width is rounded to multiples of 8, but not below nine tenths: 24 x 1.15 = 27.6 to 24 and
  /// then, since 24 is less than 24.84, to 32. Counts are those of PyTorch's states, PyTorch/designs.py.
  @Test func factorsMakeItLarger() throws {
    let usual = try EfficientNet().network(input: Self.images, classes: 10)
    #expect(usual.parameterCount == 126_450)
    #expect(usual.name == "EfficientNet")
    let deeper = try design(width: 1, depth: 1.2).network(input: Self.images, classes: 10)
    #expect(deeper.nodes.filter { $0.layer is DepthwiseConvolution }.count == 2 + 3 * 3)
    #expect(deeper.name == "EfficientNet-1.0-1.2")
    let wider = try design(width: 1.15, depth: 1).network(input: Self.images, classes: 10)
    let sums = wider.nodes.filter { $0.layer is Add }.map(\.shape.channels)
    #expect(sums == [24, 32, 48, 72])
    #expect(wider.name == "EfficientNet-1.15")
  }

  @Test(arguments: [#"{"width": 0}"#, #"{"depth": 100}"#, #"{"expansion": 6}"#])
  func impossibleSizesAreRefused(json: String) {
    #expect(throws: (any Error).self) { try JSONDecoder().decode(EfficientNet.self, from: Data(json.utf8)) }
  }
}
