/// A dense layer: each output is a weighted sum of all inputs, and a bias.
struct Dense: Layer {
  static let kind = "dense"

  var units: Int

  func output(of inputs: [Shape]) throws(LayerError) -> Shape {
    guard inputs.count == 1, case .vector = inputs[0] else {
      throw .unfit(reason: "a dense layer reads one vector, such as a flattened image")
    }
    return .vector(units)
  }

  func parameters(for inputs: [Shape]) -> [ParameterSpec] {
    let count = inputs[0].count
    return [.kernel([count, units], fanIn: count, fanOut: units), .vector("bias", units, .zeros)]
  }

  func work(for inputs: [Shape]) -> Arithmetic { .product(multiplications: inputs[0].count * units) }

  func compile(_ site: Site) throws(ComputeError) -> any Operator {
    try ProductOperator(self, at: site)
  }
}
