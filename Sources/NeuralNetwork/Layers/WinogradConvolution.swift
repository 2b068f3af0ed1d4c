import CKernels

/// A 3 x 3 convolution with ReLU by Winograd's algorithm, output = relu(kernel * input + bias), where the next layer goes
/// back through the ReLU. A quarter of the multiplications of the direct convolution; CKernels' winograd.c has the
/// formulas.
final class WinogradConvolution: Layer {
  let name: String
  let output: Tensor
  let outputGradient: Tensor?
  let reluBiasGradient: Tensor?
  private let input: LayerInput
  private let shape: ck_winograd
  private let kernel: Parameter
  private let bias: Parameter
  /// The kernel as the passes want it, made anew for every batch; the second is for the way back.
  private let transformed: Tensor
  private let transposed: Tensor?
  private let workspace: Tensor

  /// Nil where the algorithm does not take the input's layout or the numbers of channels.
  init?(name: String, units: Int, input: LayerInput, parameters: ParameterStore) throws(ComputeError) {
    let (source, engine) = (input.tensor.shape, input.tensor.engine)
    guard source.count == 4 else { return nil }
    let layout = try ck_layout(input.tensor)
    let shape = ck_winograd(
      samples: layout.samples, inputs: layout.channels, outputs: Int64(units), height: Int64(source[2]),
      width: Int64(source[3]), block: layout.isBlocked ? layout.block : 0, parts: ck_thread_count())
    guard withUnsafePointer(to: shape, { ck_winograd_fits($0) }) else { return nil }
    let kernelShape = [units, source[1], 3, 3]
    kernel = try parameters.parameter(
      "\(name).kernel", initializer: .glorotUniform(fanIn: source[1] * 9, fanOut: units * 9)
    ) { () throws(ComputeError) in try Tensor(kernelShape, engine: engine) }
    bias = try parameters.parameter("\(name).bias", initializer: .zeros) { () throws(ComputeError) in
      try Tensor([units], engine: engine)
    }
    let outputShape = [source[0], units, source[2] - 2, source[3] - 2]
    let output = try Tensor(outputShape, layout: Layout(outputShape, layout.format), engine: engine)
    let kernelCount = Int(withUnsafePointer(to: shape) { ck_winograd_kernel_count($0) })
    let workspaceCount = Int(withUnsafePointer(to: shape) { ck_winograd_workspace_count($0) })
    transformed = try Tensor([kernelCount], engine: engine)
    transposed = input.training ? try Tensor([kernelCount], engine: engine) : nil
    workspace = try Tensor([workspaceCount], engine: engine)
    outputGradient = input.training ? try output.similar() : nil
    reluBiasGradient = input.training ? bias.gradient : nil
    self.name = name
    self.output = output
    self.input = input
    self.shape = shape
  }

  func forward() {
    withUnsafePointer(to: shape) {
      ck_winograd_transform_kernel(
        $0, kernel.value.values.baseAddress, transformed.values.baseAddress, transposed?.values.baseAddress)
      ck_winograd_forward(
        $0, input.tensor.values.baseAddress, transformed.values.baseAddress, bias.value.values.baseAddress,
        workspace.values.baseAddress, output.values.baseAddress)
    }
  }

  func backward() {
    guard let outputGradient, let transposed, let kernelGradient = kernel.gradient else { return }
    withUnsafePointer(to: shape) {
      ck_winograd_backward(
        $0, input.tensor.values.baseAddress, outputGradient.values.baseAddress, transposed.values.baseAddress,
        workspace.values.baseAddress, input.gradient?.values.baseAddress, kernelGradient.values.baseAddress)
    }
  }
}
