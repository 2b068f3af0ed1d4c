/// A layer's place in a network.
struct Node: Sendable {
  /// The layer's kind and a number, such as `conv_1`. Names of parameters begin with it.
  let name: String
  let layer: any Layer
  /// What the layer reads.
  let inputs: [Value]
  /// The shape of what it gives.
  let shape: Shape

  var inputShapes: [Shape] { inputs.map(\.shape) }

  /// The layer's parameters, in its order.
  var parameters: [ParameterSpec] { layer.parameters(for: inputShapes) }

  /// The full name of one of the layer's parameters, such as `conv_1.kernel`.
  func name(of part: String) -> String { "\(name).\(part)" }
}

/// What a layer reads: another layer's output, or the network's input.
struct Value: Sendable {
  /// The index of the node that gives it; nil for the network's input.
  let node: Int?
  let shape: Shape
}
