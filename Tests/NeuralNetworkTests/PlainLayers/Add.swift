@testable import NeuralNetwork

extension Add: PlainLayer {
  static let trials = [
    LayerTrial(Add(), .image(height: 3, width: 4, channels: 5), .image(height: 3, width: 4, channels: 5)),
    LayerTrial(Add(), .vector(6), .vector(6), .vector(6)),
  ]

  func forward(
    _ inputs: [Activations], into output: Activations, weights: [String: [Double]], dropout: PlainNetwork.DropoutSeed?
  ) -> Activations {
    var y = output
    for place in y.values.indices { y.values[place] = inputs.reduce(0) { $0 + $1.values[place] } }
    return y
  }
}
