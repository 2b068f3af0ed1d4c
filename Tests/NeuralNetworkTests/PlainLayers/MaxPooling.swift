@testable import NeuralNetwork

extension MaxPooling: PlainLayer {
  static let trials = [
    // An incomplete window.
    LayerTrial(MaxPooling(size: 2), .image(height: 5, width: 6, channels: 3)),
    LayerTrial(MaxPooling(size: 3), .image(height: 6, width: 3, channels: 8)),
    LayerTrial(MaxPooling(size: 3, stride: 2, padding: .same), .image(height: 6, width: 5, channels: 5)),
    LayerTrial(MaxPooling(size: 3, stride: 1, padding: .same), .image(height: 4, width: 4, channels: 8)),
  ]

  func forward(
    _ inputs: [Activations], into output: Activations, weights: [String: [Double]], dropout: PlainNetwork.DropoutSeed?
  ) -> Activations {
    let x = inputs[0]
    var y = output
    output.forEachPlace { n, row, column, c in
      var highest = -Double.infinity
      window.forEachPlace(of: row, column, on: x) { _, _, row, column in highest = max(highest, x[n, row, column, c]) }
      y[n, row, column, c] = highest
    }
    return y
  }
}
