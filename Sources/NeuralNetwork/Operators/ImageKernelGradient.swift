import CDNN
import CKernels

/// The gradient of a first convolution's kernel and bias if its input has one channel. oneDNN has no fast kernel for
/// that below AVX-512: its reference implementation takes a thousand times as long.
final class ImageKernelGradient {
  /// [samples, 1, height, width]
  private let images: Tensor
  /// One sample's after the other, as `ck_image_kernel_gradient` lays them out.
  private var sums: ChannelSums
  private let layout: ck_layout
  private let size: Int
  /// Nil if the next operator writes it.
  private let biasGradient: Tensor?
  /// [out, 1, size, size]
  private let kernelGradient: TensorView

  /// - Parameter output: the convolution's output, whose layout its gradient has.
  init(images: Tensor, output: Tensor, kernelGradient: Tensor, biasGradient: Tensor?) throws(ComputeError) {
    let size = kernelGradient.shape[2]
    let layout = try ck_layout(output)
    let view = try TensorView(writingPlain: kernelGradient)
    self.kernelGradient = view
    self.layout = layout
    sums = ChannelSums(samples: images.shape[0], padded: layout.paddedChannels * (size * size + 1))
    self.size = size
    self.images = images
    self.biasGradient = biasGradient
  }

  /// Computes the gradients from that of the convolution's output, ReLU undone.
  func run(outputGradient: Tensor) throws(ComputeError) {
    withUnsafePointer(to: layout) {
      ck_image_kernel_gradient(
        $0, outputGradient.values.baseAddress, images.values.baseAddress, Int64(images.shape[2]),
        Int64(images.shape[3]), Int64(size), &sums.values)
    }
    sums.addUp()
    let (windows, block) = (size * size, Int(layout.block))
    for channel in 0..<Int(layout.channels) {
      let first = channel / block * (windows + 1) * block + channel % block
      for window in 0..<windows {
        kernelGradient.tensor.values[channel * windows + window] = Float(sums.totals[first + window * block])
      }
      biasGradient?.values[channel] = Float(sums.totals[first + windows * block])
    }
    try kernelGradient.update()
  }
}
