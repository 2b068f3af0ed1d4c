/// max(0, x).
struct ReLU: Layer {
  static let kind = "relu"

  func output(of inputs: [Shape]) throws(LayerError) -> Shape { try inputs.single(for: "ReLU") }

  func compile(_ site: Site) throws(ComputeError) -> any Operator {
    try ActivationOperator(.relu, at: site)
  }
}
