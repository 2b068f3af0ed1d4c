/// A convolution before normalization, by Winograd's algorithm if that fits, and the ReLU behind them if there is one. The
/// gradient of the convolution's bias is not computed: normalization takes the bias out again.
enum ConvolutionIntoNormalization: Fusion {
  static func steps(for chain: Chain) throws(ComputeError) -> [Step]? {
    guard let convolution = chain[0] as? Convolution, let normalization = chain[1] as? BatchNormalization else {
      return nil
    }
    let winograd = try WinogradConvolution(convolution, relu: false, at: chain.site)
    let first: any Operator =
      if let winograd { winograd } else {
        try ProductOperator(convolution, relu: .noneBeforeNormalization, at: chain.site)
      }
    let place = chain.site.next(chain.nodes[1], after: first)
    let hasReLU = chain[2] is ReLU
    let made = try NormalizationOperator(normalization, relu: hasReLU, at: place)
    return [
      Step(first, for: chain.nodes.prefix(1), at: chain.site),
      Step(made, for: chain.nodes[1..<(hasReLU ? 3 : 2)], at: place),
    ]
  }
}
