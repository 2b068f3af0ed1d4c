import CDNN
import CKernels

/// A convolution that may leave its kernel's gradient to the next layer, where it is the first of images of one channel.
protocol FirstConvolution: AnyObject {
  /// What the next layer needs for that; nil where this is no such convolution, or not trained.
  var imageKernel: (images: Tensor, gradient: Tensor)? { get }
  /// Leaves all of the way back to the next layer.
  func leaveKernelGradientToNext()
}

/// The gradient of a first convolution's kernel and bias, whose input has one channel. oneDNN has no fast kernel for
/// that below AVX-512: its reference implementation takes a thousand times as long.
struct ImageKernelGradient: ~Copyable {
  /// The images, [samples, 1, height, width].
  let images: Tensor
  /// One sample's sums after the other, as `ck_image_kernel_gradient` lays them out.
  let sums: Tensor
  private let layout: ck_layout
  private let size: Int
  /// Nil where the next layer has written it.
  private let biasGradient: Tensor?
  /// [out, 1, size, size] in plain order.
  private let plainKernel: Tensor
  private let kernelGradient: ParameterView

  /// - Parameter output: the convolution's output, whose layout its gradient has.
  init(images: Tensor, output: Tensor, kernelGradient: Tensor, biasGradient: Tensor?) throws(ComputeError) {
    let size = kernelGradient.shape[2]
    let plain = try Tensor(kernelGradient.shape, engine: images.engine)
    let layout = try ck_layout(output)
    let sums = try Tensor([images.shape[0], layout.paddedChannels * (size * size + 1)], engine: images.engine)
    let view = try ParameterView(copying: plain, to: kernelGradient)
    self.kernelGradient = view
    self.layout = layout
    self.sums = sums
    self.size = size
    self.images = images
    self.biasGradient = biasGradient
    plainKernel = plain
  }

  /// Computes the gradients from that of the convolution's output, ReLU undone.
  func run(outputGradient: Tensor) throws(ComputeError) {
    withUnsafePointer(to: layout) {
      ck_image_kernel_gradient(
        $0, outputGradient.values.baseAddress, images.values.baseAddress, Int64(images.shape[2]),
        Int64(images.shape[3]), Int64(size), sums.values.baseAddress)
    }
    try addUp()
  }

  /// Adds up the samples' sums, in their order and in double precision.
  func addUp() throws(ComputeError) {
    let (windows, block) = (size * size, Int(layout.block))
    let perSample = layout.paddedChannels * (windows + 1)
    for channel in 0..<Int(layout.channels) {
      let first = channel / block * (windows + 1) * block + channel % block
      for window in 0...windows {
        var total = 0.0
        for place in stride(from: first + window * block, to: sums.values.count, by: perSample) {
          total += Double(sums.values[place])
        }
        if window < windows {
          plainKernel.values[channel * windows + window] = Float(total)
        } else {
          biasGradient?.values[channel] = Float(total)
        }
      }
    }
    try kernelGradient.update()
  }
}
