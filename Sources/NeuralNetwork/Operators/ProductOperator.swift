import CDNN

/// A convolution or a dense layer by oneDNN, with or without ReLU: output = relu(kernel * input + bias).
final class ProductOperator: RectifiedConvolution {
  /// What becomes of a ReLU behind the layer.
  enum IncludedReLU {
    case none
    /// Forward and backward.
    case included
    /// Forward; the next operator goes back through it, and computes the bias' gradient.
    case backwardByNext
    /// There is none, but a normalization: it takes the bias out again, whose gradient stays 0.
    case noneBeforeNormalization
  }

  let output: Tensor
  let outputGradient: Tensor?
  let biasGradient: Tensor?
  private let forwardOperation: Operation
  private let source: TensorView
  private let kernel: TensorView
  private let reluBackward: Operation?
  /// What computes the gradients while training: one of them.
  private let gradients: ProductGradients?
  private let imageGradient: ImageKernelGradient?

  convenience init(_ layer: Convolution, relu: IncludedReLU = .none, at site: Site) throws(ComputeError) {
    let source = site.input.tensor.shape
    let (channels, size) = (source[1] / layer.groups, layer.window.size)
    let kernel = [layer.filters / layer.groups, channels, size, size]
    try self.init(
      .convolution(layer.window.placed(on: source[2], source[3])),
      kernel: layer.groups == 1 ? kernel : [layer.groups] + kernel, hasBias: layer.hasBias,
      outputShape: site.node.shape.dimensions(samples: site.samples), outputFormat: .any,
      imagePadding: channels == 1 && layer.groups == 1 ? layer.window.plainPadding : nil, relu: relu, at: site)
  }

  /// The input may be images, of which rows are made in Keras' order.
  convenience init(_ layer: Dense, relu: IncludedReLU = .none, at site: Site) throws(ComputeError) {
    try self.init(
      .innerProduct, kernel: [layer.units] + site.input.tensor.shape.dropFirst(), hasBias: layer.hasBias,
      outputShape: [site.samples, layer.units], outputFormat: .plain, imagePadding: nil, relu: relu, at: site)
  }

  /// - Parameter imagePadding: rows and columns added on each side, if it is a convolution that `ImageKernelGradient` can do.
  private init(
    _ product: Operation.Product, kernel kernelShape: [Int], hasBias: Bool, outputShape: [Int],
    outputFormat: Layout.Format, imagePadding: Int?, relu: IncludedReLU, at site: Site
  ) throws(ComputeError) {
    let (input, engine) = (site.input, site.engine)
    let bias = hasBias ? try site.parameter("bias", [outputShape[1]]) : nil
    // An inner product takes its input as it stands; a convolution may be faster with the input in another order.
    let sourceLayout =
      outputFormat == .plain ? try Layout(of: input.tensor) : try Layout(input.tensor.shape, .any)
    var forward = try Operation.forward(
      product, training: site.isTraining, relu: relu == .included || relu == .backwardByNext, source: sourceLayout,
      weights: Layout(kernelShape, .any), bias: bias?.value, destination: Layout(outputShape, outputFormat),
      engine: engine)
    let parameter = try site.parameter("kernel") { () throws(ComputeError) in
      try Tensor(kernelShape, for: cdnn_weights, of: forward)
    }
    output = try Tensor(outputShape, for: cdnn_destination, of: forward)
    source = try TensorView(reading: input.tensor, as: cdnn_source, of: forward)
    kernel = try TensorView(reading: parameter.value, as: cdnn_weights, of: forward)
    try forward.bind(cdnn_source, source.tensor)
    try forward.bind(cdnn_weights, kernel.tensor)
    if let bias { try forward.bind(cdnn_bias, bias.value) }
    try forward.bind(cdnn_destination, output)

    if site.isTraining, let kernelGradient = parameter.gradient {
      let gradient = try output.similar()
      outputGradient = gradient
      biasGradient = bias?.gradient
      reluBackward =
        relu == .included
        ? try Activation.relu.backward(
          input: output, output: output, outputGradient: gradient, inputGradient: gradient)
        : nil
      let ownBiasGradient = relu == .none || relu == .included ? bias?.gradient : nil
      if let imagePadding, input.gradient == nil {
        imageGradient = try ImageKernelGradient(
          images: input.tensor, padding: imagePadding, output: gradient, kernelGradient: kernelGradient,
          biasGradient: ownBiasGradient)
        gradients = nil
      } else {
        imageGradient = nil
        gradients = try ProductGradients(
          product, forward: forward, source: input, outputGradient: gradient, kernel: parameter.value,
          kernelGradient: kernelGradient, biasGradient: ownBiasGradient)
      }
    } else {
      outputGradient = nil
      biasGradient = nil
      reluBackward = nil
      gradients = nil
      imageGradient = nil
    }
    forwardOperation = forward
  }

  func forward() throws(ComputeError) {
    try source.update()
    try kernel.update()
    try forwardOperation.run()
  }

  func backward() throws(ComputeError) {
    guard let outputGradient else { return }
    try reluBackward.run()
    try imageGradient?.run(outputGradient: outputGradient)
    if gradients != nil { try gradients?.run() }
  }
}
