import CKernels

/// The mean of each channel. Backward, every pixel gets its share of the mean's gradient.
final class GlobalAverageOperator: Operator {
  let output: Tensor
  let outputGradient: Tensor?
  private let input: Source
  private let layout: ck_layout

  init(at site: Site) throws(ComputeError) {
    input = site.input
    layout = try ck_layout(input.tensor)
    output = try Tensor(site.node.shape.dimensions(samples: site.samples), engine: site.engine)
    outputGradient = input.gradient == nil ? nil : try output.similar()
  }

  func forward() {
    withUnsafePointer(to: layout) {
      ck_channel_means($0, input.tensor.values.baseAddress, output.values.baseAddress)
    }
  }

  func backward() {
    guard let gradient = input.gradient, let outputGradient else { return }
    withUnsafePointer(to: layout) {
      ck_channel_spread($0, outputGradient.values.baseAddress, gradient.values.baseAddress)
    }
  }
}
