import CKernels

/// A 3 x 3 convolution by Winograd's algorithm, output = kernel * input + bias, with or without ReLU. The next operator goes
/// back through the ReLU, and computes the gradient of the bias. A quarter of the multiplications of the direct convolution;
/// CKernels' winograd.c has the formulas.
final class WinogradConvolution: RectifiedConvolution {
  let output: Tensor
  let outputGradient: Tensor?
  let biasGradient: Tensor?
  private let input: Source
  private let shape: ck_winograd
  private let kernel: TensorView
  /// In plain order; nil for inference.
  private let kernelGradient: Tensor?
  private let kernelGradientView: TensorView?
  private let bias: Parameter?
  /// Kernel, gradient and bias with zeros for the channels that whole blocks have more; the parameters' own if there are none.
  private let wholeKernel: Tensor
  private let wholeKernelGradient: Tensor?
  private let wholeBias: Tensor?
  private let hasReLU: Bool
  /// The kernel as the passes want it, made anew for every batch; the second is for the way back.
  private let transformed: Tensor
  private let transposed: Tensor?
  private let workspace: Tensor

  /// Nil if the algorithm does not take the layer, the input's layout or the numbers of channels.
  init?(_ layer: Convolution, relu: Bool, at site: Site) throws(ComputeError) {
    let (input, engine, units) = (site.input, site.engine, layer.filters)
    let source = input.tensor.shape
    let layout = try ck_layout(input.tensor)
    guard layer.window.size == 3, layer.groups == 1, let padding = layer.window.plainPadding else { return nil }
    let (block, inputs) = (Int(layout.block), layout.paddedChannels)
    let outputs = (units + block - 1) / block * block
    let shape = ck_winograd(
      samples: layout.samples, inputs: Int64(inputs), outputs: Int64(outputs), height: Int64(source[2]),
      width: Int64(source[3]), padding: Int64(padding), block: layout.isBlocked ? layout.block : 0,
      parts: Int64(engine.threads))
    guard withUnsafePointer(to: shape, { ck_winograd_fits($0) }) else { return nil }
    let kernelShape = [units, source[1], 3, 3]
    let parameter = try site.parameter("kernel", kernelShape)
    kernel = try TensorView(readingPlain: parameter.value)
    let isWhole = inputs == source[1] && outputs == units
    wholeKernel = isWhole ? kernel.tensor : try Tensor([outputs, inputs, 3, 3], engine: engine)
    if site.isTraining, let gradient = parameter.gradient {
      let view = try TensorView(writingPlain: gradient)
      kernelGradient = view.tensor
      wholeKernelGradient = isWhole ? view.tensor : try wholeKernel.similar()
      kernelGradientView = consume view
    } else {
      kernelGradient = nil
      wholeKernelGradient = nil
      kernelGradientView = nil
    }
    let bias = layer.hasBias ? try site.parameter("bias", [units]) : nil
    let outputShape = [source[0], units, source[2] + 2 * padding - 2, source[3] + 2 * padding - 2]
    let output = try Tensor(outputShape, layout: Layout(outputShape, layout.format), engine: engine)
    let kernelCount = Int(withUnsafePointer(to: shape) { ck_winograd_kernel_count($0) })
    let workspaceCount = Int(withUnsafePointer(to: shape) { ck_winograd_workspace_count($0) })
    transformed = try Tensor([kernelCount], engine: engine)
    transposed = site.isTraining ? try Tensor([kernelCount], engine: engine) : nil
    workspace = try Tensor([workspaceCount], engine: engine)
    outputGradient = site.isTraining ? try output.similar() : nil
    biasGradient = site.isTraining ? bias?.gradient : nil
    self.bias = bias
    wholeBias = isWhole ? bias?.value : bias == nil ? nil : try Tensor([outputs], engine: engine)
    hasReLU = relu
    self.output = output
    self.input = input
    self.shape = shape
  }

  func forward() throws(ComputeError) {
    try kernel.update()
    fill()
    withUnsafePointer(to: shape) {
      ck_winograd_transform_kernel(
        $0, wholeKernel.values.baseAddress, transformed.values.baseAddress, transposed?.values.baseAddress)
      ck_winograd_forward(
        $0, input.tensor.values.baseAddress, transformed.values.baseAddress, wholeBias?.values.baseAddress,
        hasReLU, workspace.values.baseAddress, output.values.baseAddress)
    }
  }

  func backward() throws(ComputeError) {
    guard let outputGradient, let transposed, let wholeKernelGradient else { return }
    withUnsafePointer(to: shape) {
      ck_winograd_backward(
        $0, input.tensor.values.baseAddress, outputGradient.values.baseAddress, transposed.values.baseAddress,
        workspace.values.baseAddress, input.gradient?.values.baseAddress, wholeKernelGradient.values.baseAddress)
    }
    if let kernelGradient, kernelGradient !== wholeKernelGradient {
      copyKernel(from: wholeKernelGradient, to: kernelGradient)
    }
    try kernelGradientView?.update()
  }

  /// Copies kernel and bias to those of whole blocks.
  private func fill() {
    guard wholeKernel !== kernel.tensor else { return }
    copyKernel(from: kernel.tensor, to: wholeKernel)
    if let bias, let wholeBias { _ = wholeBias.values.update(from: bias.value.values) }
  }

  /// Copies what both kernels have, [outputs, inputs, 3, 3].
  private func copyKernel(from source: Tensor, to destination: Tensor) {
    let (wide, narrow) = (source.shape[1] * 9, destination.shape[1] * 9)
    for output in 0..<min(source.shape[0], destination.shape[0]) {
      for place in 0..<min(wide, narrow) {
        destination.values[output * narrow + place] = source.values[output * wide + place]
      }
    }
  }
}
