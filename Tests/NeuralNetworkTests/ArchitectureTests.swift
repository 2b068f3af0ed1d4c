import Testing

@testable import NeuralNetwork

@Suite struct ArchitectureTests {
  @Test func parameterCountsAreTheOriginals() throws {
    #expect(try Architecture.simpleNN(height: 28, width: 28, classes: 10).parameterCount == 109_386)
    #expect(try Architecture.cnn(height: 28, width: 28, classes: 10).parameterCount == 131_530)
  }

  @Test func parameterCountsFollowTheImages() throws {
    // 20 x 24 x 128 + 128 for the first layer, 64 x 3 + 3 for the last.
    let dense = try Architecture.simpleNN(height: 20, width: 24, classes: 3)
    #expect(dense.parameterCount == 480 * 128 + 128 + 128 * 64 + 64 + 64 * 3 + 3)
    #expect(dense.outputCount == 3)
  }

  @Test func imagesMustLeaveSomethingForTheLastConvolution() throws {
    // 18 -> conv 16 -> pool 8 -> conv 6 -> pool 3 -> conv 1; 17 -> 15 -> 7 -> 5 -> 2 -> 0.
    #expect(try Architecture.cnn(height: 18, width: 18, classes: 2).outputCount == 2)
    let error = ArchitectureError(model: "CNN", height: 28, width: 17, smallest: 18)
    #expect(throws: error) { try Architecture.cnn(height: 28, width: 17, classes: 2) }
    #expect(
      error.description == """
        images of 28 x 17 pixels are too small for the CNN.
        Give images of at least 18 x 18 pixels.
        """)
  }
}
