/// An operator with the layers that it computes.
struct Step {
  /// The layers' names, such as `conv_1 + relu_1`.
  let name: String
  /// The layers; none for a fan-out.
  let nodes: [Node]
  let made: any Operator
  /// Whether it computes the gradient of its input on the way back.
  private let differentiatesInput: Bool
  /// Whether it computes the forward pass again on the way back.
  private let recomputes: Bool

  init(_ made: any Operator, for nodes: some Sequence<Node>, at site: Site, recomputes: Bool = false) {
    self.made = made
    self.nodes = Array(nodes)
    self.recomputes = recomputes
    name = nodes.map(\.name).joined(separator: " + ")
    differentiatesInput = site.inputs.contains { $0.gradient != nil }
  }

  init(_ fanout: Fanout, of node: Node) {
    made = fanout
    nodes = []
    name = "\(node.name) fan-out"
    (differentiatesInput, recomputes) = (false, false)
  }

  /// The steps for a chain's first layers: a fusion's, or its first layer on its own.
  static func compile(_ chain: Chain, fusions: [any Fusion.Type]) throws(ComputeError) -> [Step] {
    for fusion in fusions {
      if let steps = try fusion.steps(for: chain) { return steps }
    }
    let node = chain.site.node
    return [Step(try node.layer.compile(chain.site), for: [node], at: chain.site)]
  }
}

// What a step has to do at least. Inputs and outputs are moved once; what is between fused layers is not moved at all.
extension Step {
  func forwardWork(samples: Int) -> PassWork {
    PassWork(
      flops: arithmetic(\.forward) * Double(samples),
      bytes: bytes((inputCount + outputCount) * samples + parameterCount))
  }

  func backwardWork(samples: Int) -> PassWork {
    let flops =
      arithmetic(\.parameterGradients) + (differentiatesInput ? arithmetic(\.inputGradients) : 0)
      + (recomputes ? arithmetic(\.forward) : 0)
    let inputs = (differentiatesInput ? 2 : 1) * inputCount
    return PassWork(
      flops: flops * Double(samples),
      bytes: bytes((inputs + outputCount) * samples + (differentiatesInput ? 2 : 1) * parameterCount))
  }

  private func arithmetic(_ part: KeyPath<Arithmetic, Double>) -> Double {
    nodes.reduce(0) { $0 + $1.layer.work(for: $1.inputShapes)[keyPath: part] }
  }

  private func bytes(_ floats: Int) -> Double { Double(floats * MemoryLayout<Float>.stride) }

  private var inputCount: Int { nodes.first?.inputShapes.reduce(0) { $0 + $1.count } ?? 0 }

  private var outputCount: Int { nodes.last?.shape.count ?? 0 }

  private var parameterCount: Int {
    nodes.reduce(0) { $0 + $1.parameters.reduce(0) { $0 + $1.count } }
  }
}
