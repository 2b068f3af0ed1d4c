/// Several layers computed as one, where that saves passes over memory or arithmetic.
protocol Fusion: Sendable {
  /// The steps that stand for the chain's first layers. They cover those in order. Nil if this fusion does not apply.
  static func steps(for chain: Chain) throws(ComputeError) -> [Step]?
}

/// All fusions; the first that applies is taken.
enum Fusions {
  static let standard: [any Fusion.Type] = [
    ImageBlockFusion.self,
    WinogradFusion.self,
    NormalizedConvolutionFusion.self,
    ConvolutionIntoNormalization.self,
    ReLUIntoConvolution.self,
    WinogradWithoutBias.self,
    FlattenIntoDense.self,
    ReLUIntoDense.self,
    ReLUIntoNormalization.self,
    ReLUIntoAdd.self,
  ]
}

/// A layer and those that follow it, as long as each is the only reader of the one before and reads nothing else.
struct Chain {
  let nodes: [Node]
  /// The first layer's place.
  let site: Site

  /// The layer in a place of the chain; nil behind its end.
  subscript(_ index: Int) -> (any Layer)? { index < nodes.count ? nodes[index].layer : nil }
}
