/// Stands behind an output that several operators read: gives each a gradient of its own to write, and adds them up.
final class Fanout: Operator {
  let output: Tensor
  let outputGradient: Tensor?
  /// One for each reader.
  let gradients: [Tensor]
  private let sum: Sum

  /// - Parameter gradient: the sum, which the operator before reads.
  init(_ source: Source, to gradient: Tensor, readers: Int) throws(ComputeError) {
    output = source.tensor
    outputGradient = gradient
    var made: [Tensor] = []
    for _ in 0..<readers { made.append(try gradient.similar()) }
    gradients = made
    sum = Sum(of: made, into: gradient)
  }

  func forward() {}

  func backward() { sum.run() }
}
