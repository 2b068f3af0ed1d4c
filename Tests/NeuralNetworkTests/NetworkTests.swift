import Testing

@testable import NeuralNetwork

@Suite struct NetworkTests {
  private func images(_ height: Int, _ width: Int, channels: Int = 1) -> Shape {
    .image(height: height, width: width, channels: channels)
  }

  @Test func parameterCountsAreTheOriginals() throws {
    #expect(try SimpleNN().network(input: images(28, 28), classes: 10).parameterCount == 109_386)
    #expect(try CNN().network(input: images(28, 28), classes: 10).parameterCount == 131_530)
  }

  /// 5 x 5 x 6 + 6, 5 x 5 x 6 x 16 + 16, 256 x 120 + 120, 120 x 84 + 84, 84 x 10 + 10.
  @Test func leNetHasTheParametersOfItsLayers() throws {
    #expect(try LeNet().network(input: images(28, 28), classes: 10).parameterCount == 44_426)
    // 16 -> conv 12 -> pool 6 -> conv 2 -> pool 1.
    let error = NetworkError.imagesTooSmall(network: "LeNet-5", height: 15, width: 16, smallest: 16)
    #expect(throws: error) { try LeNet().network(input: images(15, 16), classes: 10) }
  }

  @Test func parameterCountsFollowTheImages() throws {
    // 20 x 24 x 128 + 128 for the first layer, 64 x 3 + 3 for the last.
    let dense = try SimpleNN().network(input: images(20, 24), classes: 3)
    #expect(dense.parameterCount == 480 * 128 + 128 + 128 * 64 + 64 + 64 * 3 + 3)
    #expect(dense.outputCount == 3)
    // Two channels more for each of the first convolution's 32 kernels of 3 x 3.
    #expect(try CNN().network(input: images(28, 28, channels: 3), classes: 10).parameterCount == 131_530 + 2 * 9 * 32)
  }

  @Test func parametersAreNamedByKindAndNumber() throws {
    let names = try CNN().network(input: images(28, 28), classes: 10).nodes.flatMap { node in
      node.parameters.map { node.name(of: $0.part) }
    }
    #expect(names.count == 22)
    #expect(names.prefix(3) == ["conv_1.kernel", "conv_1.bias", "norm_1.gamma"])
    #expect(names.suffix(2) == ["dense_2.kernel", "dense_2.bias"])
  }

  @Test func imagesMustLeaveSomethingForTheLastConvolution() throws {
    // 18 -> conv 16 -> pool 8 -> conv 6 -> pool 3 -> conv 1; 17 -> 15 -> 7 -> 5 -> 2 -> 0.
    #expect(try CNN().network(input: images(18, 18), classes: 2).outputCount == 2)
    let error = NetworkError.imagesTooSmall(network: "CNN", height: 28, width: 17, smallest: 18)
    #expect(throws: error) { try CNN().network(input: images(28, 17), classes: 2) }
    #expect(
      error.description == """
        images of 28 x 17 pixels are too small for the CNN.
        Give images of at least 18 x 18 pixels.
        """)
  }

  @Test func layersRefuseWhatTheyCannotRead() throws {
    #expect(
      throws: NetworkError.unfit(
        network: "wrong", reason: "a dense layer reads one vector, such as a flattened image")
    ) {
      try Network("wrong", input: images(4, 4), layers: [Dense(units: 2)])
    }
  }
}
