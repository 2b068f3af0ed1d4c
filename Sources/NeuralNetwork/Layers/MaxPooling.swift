import CDNN

/// Maxima over square windows that do not overlap. Backward, a window's gradient goes to where its maximum was.
final class MaxPooling: Layer {
  let name = "pool"
  let output: Tensor
  let outputGradient: Tensor?
  private let forwardOperation: Operation
  private let backwardOperation: Operation?

  init(size: Int, input: LayerInput) throws(ComputeError) {
    let engine = input.tensor.engine
    let shape = input.tensor.shape
    let outputShape = [shape[0], shape[1], shape[2] / size, shape[3] / size]
    var forward = try Operation.maxPoolingForward(
      training: input.training, size: size, source: input.tensor.layout, destination: Layout(outputShape, .any),
      engine: engine)
    output = try Tensor(outputShape, for: cdnn_destination, of: forward)
    try forward.bind(cdnn_source, input.tensor)
    try forward.bind(cdnn_destination, output)
    if input.training, let inputGradient = input.gradient {
      // Which place of each window was the largest; bytes, though the tensor counts floats.
      let workspace = try Tensor(outputShape, for: cdnn_workspace, of: forward)
      try forward.bind(cdnn_workspace, workspace)
      let gradient = try output.similar()
      var backward = try Operation.maxPoolingBackward(
        forward: forward, size: size, sourceGradient: inputGradient.layout, destinationGradient: gradient.layout)
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

  func backward() throws(ComputeError) {
    if backwardOperation != nil { try backwardOperation?.run() }
  }
}
