/// A sum that applies the ReLU behind it before it writes its output.
enum ReLUIntoAdd: Fusion {
  static func steps(for chain: Chain) throws(ComputeError) -> [Step]? {
    guard chain[0] is Add, chain[1] is ReLU else { return nil }
    let made = try AddOperator(relu: true, at: chain.site)
    return [Step(made, for: chain.nodes.prefix(2), at: chain.site)]
  }
}
