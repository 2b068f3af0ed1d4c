/// A dense layer that applies the ReLU behind it before it writes its output.
enum ReLUIntoDense: Fusion {
  static func steps(for chain: Chain) throws(ComputeError) -> [Step]? {
    guard let dense = chain[0] as? Dense, chain[1] is ReLU else { return nil }
    let made = try ProductOperator(dense, relu: .included, at: chain.site)
    return [Step(made, for: chain.nodes.prefix(2), at: chain.site)]
  }
}
