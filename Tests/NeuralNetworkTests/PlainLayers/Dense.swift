@testable import NeuralNetwork

extension Dense: PlainLayer {
  static let trials = [LayerTrial(Dense(units: 5), .vector(7))]

  func forward(
    _ inputs: [Activations], into output: Activations, weights: [String: [Double]], dropout: PlainNetwork.DropoutSeed?
  ) -> Activations {
    let (x, kernel, bias) = (inputs[0], weights["kernel"] ?? [], weights["bias"] ?? [])
    var y = output
    output.forEachPlace { n, _, _, unit in
      var sum = bias[unit]
      for input in 0..<x.channels { sum += x[n, 0, 0, input] * kernel[input * units + unit] }
      y[n, 0, 0, unit] = sum
    }
    return y
  }
}
