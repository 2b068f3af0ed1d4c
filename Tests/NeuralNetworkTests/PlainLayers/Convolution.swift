@testable import NeuralNetwork

extension Convolution: PlainLayer {
  static let trials = [
    // Numbers of channels that are no multiple of a vector's length.
    LayerTrial(Convolution(filters: 5, kernel: 3), .image(height: 6, width: 7, channels: 3)),
    LayerTrial(Convolution(filters: 8, kernel: 3, bias: false), .image(height: 5, width: 6, channels: 8)),
    LayerTrial(Convolution(filters: 6, kernel: 2), .image(height: 4, width: 5, channels: 1)),
    LayerTrial(Convolution(filters: 5, kernel: 3, padding: .same), .image(height: 5, width: 4, channels: 1)),
    // An odd row is added at the end.
    LayerTrial(Convolution(filters: 8, kernel: 3, stride: 2, padding: .same), .image(height: 6, width: 7, channels: 8)),
    LayerTrial(Convolution(filters: 3, kernel: 2, stride: 3), .image(height: 6, width: 9, channels: 2)),
    LayerTrial(Convolution(filters: 4, kernel: 3, dilation: 2), .image(height: 6, width: 7, channels: 4)),
    LayerTrial(
      Convolution(filters: 6, kernel: 3, padding: .same, dilation: 2, groups: 2),
      .image(height: 5, width: 5, channels: 4)),
    LayerTrial(Convolution(filters: 16, kernel: 1, groups: 2), .image(height: 3, width: 3, channels: 16)),
  ]

  func forward(
    _ inputs: [Activations], into output: Activations, weights: [String: [Double]], dropout: PlainNetwork.DropoutSeed?
  ) -> Activations {
    let (x, kernel, bias) = (inputs[0], weights["kernel"] ?? [], weights["bias"])
    let (groupInputs, groupOutputs) = (x.channels / groups, filters / groups)
    var y = output
    output.forEachPlace { n, row, column, filter in
      var sum = bias?[filter] ?? 0
      window.forEachPlace(of: row, column, on: x) { v, u, row, column in
        for c in 0..<groupInputs {
          let weight = kernel[((v * window.size + u) * groupInputs + c) * filters + filter]
          sum += x[n, row, column, filter / groupOutputs * groupInputs + c] * weight
        }
      }
      y[n, row, column, filter] = sum
    }
    return y
  }
}
