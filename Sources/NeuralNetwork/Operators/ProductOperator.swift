import CDNN

/// A convolution or a dense layer by oneDNN, with or without ReLU: output = relu(kernel * input + bias).
///
/// Backward, with the gradient g of the output, zeroed where ReLU cut: kernel gradient = g * input, bias gradient = the
/// sum of g over samples and places, input gradient = kernel transposed * g. ReLU's mask is told from the output.
final class ProductOperator: RectifiedConvolution {
  /// What becomes of a ReLU behind the layer.
  enum IncludedReLU {
    case none
    /// Forward and backward.
    case included
    /// Forward; the next operator goes back through it, and computes the bias' gradient.
    case backwardByNext
  }

  let output: Tensor
  let outputGradient: Tensor?
  let biasGradient: Tensor?
  private let forwardOperation: Operation
  private let kernelForward: ParameterView
  private var backwardPass: BackwardPass?

  /// What only training has.
  fileprivate struct BackwardPass: ~Copyable {
    let relu: Operation?
    /// Nil if `image` does it.
    let weights: Operation?
    let kernelGradient: ParameterView?
    var image: ImageKernelGradient?
    let data: Operation?
    let kernel: ParameterView?
  }

  convenience init(_ layer: Convolution, relu: IncludedReLU = .none, at site: Site) throws(ComputeError) {
    let channels = site.input.tensor.shape[1]
    try self.init(
      .convolution, kernel: [layer.filters, channels, layer.kernel, layer.kernel], outputFormat: .any, relu: relu,
      outputShape: site.node.shape.dimensions(samples: site.samples), at: site)
  }

  /// The input may be images, of which rows are made in Keras' order.
  convenience init(_ layer: Dense, relu: IncludedReLU = .none, at site: Site) throws(ComputeError) {
    try self.init(
      .innerProduct, kernel: [layer.units] + site.input.tensor.shape.dropFirst(), outputFormat: .plain, relu: relu,
      outputShape: [site.samples, layer.units], at: site)
  }

  private init(
    _ product: Operation.Product, kernel kernelShape: [Int], outputFormat: Layout.Format, relu: IncludedReLU,
    outputShape: [Int], at site: Site
  ) throws(ComputeError) {
    let (input, engine) = (site.input, site.engine)
    var forward = try Operation.forward(
      product, training: site.isTraining, relu: relu != .none, source: input.tensor.layout,
      weights: Layout(kernelShape, .any), bias: Layout([outputShape[1]], .plain),
      destination: Layout(outputShape, outputFormat), engine: engine)
    let kernel = try site.parameter("kernel") { () throws(ComputeError) in
      try Tensor(kernelShape, for: cdnn_weights, of: forward)
    }
    let bias = try site.parameter("bias", [outputShape[1]])

    output = try Tensor(outputShape, for: cdnn_destination, of: forward)
    kernelForward = try ParameterView(reading: kernel.value, as: cdnn_weights, of: forward)
    try forward.bind(cdnn_source, input.tensor)
    try forward.bind(cdnn_weights, kernelForward.tensor)
    try forward.bind(cdnn_bias, bias.value)
    try forward.bind(cdnn_destination, output)

    if site.isTraining, let kernelGradient = kernel.gradient {
      let gradient = try output.similar()
      outputGradient = gradient
      backwardPass = try BackwardPass(
        relu: relu == .included ? Self.reluBackward(output: output, gradient: gradient) : nil, product,
        forward: forward, input: input, gradient: gradient, kernel: kernel.value, kernelGradient: kernelGradient,
        biasGradient: relu == .backwardByNext ? nil : bias.gradient)
      biasGradient = bias.gradient
    } else {
      outputGradient = nil
      biasGradient = nil
      backwardPass = nil
    }
    forwardOperation = forward
  }

  private static func reluBackward(output: Tensor, gradient: Tensor) throws(ComputeError) -> Operation {
    try Activation.relu.backward(input: output, output: output, outputGradient: gradient, inputGradient: gradient)
  }

  func forward() throws(ComputeError) {
    try kernelForward.update()
    try forwardOperation.run()
  }

  func backward() throws(ComputeError) {
    guard backwardPass != nil, let outputGradient else { return }
    try backwardPass?.run(outputGradient: outputGradient)
  }
}

extension ProductOperator.BackwardPass {
  fileprivate init(
    relu: consuming Operation?, _ product: Operation.Product, forward: borrowing Operation, input: Source,
    gradient: Tensor, kernel: Tensor, kernelGradient: Tensor, biasGradient: Tensor?
  ) throws(ComputeError) {
    let anyKernel = try Layout(kernel.shape, .any)
    if product == .convolution, input.gradient == nil, kernel.shape[1] == 1 {
      self.init(
        relu: relu, weights: nil, kernelGradient: nil,
        image: try ImageKernelGradient(
          images: input.tensor, output: gradient, kernelGradient: kernelGradient, biasGradient: biasGradient),
        data: nil, kernel: nil)
      return
    }
    var weights = try Operation.backwardWeights(
      product, forward: forward, source: input.tensor.layout, weightsGradient: anyKernel,
      biasGradient: biasGradient, destinationGradient: gradient.layout)
    let view = try ParameterView(writing: kernelGradient, as: cdnn_weights_gradient, of: weights)
    try weights.bind(cdnn_source, input.tensor)
    try weights.bind(cdnn_destination_gradient, gradient)
    try weights.bind(cdnn_weights_gradient, view.tensor)
    if let biasGradient { try weights.bind(cdnn_bias_gradient, biasGradient) }

    var data: Operation?
    var kernelView: ParameterView?
    if let sourceGradient = input.gradient {
      var operation = try Operation.backwardData(
        product, forward: forward, sourceGradient: sourceGradient.layout, weights: anyKernel,
        destinationGradient: gradient.layout)
      let reading = try ParameterView(reading: kernel, as: cdnn_weights, of: operation)
      try operation.bind(cdnn_destination_gradient, gradient)
      try operation.bind(cdnn_weights, reading.tensor)
      try operation.bind(cdnn_source_gradient, sourceGradient)
      data = consume operation
      kernelView = consume reading
    }
    self.init(relu: relu, weights: weights, kernelGradient: view, image: nil, data: data, kernel: kernelView)
  }

  fileprivate mutating func run(outputGradient: Tensor) throws(ComputeError) {
    try relu.run()
    if image != nil { try image?.run(outputGradient: outputGradient) }
    try weights.run()
    if kernelGradient != nil { try kernelGradient?.update() }
    if kernel != nil { try kernel?.update() }
    try data.run()
  }
}
