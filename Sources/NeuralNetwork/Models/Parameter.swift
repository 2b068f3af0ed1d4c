import CDNN

/// One array of a model that training changes, with its gradient, in the layout that oneDNN computes in.
///
/// Outside, parameters are in Keras' order: a convolution's kernel [height, width, in, out], a dense layer's [in, out].
final class Parameter {
  /// `conv_1.kernel`, `norm_2.moving_mean`, `dense_3.bias` and so on.
  let name: String
  /// Keras' shape.
  let shape: [Int]
  let value: Tensor
  /// Nil for what the optimizer does not change: moving statistics.
  let gradient: Tensor?
  let initializer: Initializer

  init(
    name: String, value: Tensor, trainable: Bool, initializer: Initializer
  ) throws(ComputeError) {
    self.name = name
    self.value = value
    self.gradient = trainable ? try value.similar() : nil
    self.initializer = initializer
    let dimensions = value.shape
    switch (dimensions.count, name.hasPrefix("dense")) {
    case (4, true): shape = [dimensions[1] * dimensions[2] * dimensions[3], dimensions[0]]
    case (4, false): shape = [dimensions[2], dimensions[3], dimensions[1], dimensions[0]]
    case (2, _): shape = [dimensions[1], dimensions[0]]
    default: shape = dimensions
    }
  }

  /// The values of a tensor of this parameter's layout, in Keras' order.
  func kerasValues(_ tensor: Tensor) throws(ComputeError) -> [Float] {
    let plain = try tensor.plainValues()
    return kerasOrder.map { plain[$0] }
  }

  /// Sets a tensor of this parameter's layout from values in Keras' order.
  func setKerasValues(_ values: [Float], of tensor: Tensor) throws(ComputeError) {
    var plain = [Float](repeating: 0, count: values.count)
    for (value, place) in zip(values, kerasOrder) { plain[place] = value }
    try tensor.setPlainValues(plain)
  }

  /// For each value in Keras' order its place in oneDNN's plain order.
  ///
  /// Both kinds of kernel go from [out, in, height, width] to [height, width, in, out]; a dense layer after images has
  /// them as kernels as large as the image, and its flattened rows then have Keras' order row, column, channel.
  private var kerasOrder: [Int] {
    let dimensions = value.shape
    guard dimensions.count >= 2 else { return Array(0..<value.shape.reduce(1, *)) }
    let (outputs, inputs) = (dimensions[0], dimensions[1])
    let area = dimensions.dropFirst(2).reduce(1, *)
    var order: [Int] = []
    order.reserveCapacity(outputs * inputs * area)
    for place in 0..<area {
      for input in 0..<inputs {
        for output in 0..<outputs { order.append((output * inputs + input) * area + place) }
      }
    }
    return order
  }
}
