import CKernels

/// y = x * s, with a factor s for each sample and channel. Backward, dx = g * s, and ds is the sum of g * x over the pixels.
final class ChannelScaleOperator: Operator {
  let output: Tensor
  let outputGradient: Tensor?
  private let images: Source
  private let factors: Source
  private let layout: ck_layout

  init(at site: Site) throws(ComputeError) {
    (images, factors) = (site.inputs[0], site.inputs[1])
    layout = try ck_layout(images.tensor)
    output = try images.tensor.similar()
    outputGradient = site.needsGradient ? try output.similar() : nil
  }

  func forward() {
    withUnsafePointer(to: layout) {
      ck_channel_scale(
        $0, images.tensor.values.baseAddress, factors.tensor.values.baseAddress, output.values.baseAddress)
    }
  }

  func backward() {
    guard let outputGradient else { return }
    withUnsafePointer(to: layout) {
      if let gradient = images.gradient {
        ck_channel_scale(
          $0, outputGradient.values.baseAddress, factors.tensor.values.baseAddress, gradient.values.baseAddress)
      }
      if let gradient = factors.gradient {
        ck_channel_products(
          $0, images.tensor.values.baseAddress, outputGradient.values.baseAddress, gradient.values.baseAddress)
      }
    }
  }
}
