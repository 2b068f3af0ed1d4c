/// A dense layer, with or without ReLU, that reads images as they stand in memory instead of a flattened copy.
enum FlattenIntoDense: Fusion {
  static func steps(for chain: Chain) throws(ComputeError) -> [Step]? {
    guard chain[0] is Flatten, let dense = chain[1] as? Dense, try Forwarding(flattening: chain.site.input) == nil
    else {
      return nil
    }
    let hasReLU = chain[2] is ReLU
    let place = chain.site.same(for: chain.nodes[1])
    let made = try ProductOperator(dense, relu: hasReLU ? .included : .none, at: place)
    return [Step(made, for: chain.nodes.prefix(hasReLU ? 3 : 2), at: chain.site)]
  }
}
