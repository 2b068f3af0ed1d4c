/// A convolution with ReLU that leaves the way back through the ReLU to the normalization behind it, bias included.
protocol RectifiedConvolution: Operator {
  /// Where the normalization writes the gradient of the convolution's bias; nil for inference, or without a bias.
  var biasGradient: Tensor? { get }
}

/// Convolution, ReLU, normalization and, if there is one, 2 x 2 max-pooling: shared by the fusions that begin so.
///
/// The normalization goes over its input on the way back anyway, and knows the sums that the bias' gradient is made of in
/// double precision.
enum NormalizedReLU {
  static func steps(for chain: Chain, convolution: some RectifiedConvolution) throws(ComputeError) -> [Step]? {
    guard let normalization = chain[2] as? BatchNormalization else { return nil }
    let place = chain.site.next(chain.nodes[2], after: convolution)
    let first = Step(convolution, for: chain.nodes.prefix(2), at: chain.site)
    if chain[3] as? MaxPooling == MaxPooling(size: 2) {
      let pooling = try NormalizedPooling(normalization, biasGradient: convolution.biasGradient, at: place)
      return [first, Step(pooling, for: chain.nodes[2...3], at: place)]
    }
    let made = try NormalizationOperator(normalization, after: .relu(biasGradient: convolution.biasGradient), at: place)
    return [first, Step(made, for: [chain.nodes[2]], at: place)]
  }
}
