@testable import NeuralNetwork

extension Convolution: PlainLayer {
  static let trials = [
    // Numbers of channels that are no multiple of a vector's length.
    LayerTrial(Convolution(filters: 5, kernel: 3), .image(height: 6, width: 7, channels: 3)),
    LayerTrial(Convolution(filters: 8, kernel: 3), .image(height: 5, width: 6, channels: 8)),
    LayerTrial(Convolution(filters: 6, kernel: 2), .image(height: 4, width: 5, channels: 1)),
  ]

  func forward(
    _ inputs: [Activations], into output: Activations, weights: [String: [Double]], dropout: PlainNetwork.DropoutSeed?
  ) -> Activations {
    let (x, taps, bias) = (inputs[0], weights["kernel"] ?? [], weights["bias"] ?? [])
    var y = output
    output.forEachPlace { n, row, column, filter in
      var sum = bias[filter]
      for v in 0..<kernel {
        for u in 0..<kernel {
          for c in 0..<x.channels {
            sum += x[n, row + v, column + u, c] * taps[((v * kernel + u) * x.channels + c) * filters + filter]
          }
        }
      }
      y[n, row, column, filter] = sum
    }
    return y
  }
}
