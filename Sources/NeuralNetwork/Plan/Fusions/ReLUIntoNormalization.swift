/// A normalization that applies the ReLU behind it before it writes its output, and goes back through it as it reads the
/// gradient.
enum ReLUIntoNormalization: Fusion {
  static func steps(for chain: Chain) throws(ComputeError) -> [Step]? {
    guard let normalization = chain[0] as? BatchNormalization, chain[1] is ReLU else { return nil }
    let made = try NormalizationOperator(normalization, relu: true, at: chain.site)
    return [Step(made, for: chain.nodes.prefix(2), at: chain.site)]
  }
}
