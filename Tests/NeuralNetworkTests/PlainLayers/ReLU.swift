@testable import NeuralNetwork

extension ReLU: PlainLayer {
  static let trials = [
    LayerTrial(ReLU(), .image(height: 3, width: 4, channels: 5)),
    LayerTrial(ReLU(), .vector(9)),
  ]

  func forward(
    _ inputs: [Activations], into output: Activations, weights: [String: [Double]], dropout: PlainNetwork.DropoutSeed?
  ) -> Activations { inputs[0].map { max(0, $0) } }
}
