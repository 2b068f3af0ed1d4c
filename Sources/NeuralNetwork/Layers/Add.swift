/// The sum of inputs of one shape.
struct Add: Layer {
  static let kind = "add"

  func output(of inputs: [Shape]) throws(LayerError) -> Shape {
    guard let first = inputs.first, inputs.count > 1, inputs.allSatisfy({ $0 == first }) else {
      throw .unfit(reason: "adding takes two or more inputs of one shape, not \(inputs)")
    }
    return first
  }

  func compile(_ site: Site) throws(ComputeError) -> any Operator {
    try AddOperator(at: site)
  }
}
