import CDNN

/// Maxima or means over windows. Backward, a window's gradient goes to where its maximum was, or to all of its places.
final class PoolingOperator: Operator {
  let output: Tensor
  let outputGradient: Tensor?
  private let forwardOperation: Operation
  private let backwardOperation: Operation?

  init(_ pooling: Operation.Pooling, of window: Window, at site: Site) throws(ComputeError) {
    let input = site.input
    let placed = window.placed(on: input.tensor.shape[2], input.tensor.shape[3])
    let outputShape = site.node.shape.dimensions(samples: site.samples)
    var forward = try Operation.poolingForward(
      pooling, placed, training: input.gradient != nil, source: input.tensor.layout,
      destination: Layout(outputShape, .any), engine: site.engine)
    output = try Tensor(outputShape, for: cdnn_destination, of: forward)
    try forward.bind(cdnn_source, input.tensor)
    try forward.bind(cdnn_destination, output)
    if let inputGradient = input.gradient {
      let gradient = try output.similar()
      var backward = try Operation.poolingBackward(
        pooling, placed, forward: forward, sourceGradient: inputGradient.layout, destinationGradient: gradient.layout)
      if pooling == .maximum {
        // Which place of each window was the largest; bytes, though the tensor counts floats.
        let workspace = try Tensor(outputShape, for: cdnn_workspace, of: forward)
        try forward.bind(cdnn_workspace, workspace)
        try backward.bind(cdnn_workspace, workspace)
      }
      try backward.bind(cdnn_destination_gradient, gradient)
      try backward.bind(cdnn_source_gradient, inputGradient)
      outputGradient = gradient
      backwardOperation = consume backward
    } else {
      outputGradient = nil
      backwardOperation = nil
    }
    forwardOperation = forward
  }

  func forward() throws(ComputeError) { try forwardOperation.run() }

  func backward() throws(ComputeError) { try backwardOperation.run() }
}
