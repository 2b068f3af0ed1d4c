import Foundation

@testable import NeuralNetwork

extension Swish: PlainLayer {
  static let trials = [
    LayerTrial(Swish(), .image(height: 3, width: 4, channels: 5)),
    LayerTrial(Swish(), .vector(9)),
  ]

  func forward(
    _ inputs: [Activations], into output: Activations, weights: [String: [Double]], dropout: PlainNetwork.DropoutSeed?
  ) -> Activations { inputs[0].map { $0 / (1 + exp(-$0)) } }
}
