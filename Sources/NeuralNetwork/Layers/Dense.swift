/// A dense layer: each output is a weighted sum of all inputs, and a bias.
struct Dense: Layer {
  static let kind = "dense"

  var units: Int
  var hasBias: Bool

  init(units: Int, bias: Bool = true) {
    self.units = units
    hasBias = bias
  }

  func output(of inputs: [Shape]) throws(LayerError) -> Shape {
    guard inputs.count == 1, case .vector = inputs[0] else {
      throw .unfit(reason: "a dense layer reads one vector, such as a flattened image")
    }
    return .vector(units)
  }

  func parameters(for inputs: [Shape]) -> [ParameterSpec] {
    let kernel = ParameterSpec.kernel([inputs[0].count, units], fanIn: inputs[0].count, fanOut: units)
    return hasBias ? [kernel, .vector("bias", units, .zeros)] : [kernel]
  }

  func work(for inputs: [Shape]) -> Arithmetic { .product(multiplications: inputs[0].count * units) }

  func compile(_ site: Site) throws(ComputeError) -> any Operator {
    try ProductOperator(self, at: site)
  }
}
