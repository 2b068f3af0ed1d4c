/// A dense layer, with or without ReLU, that reads images as they stand in memory instead of a flattened copy.
///
/// The kernel then has the dimensions of the images. A model's plans share it, so the first one decides for all: in another,
/// oneDNN may order the same images differently.
enum FlattenIntoDense: Fusion {
  static func steps(for chain: Chain) throws(ComputeError) -> [Step]? {
    guard chain[0] is Flatten, let dense = chain[1] as? Dense else { return nil }
    let place = chain.site.same(for: chain.nodes[1])
    let readsImages =
      if let kernel = place.knownParameter("kernel") {
        kernel.value.shape.count > 2
      } else {
        try Forwarding(flattening: chain.site.input) == nil
      }
    guard readsImages else { return nil }
    let hasReLU = chain[2] is ReLU
    let made = try ProductOperator(dense, relu: hasReLU ? .included : .none, at: place)
    return [Step(made, for: chain.nodes.prefix(hasReLU ? 3 : 2), at: chain.site)]
  }
}
