import CKernels

/// Batch normalization: y = gamma * (x - mean) / sqrt(variance + epsilon) + beta, for each channel.
///
/// Training takes mean and variance over the batch's samples, rows and columns, and moves the moving statistics towards
/// them; inference takes the moving statistics. Where a ReLU stands before it, backward goes through that too.
///
/// oneDNN sums a channel's values one after the other in single precision, which over 86,528 of them is off by 1e-4:
/// ReLU and pooling turn that into 5 % of a gradient. Here sums are taken sample by sample and added up in double
/// precision.
final class BatchNormalization: Layer {
  let name: String
  let output: Tensor
  let outputGradient: Tensor?
  private let input: LayerInput
  private let layout: ck_layout
  private var statistics: ChannelStatistics
  private var sums: ChannelSums
  private var products: ChannelSums
  private var activeSums: ChannelSums
  private var activeCounts: ChannelSums

  init(name: String, input: LayerInput, parameters: ParameterStore) throws(ComputeError) {
    self.name = name
    self.input = input
    layout = try ck_layout(input.tensor)
    statistics = try ChannelStatistics(
      name: name, channels: input.tensor.shape[1], padded: layout.paddedChannels,
      count: Int(layout.samples * layout.pixels), engine: input.tensor.engine, parameters: parameters)
    output = try input.tensor.similar()
    outputGradient = input.training ? try output.similar() : nil
    sums = ChannelSums(samples: input.training ? Int(layout.samples) : 0, padded: layout.paddedChannels)
    products = sums
    activeSums = sums
    activeCounts = sums
  }

  func forward() {
    withUnsafePointer(to: layout) { layout in
      if input.training {
        ck_channel_moments(layout, input.tensor.values.baseAddress, &sums.values, &products.values)
        statistics.measure(sums: &sums, squares: &products)
      }
      statistics.prepareForward(training: input.training)
      ck_channel_affine(
        layout, input.tensor.values.baseAddress, statistics.scale, statistics.shift, output.values.baseAddress)
    }
  }

  func backward() {
    guard let inputGradient = input.gradient, let outputGradient else { return }
    withUnsafePointer(to: layout) { layout in
      ck_channel_gradient_sums(
        layout, input.tensor.values.baseAddress, outputGradient.values.baseAddress, &sums.values, &products.values,
        &activeSums.values, &activeCounts.values)
      statistics.prepareBackward(
        sums: &sums, products: &products, activeSums: &activeSums, activeCounts: &activeCounts,
        biasGradient: input.reluBiasGradient)
      ck_channel_combine(
        layout, outputGradient.values.baseAddress, statistics.scale, input.tensor.values.baseAddress,
        statistics.inputScale, statistics.shift, input.reluBiasGradient != nil, inputGradient.values.baseAddress)
    }
  }
}
