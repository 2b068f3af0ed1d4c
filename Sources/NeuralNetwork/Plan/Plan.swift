/// A network compiled for one batch size: operators in the order of the network's layers. Its tensors are its own;
/// parameters are the model's.
struct Plan {
  let batchSize: Int
  /// The images of a batch, 0 to 1, in the order samples, rows, columns, channels.
  let input: Tensor
  /// The last layer's output, [samples, classes].
  let logits: Tensor
  /// Where the loss writes its gradient; nil in a plan for inference.
  let logitsGradient: Tensor?
  private let steps: [Step]
  private let engine: Engine

  /// - Parameter fusions: those that are tried; with none every layer is computed on its own.
  init(
    _ network: Network, batchSize: Int, fusions: [any Fusion.Type], context: PlanContext
  ) throws(ComputeError) {
    self.batchSize = batchSize
    engine = context.engine
    try engine.setThreads()
    input = try Tensor(images: network.input, samples: batchSize, engine: engine)
    let (nodes, readers) = (network.nodes, Readers(of: network.nodes))
    var flow = Flow(from: input, readers: readers)
    var steps: [Step] = []
    var isCovered = [Bool](repeating: false, count: nodes.count)
    for (index, node) in nodes.enumerated() where !isCovered[index] {
      let chain = readers.chain(from: index)
      let site = Site(node: node, inputs: node.inputs.map { flow.read($0) }, context: context)
      let made = try Step.compile(Chain(nodes: chain.map { nodes[$0] }, site: site), fusions: fusions)
      steps += made
      let covered = chain.prefix(made.reduce(0) { $0 + $1.nodes.count })
      for place in covered { isCovered[place] = true }
      if let place = covered.last, let last = made.last,
        let fanout = try flow.write(Source(last.made), of: place)
      {
        steps.append(Step(fanout, of: nodes[place]))
      }
    }
    self.steps = steps
    let output = nodes.indices.last.flatMap { flow.sources[$0] }
    logits = output?.tensor ?? input
    logitsGradient = output?.gradient
  }

  /// - Parameter passed: called after each pass.
  func forward(passed: ((Pass) -> Void)? = nil) throws(ComputeError) {
    try engine.setThreads()
    for step in steps {
      try step.made.forward()
      passed?(.forward(layers: step.name))
    }
  }

  /// Runs backward from the logits' gradient, which the loss has written.
  func backward(passed: ((Pass) -> Void)? = nil) throws(ComputeError) {
    try engine.setThreads()
    for step in steps.reversed() {
      try step.made.backward()
      passed?(.backward(layers: step.name))
    }
  }

  /// What each pass over the layers has to do at least.
  var work: [Pass: PassWork] {
    steps.reduce(into: [:]) { work, step in
      work[.forward(layers: step.name)] = step.forwardWork(samples: batchSize)
      work[.backward(layers: step.name)] = step.backwardWork(samples: batchSize)
    }
  }
}
