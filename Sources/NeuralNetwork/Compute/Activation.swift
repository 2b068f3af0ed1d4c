import CDNN

/// Functions of each value on its own that oneDNN computes.
enum Activation {
  case relu
  case sigmoid
  case swish

  private var function: cdnn_activation {
    switch self {
    case .relu: cdnn_relu
    case .sigmoid: cdnn_sigmoid
    case .swish: cdnn_swish
    }
  }

  /// Whether the way back is told from what the function wrote, not from what it read.
  private var goesBackFromOutput: Bool { self == .relu }

  /// Input and output may be the same tensor.
  func forward(from input: Tensor, to output: Tensor, training: Bool) throws(ComputeError) -> Operation {
    let (engine, data) = (input.engine, input.layout.handle)
    var operation = try Operation("\(self) forward", engine) {
      cdnn_activation_forward_create($0, engine.handle, training, function, data)
    }
    try operation.bind(cdnn_source, input)
    try operation.bind(cdnn_destination, output)
    return operation
  }

  /// The gradients may be the same tensor.
  func backward(
    input: Tensor, output: Tensor, outputGradient: Tensor, inputGradient: Tensor
  ) throws(ComputeError) -> Operation {
    let (engine, data, gradient) = (input.engine, output.layout.handle, outputGradient.layout.handle)
    var operation = try Operation("\(self) backward", engine) {
      cdnn_activation_backward_create($0, engine.handle, function, data, gradient)
    }
    try operation.bind(goesBackFromOutput ? cdnn_destination : cdnn_source, goesBackFromOutput ? output : input)
    try operation.bind(cdnn_destination_gradient, outputGradient)
    try operation.bind(cdnn_source_gradient, inputGradient)
    return operation
  }
}
