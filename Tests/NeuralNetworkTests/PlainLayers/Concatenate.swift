@testable import NeuralNetwork

extension Concatenate: PlainLayer {
  static let trials = [
    // Channels that begin and end within a block, and whole blocks.
    LayerTrial(
      Concatenate(), .image(height: 2, width: 3, channels: 5), .image(height: 2, width: 3, channels: 13),
      .image(height: 2, width: 3, channels: 1)),
    LayerTrial(Concatenate(), .image(height: 2, width: 2, channels: 16), .image(height: 2, width: 2, channels: 8)),
    LayerTrial(Concatenate(), .vector(3), .vector(4)),
  ]

  func forward(
    _ inputs: [Activations], into output: Activations, weights: [String: [Double]], dropout: PlainNetwork.DropoutSeed?
  ) -> Activations {
    var y = output
    var first = 0
    for x in inputs {
      x.forEachPlace { n, row, column, c in y[n, row, column, first + c] = x[n, row, column, c] }
      first += x.channels
    }
    return y
  }
}
