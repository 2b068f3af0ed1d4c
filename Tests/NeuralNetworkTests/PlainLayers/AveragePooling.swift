@testable import NeuralNetwork

extension AveragePooling: PlainLayer {
  static let trials = [
    LayerTrial(AveragePooling(size: 2), .image(height: 5, width: 6, channels: 3)),
    LayerTrial(AveragePooling(size: 3, stride: 2, padding: .same), .image(height: 6, width: 5, channels: 8)),
  ]

  func forward(
    _ inputs: [Activations], into output: Activations, weights: [String: [Double]], dropout: PlainNetwork.DropoutSeed?
  ) -> Activations {
    let x = inputs[0]
    var y = output
    output.forEachPlace { n, row, column, c in
      var (sum, count) = (0.0, 0.0)
      window.forEachPlace(of: row, column, on: x) { _, _, row, column in
        sum += x[n, row, column, c]
        count += 1
      }
      y[n, row, column, c] = sum / count
    }
    return y
  }
}
