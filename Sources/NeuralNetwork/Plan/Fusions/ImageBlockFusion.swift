/// The first block of a network for images of one channel, in one: see `ImageBlock`.
enum ImageBlockFusion: Fusion {
  static func steps(for chain: Chain) throws(ComputeError) -> [Step]? {
    guard let convolution = chain[0] as? Convolution, convolution.isPlain3x3, chain[1] is ReLU,
      let normalization = chain[2] as? BatchNormalization,
      chain[3] as? MaxPooling == MaxPooling(size: 2), chain.site.input.gradient == nil
    else { return nil }
    let nodes = chain.nodes.prefix(4)
    guard
      let block = try ImageBlock(convolution, normalization, normalizationNode: nodes[2], at: chain.site)
    else { return nil }
    // Going back it computes the convolution again.
    return [Step(block, for: nodes, at: chain.site, recomputes: true)]
  }
}
