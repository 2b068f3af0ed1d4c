@testable import NeuralNetwork

extension BatchNormalization: PlainLayer {
  static let trials = [
    LayerTrial(BatchNormalization(), .image(height: 3, width: 5, channels: 5)),
    LayerTrial(BatchNormalization(epsilon: 1e-2), .image(height: 2, width: 2, channels: 8)),
    LayerTrial(BatchNormalization(), .vector(6)),
  ]

  func forward(
    _ inputs: [Activations], into output: Activations, weights: [String: [Double]], dropout: PlainNetwork.DropoutSeed?
  ) -> Activations {
    let (x, gamma, beta) = (inputs[0], weights["gamma"] ?? [], weights["beta"] ?? [])
    var y = output
    let places = x.values.count / x.channels
    for c in 0..<x.channels {
      let values = (0..<places).map { x.values[$0 * x.channels + c] }
      let mean = values.reduce(0, +) / Double(places)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(places)
      for place in 0..<places {
        y.values[place * x.channels + c] =
          gamma[c] * (values[place] - mean) / (variance + epsilon).squareRoot() + beta[c]
      }
    }
    return y
  }
}
