/// A layer, or several in one, compiled for a batch size: its operations and tensors, all made before the first step.
protocol Operator {
  /// What `forward` writes and the next operators read.
  var output: Tensor { get }
  /// What the reader's `backward` writes and this operator's reads; nil if nothing before needs it.
  var outputGradient: Tensor? { get }
  /// Computes the output from the inputs.
  func forward() throws(ComputeError)
  /// Computes the gradients of parameters and inputs from the output's gradient.
  ///
  /// Gradients are overwritten: each input has one reader, or a `Fanout` that gives every reader a gradient of its own.
  func backward() throws(ComputeError)
}

/// What an operator reads, and where it writes the gradient of it.
struct Source {
  let tensor: Tensor
  /// Nil for inference, and if there is nothing to be learnt before.
  let gradient: Tensor?
}

extension Source {
  /// What an operator gives.
  init(_ made: any Operator) {
    self.init(tensor: made.output, gradient: made.outputGradient)
  }
}
