@testable import NeuralNetwork

extension Flatten: PlainLayer {
  static let trials = [
    LayerTrial(Flatten(), .image(height: 3, width: 4, channels: 5)),
    LayerTrial(Flatten(), .image(height: 3, width: 4, channels: 1)),
  ]

  func forward(
    _ inputs: [Activations], into output: Activations, weights: [String: [Double]], dropout: PlainNetwork.DropoutSeed?
  ) -> Activations {
    var y = output
    y.values = inputs[0].values
    return y
  }
}
