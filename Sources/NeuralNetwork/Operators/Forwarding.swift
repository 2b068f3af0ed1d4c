import CKernels

/// Passes its input on as it is, without a copy.
struct Forwarding: Operator {
  let output: Tensor
  let outputGradient: Tensor?

  init(_ input: Source) {
    output = input.tensor
    outputGradient = input.gradient
  }

  /// Images as rows of numbers in Keras' order. Nil if they stand in another order, so that they have to be copied.
  init?(flattening input: Source) throws(ComputeError) {
    let tensor = input.tensor
    guard try ck_layout(tensor).isRowMajor else { return nil }
    let shape = [tensor.shape[0], tensor.shape.dropFirst().reduce(1, *)]
    output = try Tensor(viewing: tensor, shape, .plain)
    if let gradient = input.gradient {
      outputGradient = try Tensor(viewing: gradient, shape, .plain)
    } else {
      outputGradient = nil
    }
  }

  func forward() {}

  func backward() {}
}
