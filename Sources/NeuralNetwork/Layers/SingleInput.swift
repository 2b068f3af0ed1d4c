extension [Shape] {
  /// The only one of them, for a layer that reads one input of any shape.
  func single(for layer: String) throws(LayerError) -> Shape {
    guard count == 1 else { throw .unfit(reason: "\(layer) reads one input, not \(count)") }
    return self[0]
  }
}
