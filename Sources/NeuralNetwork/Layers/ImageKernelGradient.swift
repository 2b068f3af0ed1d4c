import CDNN
import CKernels

/// The gradient of a first convolution's kernel and bias, whose input has one channel. oneDNN has no fast kernel for
/// that below AVX-512: its reference implementation takes a thousand times as long.
struct ImageKernelGradient: ~Copyable {
  private let images: Tensor
  private let gradient: Tensor
  private let layout: ck_layout
  private let size: Int
  /// Nil where the next layer has written it.
  private let biasGradient: Tensor?
  /// [out, 1, size, size] in plain order.
  private let plainKernel: Tensor
  private let kernelGradient: ParameterView
  /// One sample's sums after the other, as `ck_image_kernel_gradient` lays them out.
  private let sums: Tensor

  init(
    images: Tensor, gradient: Tensor, kernelGradient: Tensor, biasGradient: Tensor?
  ) throws(ComputeError) {
    let size = kernelGradient.shape[2]
    let plain = try Tensor(kernelGradient.shape, engine: images.engine)
    let layout = try ck_layout(gradient)
    let sums = try Tensor([images.shape[0], layout.paddedChannels * (size * size + 1)], engine: images.engine)
    let view = try ParameterView(copying: plain, to: kernelGradient)
    self.kernelGradient = view
    self.layout = layout
    self.sums = sums
    self.size = size
    self.images = images
    self.gradient = gradient
    self.biasGradient = biasGradient
    plainKernel = plain
  }

  func run() throws(ComputeError) {
    withUnsafePointer(to: layout) {
      ck_image_kernel_gradient(
        $0, gradient.values.baseAddress, images.values.baseAddress, Int64(images.shape[2]), Int64(images.shape[3]),
        Int64(size), sums.values.baseAddress)
    }
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
