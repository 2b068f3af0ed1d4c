/// x / (1 + exp(-x)), also called SiLU.
struct Swish: Layer {
  static let kind = "swish"

  func output(of inputs: [Shape]) throws(LayerError) -> Shape { try inputs.single(for: "swish") }

  func compile(_ site: Site) throws(ComputeError) -> any Operator {
    try ActivationOperator(.swish, at: site)
  }
}
