/// Puts a network together, layer by layer.
struct NetworkBuilder {
  /// The images.
  let input: Value
  private(set) var nodes: [Node] = []
  private var counts: [String: Int] = [:]

  init(input: Shape) {
    self.input = Value(node: nil, shape: input)
  }

  /// Adds a layer and returns its output.
  ///
  /// Layers are named by their kind and numbered in the order in which they are added.
  mutating func add(_ layer: any Layer, reading inputs: Value...) throws(LayerError) -> Value {
    let kind = type(of: layer).kind
    counts[kind, default: 0] += 1
    let node = Node(
      name: "\(kind)_\(counts[kind, default: 0])", layer: layer, inputs: inputs,
      shape: try layer.output(of: inputs.map(\.shape)))
    nodes.append(node)
    return Value(node: nodes.count - 1, shape: node.shape)
  }

  /// Adds layers, each reading the one before, and returns the last one's output.
  mutating func chain(_ layers: [any Layer], reading input: Value) throws(LayerError) -> Value {
    var value = input
    for layer in layers { value = try add(layer, reading: value) }
    return value
  }
}
