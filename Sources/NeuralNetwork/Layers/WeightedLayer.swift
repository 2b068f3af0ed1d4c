import CDNN

/// A convolution or a dense layer, with or without ReLU: output = relu(kernel * input + bias).
///
/// Backward, with the gradient g of the output, zeroed where ReLU cut: kernel gradient = g * input, bias gradient = the
/// sum of g over samples and places, input gradient = kernel transposed * g. ReLU's mask is told from the output.
final class WeightedLayer: Layer {
  /// Which of the two.
  enum Kind {
    case convolution(kernel: Int)
    case dense

    var product: Operation.Product {
      switch self {
      case .convolution: .convolution
      case .dense: .innerProduct
      }
    }
  }

  let name: String
  let output: Tensor
  let outputGradient: Tensor?
  let reluBiasGradient: Tensor?
  private let forwardOperation: Operation
  private let kernelForward: ParameterView
  private var backwardPass: BackwardPass?

  /// What only training has.
  fileprivate struct BackwardPass: ~Copyable {
    let relu: Operation?
    /// Nil where `image` does it.
    let weights: Operation?
    let kernelGradient: ParameterView?
    var image: ImageKernelGradient?
    let data: Operation?
    let kernel: ParameterView?
  }

  /// - Parameter reluByNext: whether the next layer goes back through the ReLU, bias included.
  init(
    _ kind: Kind, name: String, units: Int, relu: Bool, reluByNext: Bool = false, input: LayerInput,
    parameters: ParameterStore
  ) throws(ComputeError) {
    self.name = name
    let engine = input.tensor.engine
    let source = input.tensor.shape
    let (kernelShape, outputShape): ([Int], [Int])
    let outputFormat: Layout.Format
    let fanOut: Int
    switch kind {
    case .convolution(let size):
      kernelShape = [units, source[1], size, size]
      outputShape = [source[0], units, source[2] - size + 1, source[3] - size + 1]
      outputFormat = .any
      fanOut = units * size * size
    case .dense:
      kernelShape = [units] + source.dropFirst()
      outputShape = [source[0], units]
      outputFormat = .plain
      fanOut = units
    }
    let fanIn = kernelShape.dropFirst().reduce(1, *)
    var forward = try Operation.forward(
      kind.product, training: input.training, relu: relu, source: input.tensor.layout,
      weights: Layout(kernelShape, .any), bias: Layout([units], .plain),
      destination: Layout(outputShape, outputFormat), engine: engine)
    let kernel = try parameters.parameter(
      "\(name).kernel", initializer: .glorotUniform(fanIn: fanIn, fanOut: fanOut)
    ) { () throws(ComputeError) in try Tensor(kernelShape, for: cdnn_weights, of: forward) }
    let bias = try parameters.parameter("\(name).bias", initializer: .zeros) { () throws(ComputeError) in
      try Tensor([units], engine: engine)
    }

    output = try Tensor(outputShape, for: cdnn_destination, of: forward)
    kernelForward = try ParameterView(reading: kernel.value, as: cdnn_weights, of: forward)
    try forward.bind(cdnn_source, input.tensor)
    try forward.bind(cdnn_weights, kernelForward.tensor)
    try forward.bind(cdnn_bias, bias.value)
    try forward.bind(cdnn_destination, output)

    if input.training, let kernelGradient = kernel.gradient, let biasGradient = bias.gradient {
      let gradient = try output.similar()
      outputGradient = gradient
      backwardPass = try BackwardPass(
        relu: relu && !reluByNext ? Self.reluBackward(output: output, gradient: gradient) : nil, kind: kind,
        forward: forward, input: input, gradient: gradient, kernel: kernel.value, kernelGradient: kernelGradient,
        biasGradient: reluByNext ? nil : biasGradient)
      reluBiasGradient = reluByNext ? biasGradient : nil
    } else {
      outputGradient = nil
      reluBiasGradient = nil
      backwardPass = nil
    }
    forwardOperation = forward
  }

  func forward() throws(ComputeError) {
    try kernelForward.update()
    try forwardOperation.run()
  }

  func backward() throws(ComputeError) {
    guard backwardPass != nil, let outputGradient else { return }
    try backwardPass?.run(outputGradient: outputGradient)
  }

  private static func reluBackward(output: Tensor, gradient: Tensor) throws(ComputeError) -> Operation {
    var relu = try Operation.reluBackward(data: output.layout, gradient: gradient.layout, engine: output.engine)
    try relu.bind(cdnn_destination, output)
    try relu.bind(cdnn_destination_gradient, gradient)
    try relu.bind(cdnn_source_gradient, gradient)
    return relu
  }
}

extension WeightedLayer.BackwardPass {
  fileprivate init(
    relu: consuming Operation?, kind: WeightedLayer.Kind, forward: borrowing Operation, input: LayerInput,
    gradient: Tensor, kernel: Tensor, kernelGradient: Tensor, biasGradient: Tensor?
  ) throws(ComputeError) {
    let anyKernel = try Layout(kernel.shape, .any)
    if case .convolution = kind, input.gradient == nil, kernel.shape[1] == 1 {
      self.init(
        relu: relu, weights: nil, kernelGradient: nil,
        image: try ImageKernelGradient(
          images: input.tensor, output: gradient, kernelGradient: kernelGradient, biasGradient: biasGradient),
        data: nil, kernel: nil)
      return
    }
    var weights = try Operation.backwardWeights(
      kind.product, forward: forward, source: input.tensor.layout, weightsGradient: anyKernel,
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
        kind.product, forward: forward, sourceGradient: sourceGradient.layout, weights: anyKernel,
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
    if relu != nil { try relu?.run() }
    if image != nil { try image?.run(outputGradient: outputGradient) }
    if weights != nil {
      try weights?.run()
      try kernelGradient?.update()
    }
    if data != nil {
      try kernel?.update()
      try data?.run()
    }
  }
}
