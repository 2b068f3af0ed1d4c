/// A convolution that applies the ReLU behind it before it writes its output.
enum ReLUIntoConvolution: Fusion {
  static func steps(for chain: Chain) throws(ComputeError) -> [Step]? {
    guard let convolution = chain[0] as? Convolution, chain[1] is ReLU else { return nil }
    let made = try ProductOperator(convolution, relu: .included, at: chain.site)
    return [Step(made, for: chain.nodes.prefix(2), at: chain.site)]
  }
}
