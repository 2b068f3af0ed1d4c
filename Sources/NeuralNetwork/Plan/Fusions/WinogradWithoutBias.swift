/// Winograd's algorithm for 3 x 3 convolutions without bias, whatever stands behind them.
enum WinogradWithoutBias: Fusion {
  static func steps(for chain: Chain) throws(ComputeError) -> [Step]? {
    guard let convolution = chain[0] as? Convolution, !convolution.hasBias,
      let made = try WinogradConvolution(convolution, relu: false, at: chain.site)
    else { return nil }
    return [Step(made, for: chain.nodes.prefix(1), at: chain.site)]
  }
}
