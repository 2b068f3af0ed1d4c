/// A normalization or a sum with the ReLU behind it, which overwrites its input and, on the way back, its gradient: neither
/// of the two needs its own output again. Saves two tensors, and the passes that would fetch them into the cache.
enum ReLUInPlace: Fusion {
  static func steps(for chain: Chain) throws(ComputeError) -> [Step]? {
    guard let first = chain[0], first is BatchNormalization || first is Add, chain[1] is ReLU else { return nil }
    let made = try RectifiedInPlace(first.compile(chain.site), training: chain.site.isTraining)
    return [Step(made, for: chain.nodes.prefix(2), at: chain.site)]
  }
}

/// An operator and the ReLU that overwrites its output.
private final class RectifiedInPlace: Operator {
  let output: Tensor
  let outputGradient: Tensor?
  private let first: any Operator
  private let reluForward: Operation
  private let reluBackward: Operation?

  init(_ first: any Operator, training: Bool) throws(ComputeError) {
    self.first = first
    output = first.output
    outputGradient = first.outputGradient
    reluForward = try Activation.relu.forward(from: output, to: output, training: training)
    if let outputGradient {
      reluBackward = try Activation.relu.backward(
        input: output, output: output, outputGradient: outputGradient, inputGradient: outputGradient)
    } else {
      reluBackward = nil
    }
  }

  func forward() throws(ComputeError) {
    try first.forward()
    try reluForward.run()
  }

  func backward() throws(ComputeError) {
    try reluBackward.run()
    try first.backward()
  }
}
