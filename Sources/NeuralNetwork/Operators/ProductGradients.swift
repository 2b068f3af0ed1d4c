import CDNN

/// The way back through a convolution or an inner product, with the gradient g of the output: kernel gradient = g * input,
/// bias gradient = the sum of g over samples and places, input gradient = kernel transposed * g.
struct ProductGradients: ~Copyable {
  private let weights: Operation
  private let source: TensorView
  private let outputGradient: TensorView
  private let kernelGradient: TensorView
  private let data: DataGradient?

  private struct DataGradient: ~Copyable {
    let operation: Operation
    let outputGradient: TensorView
    let kernel: TensorView
    let inputGradient: TensorView

    func run() throws(ComputeError) {
      try outputGradient.update()
      try kernel.update()
      try operation.run()
      try inputGradient.update()
    }
  }

  init(
    _ product: Operation.Product, forward: borrowing Operation, source: Source, outputGradient: Tensor, kernel: Tensor,
    kernelGradient: Tensor, biasGradient: Tensor?
  ) throws(ComputeError) {
    // As forward: an inner product takes everything as it stands.
    func wanted(_ tensor: Tensor) throws(ComputeError) -> Layout {
      if case .innerProduct = product { try Layout(of: tensor) } else { try Layout(tensor.shape, .any) }
    }
    var weights = try Operation.backwardWeights(
      product, forward: forward, source: wanted(source.tensor), weightsGradient: Layout(kernel.shape, .any),
      biasGradient: biasGradient, destinationGradient: wanted(outputGradient))
    let sourceView = try TensorView(reading: source.tensor, as: cdnn_source, of: weights)
    let gradientView = try TensorView(reading: outputGradient, as: cdnn_destination_gradient, of: weights)
    let kernelView = try TensorView(writing: kernelGradient, as: cdnn_weights_gradient, of: weights)
    try weights.bind(cdnn_source, sourceView.tensor)
    try weights.bind(cdnn_destination_gradient, gradientView.tensor)
    try weights.bind(cdnn_weights_gradient, kernelView.tensor)
    if let biasGradient { try weights.bind(cdnn_bias_gradient, biasGradient) }

    if let inputGradient = source.gradient {
      var operation = try Operation.backwardData(
        product, forward: forward, sourceGradient: wanted(inputGradient), weights: Layout(kernel.shape, .any),
        destinationGradient: wanted(outputGradient))
      let outputGradient = try TensorView(reading: outputGradient, as: cdnn_destination_gradient, of: operation)
      let kernel = try TensorView(reading: kernel, as: cdnn_weights, of: operation)
      let inputGradient = try TensorView(writing: inputGradient, as: cdnn_source_gradient, of: operation)
      try operation.bind(cdnn_destination_gradient, outputGradient.tensor)
      try operation.bind(cdnn_weights, kernel.tensor)
      try operation.bind(cdnn_source_gradient, inputGradient.tensor)
      data = DataGradient(
        operation: operation, outputGradient: outputGradient, kernel: kernel, inputGradient: inputGradient)
    } else {
      data = nil
    }
    self.weights = weights
    self.source = sourceView
    self.outputGradient = gradientView
    self.kernelGradient = kernelView
  }

  func run() throws(ComputeError) {
    try source.update()
    try outputGradient.update()
    try weights.run()
    try kernelGradient.update()
    if data != nil { try data?.run() }
  }
}
