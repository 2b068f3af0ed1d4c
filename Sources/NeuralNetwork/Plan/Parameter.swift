import CDNN

/// One array that a model learns or keeps, with its gradient, in the layout that oneDNN computes in.
///
/// Outside, values are in Keras' order: a convolution's kernel [height, width, in, out], a dense layer's [in, out].
final class Parameter {
  /// `conv_1.kernel`, `norm_2.moving_mean`, `dense_3.bias` and so on.
  let name: String
  let spec: ParameterSpec
  let value: Tensor
  /// Nil for what the optimizer does not change: moving statistics.
  let gradient: Tensor?

  init(name: String, spec: ParameterSpec, value: Tensor) throws(ComputeError) {
    self.name = name
    self.spec = spec
    self.value = value
    gradient = spec.isTrained ? try value.similar() : nil
  }

  /// Keras' shape.
  var shape: [Int] { spec.shape }

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
  /// Kernels go from [groups,] outputs, inputs, height, width to height, width, inputs, [groups,] outputs; a dense layer
  /// after images has them as kernels as large as the image, and its flattened rows then have Keras' order row, column,
  /// channel.
  private var kerasOrder: [Int] {
    let dimensions = value.shape
    guard spec.order == .kernel else { return Array(0..<spec.count) }
    let groups = dimensions.count == 5 ? dimensions[0] : 1
    let kernel = dimensions.count == 5 ? dimensions.dropFirst() : dimensions[...]
    let (outputs, inputs) = (kernel[kernel.startIndex], kernel[kernel.startIndex + 1])
    let area = kernel.dropFirst(2).reduce(1, *)
    var order: [Int] = []
    order.reserveCapacity(spec.count)
    for place in 0..<area {
      for input in 0..<inputs {
        for output in 0..<groups * outputs { order.append((output * inputs + input) * area + place) }
      }
    }
    return order
  }
}
