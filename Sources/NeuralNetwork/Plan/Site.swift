/// Where a layer is compiled: what it reads, and what the whole plan shares.
struct Site {
  let node: Node
  let inputs: [Source]
  let context: PlanContext

  /// The first input; most layers have no other.
  var input: Source { inputs[0] }

  var isTraining: Bool { context.isTraining }

  /// Whether something is learnt at this place or before it, so that the output's gradient is needed.
  var needsGradient: Bool {
    isTraining && (inputs.contains { $0.gradient != nil } || node.parameters.contains { $0.isTrained })
  }

  /// Whether dropout drops values.
  var drops: Bool { isTraining && context.drops }

  var samples: Int { input.tensor.shape[0] }
  var engine: Engine { context.engine }

  /// One of the layer's parameters; the first plan that asks for it makes it, in the layout that its operation wants.
  func parameter(_ part: String, make: () throws(ComputeError) -> Tensor) throws(ComputeError) -> Parameter {
    try context.parameters.parameter(node.name(of: part), make: make)
  }

  /// One of the layer's parameters, if a plan has made it.
  func knownParameter(_ part: String) -> Parameter? { context.parameters.known(node.name(of: part)) }

  /// A parameter in plain order.
  func parameter(_ part: String, _ dimensions: [Int]) throws(ComputeError) -> Parameter {
    try parameter(part) { () throws(ComputeError) in try Tensor(dimensions, engine: engine) }
  }

  /// The same inputs for another node of a chain.
  func same(for node: Node) -> Site {
    Site(node: node, inputs: inputs, context: context)
  }

  /// The place of the next node of a chain, which reads what an operator gives.
  func next(_ node: Node, after made: any Operator) -> Site {
    Site(node: node, inputs: [Source(made)], context: context)
  }
}

/// What the operators of a plan share.
struct PlanContext {
  /// Whether gradients are computed, and normalization takes the batch's own statistics.
  var isTraining: Bool
  /// Whether dropout drops values while training.
  let drops: Bool
  let parameters: ParameterStore
  let clock: StepClock
  let engine: Engine
}
