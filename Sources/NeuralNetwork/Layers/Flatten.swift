/// Makes a vector of an image, in Keras' order: row, column, channel.
struct Flatten: Layer {
  static let kind = "flatten"

  func output(of inputs: [Shape]) throws(LayerError) -> Shape {
    .vector(try inputs.single(for: "flattening").count)
  }

  func compile(_ site: Site) throws(ComputeError) -> any Operator {
    if let flat = try Forwarding(flattening: site.input) { return flat }
    return try FlattenOperator(at: site)
  }
}
