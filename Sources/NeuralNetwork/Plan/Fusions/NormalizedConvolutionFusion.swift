/// A convolution before ReLU and normalization.
enum NormalizedConvolutionFusion: Fusion {
  static func steps(for chain: Chain) throws(ComputeError) -> [Step]? {
    guard let convolution = chain[0] as? Convolution, chain[1] is ReLU, chain[2] is BatchNormalization else {
      return nil
    }
    let made = try ProductOperator(convolution, relu: .backwardByNext, at: chain.site)
    return try NormalizedReLU.steps(for: chain, convolution: made)
  }
}
