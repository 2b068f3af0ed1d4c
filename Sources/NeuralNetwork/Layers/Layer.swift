/// One layer of a graph: its operations and tensors, all made before the first step.
protocol Layer {
  /// As its parameters are named, such as `conv_1`.
  var name: String { get }
  /// What `forward` writes and the next layer reads.
  var output: Tensor { get }
  /// What the next layer's `backward` writes and this layer's reads; nil in a graph for inference.
  var outputGradient: Tensor? { get }
  /// Where the next layer writes the gradient of this layer's bias, if it takes over the way back through this layer's
  /// ReLU; nil where there is no such thing.
  var reluBiasGradient: Tensor? { get }
  /// Computes the output from the input.
  func forward() throws(ComputeError)
  /// Computes the gradients of parameters and input from the output's gradient.
  func backward() throws(ComputeError)
}

/// Where a layer stands: what it reads, and where it writes its input's gradient.
struct LayerInput {
  let tensor: Tensor
  /// Nil for inference, and for the first layer, whose input needs none.
  let gradient: Tensor?
  let training: Bool
  /// The gradient of the bias in front of the ReLU that wrote `tensor`, where this layer goes back through that ReLU:
  /// then what it writes to `gradient` is that of ReLU's input.
  let reluBiasGradient: Tensor?

  init(tensor: Tensor, gradient: Tensor?, training: Bool, reluBiasGradient: Tensor? = nil) {
    self.tensor = tensor
    self.gradient = gradient
    self.training = training
    self.reluBiasGradient = reluBiasGradient
  }
}

extension Layer {
  var reluBiasGradient: Tensor? { nil }
}
