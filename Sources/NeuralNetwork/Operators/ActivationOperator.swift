/// A function of each value on its own.
final class ActivationOperator: Operator {
  let output: Tensor
  let outputGradient: Tensor?
  private let forwardOperation: Operation
  private let backwardOperation: Operation?

  init(_ function: Activation, at site: Site) throws(ComputeError) {
    let input = site.input.tensor
    output = try input.similar()
    forwardOperation = try function.forward(from: input, to: output, training: site.isTraining)
    if let inputGradient = site.input.gradient {
      let gradient = try output.similar()
      outputGradient = gradient
      backwardOperation = try function.backward(
        input: input, output: output, outputGradient: gradient, inputGradient: inputGradient)
    } else {
      outputGradient = nil
      backwardOperation = nil
    }
  }

  func forward() throws(ComputeError) { try forwardOperation.run() }

  func backward() throws(ComputeError) { try backwardOperation.run() }
}
