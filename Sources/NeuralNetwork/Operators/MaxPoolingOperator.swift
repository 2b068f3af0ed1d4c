import CDNN

/// Maxima over windows. Backward, a window's gradient goes to where its maximum was.
final class MaxPoolingOperator: Operator {
  let output: Tensor
  let outputGradient: Tensor?
  private let forwardOperation: Operation
  private let backwardOperation: Operation?

  init(_ layer: MaxPooling, at site: Site) throws(ComputeError) {
    let (input, engine) = (site.input, site.engine)
    let outputShape = site.node.shape.dimensions(samples: site.samples)
    var forward = try Operation.maxPoolingForward(
      training: input.gradient != nil, size: layer.size, source: input.tensor.layout,
      destination: Layout(outputShape, .any), engine: engine)
    output = try Tensor(outputShape, for: cdnn_destination, of: forward)
    try forward.bind(cdnn_source, input.tensor)
    try forward.bind(cdnn_destination, output)
    if let inputGradient = input.gradient {
      // Which place of each window was the largest; bytes, though the tensor counts floats.
      let workspace = try Tensor(outputShape, for: cdnn_workspace, of: forward)
      try forward.bind(cdnn_workspace, workspace)
      let gradient = try output.similar()
      var backward = try Operation.maxPoolingBackward(
        forward: forward, size: layer.size, sourceGradient: inputGradient.layout, destinationGradient: gradient.layout)
      try backward.bind(cdnn_destination_gradient, gradient)
      try backward.bind(cdnn_workspace, workspace)
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
