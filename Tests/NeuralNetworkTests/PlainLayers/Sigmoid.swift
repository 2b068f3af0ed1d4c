import Foundation

@testable import NeuralNetwork

extension Sigmoid: PlainLayer {
  static let trials = [
    LayerTrial(Sigmoid(), .image(height: 3, width: 4, channels: 5)),
    LayerTrial(Sigmoid(), .vector(9)),
  ]

  func forward(
    _ inputs: [Activations], into output: Activations, weights: [String: [Double]], dropout: PlainNetwork.DropoutSeed?
  ) -> Activations { inputs[0].map { 1 / (1 + exp(-$0)) } }
}
