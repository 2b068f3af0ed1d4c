@testable import NeuralNetwork

extension ChannelScale: PlainLayer {
  static let trials = [
    LayerTrial(ChannelScale(), .image(height: 3, width: 2, channels: 5), .vector(5)),
    LayerTrial(ChannelScale(), .image(height: 2, width: 2, channels: 16), .vector(16)),
  ]

  func forward(
    _ inputs: [Activations], into output: Activations, weights: [String: [Double]], dropout: PlainNetwork.DropoutSeed?
  ) -> Activations {
    var y = output
    output.forEachPlace { n, row, column, c in
      y[n, row, column, c] = inputs[0][n, row, column, c] * inputs[1][n, 0, 0, c]
    }
    return y
  }
}
