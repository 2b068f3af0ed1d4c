/// 1 / (1 + exp(-x)).
struct Sigmoid: Layer {
  static let kind = "sigmoid"

  func output(of inputs: [Shape]) throws(LayerError) -> Shape { try inputs.single(for: "the sigmoid") }

  func compile(_ site: Site) throws(ComputeError) -> any Operator {
    try ActivationOperator(.sigmoid, at: site)
  }
}
