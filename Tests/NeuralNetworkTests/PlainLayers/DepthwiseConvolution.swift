@testable import NeuralNetwork

extension DepthwiseConvolution: PlainLayer {
  static let trials = [
    LayerTrial(DepthwiseConvolution(kernel: 3), .image(height: 5, width: 4, channels: 8)),
    LayerTrial(
      DepthwiseConvolution(kernel: 3, stride: 2, padding: .same, multiplier: 2, bias: false),
      .image(height: 6, width: 5, channels: 5)),
    LayerTrial(DepthwiseConvolution(kernel: 2, dilation: 2), .image(height: 4, width: 5, channels: 3)),
  ]

  func forward(
    _ inputs: [Activations], into output: Activations, weights: [String: [Double]], dropout: PlainNetwork.DropoutSeed?
  ) -> Activations {
    let (x, kernel, bias) = (inputs[0], weights["kernel"] ?? [], weights["bias"])
    var y = output
    output.forEachPlace { n, row, column, c in
      var sum = bias?[c] ?? 0
      window.forEachPlace(of: row, column, on: x) { v, u, row, column in
        // [height, width, channel, multiplier]
        sum += x[n, row, column, c / multiplier] * kernel[(v * window.size + u) * output.channels + c]
      }
      y[n, row, column, c] = sum
    }
    return y
  }
}
