/// Makes a vector of an image: the mean of each channel.
struct GlobalAveragePooling: Layer {
  static let kind = "global_pool"

  func output(of inputs: [Shape]) throws(LayerError) -> Shape {
    .vector(try inputs.single(for: "global pooling").channels)
  }

  func compile(_ site: Site) throws(ComputeError) -> any Operator {
    try GlobalAverageOperator(at: site)
  }
}
