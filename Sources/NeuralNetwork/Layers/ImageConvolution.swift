import CKernels

/// A 3 x 3 convolution of images of one channel with ReLU, output = relu(kernel * input + bias), where the next layer goes
/// back through the ReLU. oneDNN has a fast kernel for it only from AVX on, and only from AVX-512 on for its gradient.
final class ImageConvolution: Layer {
  let name: String
  let output: Tensor
  let outputGradient: Tensor?
  let reluBiasGradient: Tensor?
  private let images: Tensor
  private let layout: ck_layout
  private let kernel: Parameter
  private let bias: Parameter
  /// The kernel as [group][window][channel of the group].
  private var blockedKernel: [Float]
  /// Nil for inference, or where the next layer computes the gradient.
  private var kernelGradient: ImageKernelGradient?

  /// Nil where the number of channels fills no blocks.
  init?(name: String, units: Int, input: LayerInput, parameters: ParameterStore) throws(ComputeError) {
    let (source, engine) = (input.tensor.shape, input.tensor.engine)
    let format: Layout.Format = Engine.hasWideVectors && units.isMultiple(of: 16) ? .blocked16 : .blocked8
    guard source.count == 4, source[1] == 1, source[2] > 2, source[3] > 2, units.isMultiple(of: 8) else { return nil }
    kernel = try parameters.parameter("\(name).kernel", initializer: .glorotUniform(fanIn: 9, fanOut: units * 9)) {
      () throws(ComputeError) in try Tensor([units, 1, 3, 3], engine: engine)
    }
    bias = try parameters.parameter("\(name).bias", initializer: .zeros) { () throws(ComputeError) in
      try Tensor([units], engine: engine)
    }
    let shape = [source[0], units, source[2] - 2, source[3] - 2]
    let output = try Tensor(shape, layout: Layout(shape, format), engine: engine)
    layout = try ck_layout(output)
    blockedKernel = Array(repeating: 0, count: units * 9)
    outputGradient = input.training ? try output.similar() : nil
    reluBiasGradient = input.training ? bias.gradient : nil
    if input.training, let gradient = kernel.gradient {
      kernelGradient = try ImageKernelGradient(
        images: input.tensor, output: output, kernelGradient: gradient, biasGradient: nil)
    } else {
      kernelGradient = nil
    }
    self.name = name
    self.output = output
    images = input.tensor
  }

  func forward() {
    let (weights, block) = (kernel.value.values, Int(layout.block))
    for channel in 0..<Int(layout.channels) {
      let group = channel / block * block * 9 + channel % block
      for window in 0..<9 { blockedKernel[group + window * block] = weights[channel * 9 + window] }
    }
    withUnsafePointer(to: layout) {
      ck_image_convolution(
        $0, images.values.baseAddress, Int64(output.shape[3]), blockedKernel, bias.value.values.baseAddress,
        output.values.baseAddress)
    }
  }

  func backward() throws(ComputeError) {
    guard let outputGradient, kernelGradient != nil else { return }
    try kernelGradient?.run(outputGradient: outputGradient)
  }
}

extension ImageConvolution: FirstConvolution {
  var imageKernel: (images: Tensor, gradient: Tensor)? { kernel.gradient.map { (images, $0) } }

  func leaveKernelGradientToNext() { kernelGradient = nil }
}
