@testable import NeuralNetwork

extension MaxPooling: PlainLayer {
  static let trials = [
    // An incomplete window.
    LayerTrial(MaxPooling(size: 2), .image(height: 5, width: 6, channels: 3)),
    LayerTrial(MaxPooling(size: 3), .image(height: 6, width: 3, channels: 8)),
  ]

  func forward(
    _ inputs: [Activations], into output: Activations, weights: [String: [Double]], dropout: PlainNetwork.DropoutSeed?
  ) -> Activations {
    let x = inputs[0]
    var y = output
    output.forEachPlace { n, row, column, c in
      var highest = -Double.infinity
      for v in 0..<size {
        for u in 0..<size { highest = max(highest, x[n, row * size + v, column * size + u, c]) }
      }
      y[n, row, column, c] = highest
    }
    return y
  }
}
