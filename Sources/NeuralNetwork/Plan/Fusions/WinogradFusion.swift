/// Winograd's algorithm for 3 x 3 convolutions before ReLU and normalization.
enum WinogradFusion: Fusion {
  static func steps(for chain: Chain) throws(ComputeError) -> [Step]? {
    guard let convolution = chain[0] as? Convolution, convolution.hasBias, chain[1] is ReLU,
      chain[2] is BatchNormalization,
      let made = try WinogradConvolution(convolution, relu: true, at: chain.site)
    else { return nil }
    return try NormalizedReLU.steps(for: chain, convolution: made)
  }
}
