@testable import NeuralNetwork

extension GlobalAveragePooling: PlainLayer {
  static let trials = [
    LayerTrial(GlobalAveragePooling(), .image(height: 3, width: 4, channels: 5)),
    LayerTrial(GlobalAveragePooling(), .image(height: 2, width: 2, channels: 16)),
  ]

  func forward(
    _ inputs: [Activations], into output: Activations, weights: [String: [Double]], dropout: PlainNetwork.DropoutSeed?
  ) -> Activations {
    var y = output
    inputs[0].forEachPlace { n, row, column, c in y[n, 0, 0, c] += inputs[0][n, row, column, c] }
    return y.map { $0 / Double(inputs[0].height * inputs[0].width) }
  }
}
