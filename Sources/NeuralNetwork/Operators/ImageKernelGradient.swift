import CDNN
import CKernels

/// The gradient of a first convolution's kernel and bias if its input has one channel. oneDNN has no fast kernel for
/// that below AVX-512: its reference implementation takes a thousand times as long.
final class ImageKernelGradient {
  /// [samples, 1, height, width]
  private let images: Tensor
  /// The same with rows and columns of zeros on each side.
  private let padded: Tensor
  private let padding: Int
  /// One sample's after the other, as `ck_image_kernel_gradient` lays them out.
  private var sums: ChannelSums
  private let layout: ck_layout
  private let size: Int
  /// Nil if the next operator writes it.
  private let biasGradient: Tensor?
  /// [out, 1, size, size]
  private let kernelGradient: TensorView

  /// - Parameters:
  ///   - padding: rows and columns of zeros on each side of the images.
  ///   - output: the convolution's output, whose layout its gradient has.
  init(
    images: Tensor, padding: Int, output: Tensor, kernelGradient: Tensor, biasGradient: Tensor?
  ) throws(ComputeError) {
    let size = kernelGradient.shape[2]
    let layout = try ck_layout(output)
    let view = try TensorView(writingPlain: kernelGradient)
    self.kernelGradient = view
    self.layout = layout
    sums = ChannelSums(samples: images.shape[0], padded: layout.paddedChannels * (size * size + 1))
    self.size = size
    let shape = images.shape
    padded =
      padding == 0
      ? images
      : try Tensor([shape[0], 1, shape[2] + 2 * padding, shape[3] + 2 * padding], engine: images.engine)
    self.images = images
    self.padding = padding
    self.biasGradient = biasGradient
  }

  /// Computes the gradients from that of the convolution's output, ReLU undone.
  func run(outputGradient: Tensor) throws(ComputeError) {
    if padding > 0 { pad() }
    withUnsafePointer(to: layout) {
      ck_image_kernel_gradient(
        $0, outputGradient.values.baseAddress, padded.values.baseAddress, Int64(padded.shape[2]),
        Int64(padded.shape[3]), Int64(size), &sums.values)
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

  private func pad() {
    let (height, width) = (images.shape[2], images.shape[3])
    let paddedWidth = padded.shape[3]
    for row in 0..<images.shape[0] * height {
      let to = (row / height * padded.shape[2] + row % height + padding) * paddedWidth + padding
      for column in 0..<width { padded.values[to + column] = images.values[row * width + column] }
    }
  }
}
