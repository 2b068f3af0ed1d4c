import CKernels

/// Batch normalization on its own, with a ReLU behind it, or after one through which it goes back as well.
///
/// oneDNN sums a channel's values one after the other in single precision, which over 86,528 of them is off by 1e-4:
/// ReLU and pooling turn that into 5 % of a gradient. Here sums are taken sample by sample and added up in double
/// precision.
final class NormalizationOperator: Operator {
  /// What wrote the input.
  enum Predecessor {
    /// Anything, of which nothing is known.
    case any
    /// A ReLU. Backward, the gradient of the ReLU's input is written, and that of a bias in front of the ReLU.
    case relu(biasGradient: Tensor?)
  }

  let output: Tensor
  let outputGradient: Tensor?
  private let input: Source
  private let isTraining: Bool
  private let isAfterReLU: Bool
  private let hasReLU: Bool
  private let biasGradient: Tensor?
  private let layout: ck_layout
  private var statistics: ChannelStatistics
  private var sums: ChannelSums
  private var products: ChannelSums
  private var activeSums: ChannelSums
  private var activeCounts: ChannelSums
  /// The factors of the last forward pass, of which the way back through a ReLU behind computes the output again.
  private var outputScale: [Float]?
  private var outputShift: [Float]?

  /// - Parameter relu: whether there is a ReLU behind; not beside one before.
  init(
    _ layer: BatchNormalization, after predecessor: Predecessor = .any, relu: Bool = false, at site: Site
  ) throws(ComputeError) {
    input = site.input
    isTraining = site.isTraining
    hasReLU = relu
    switch predecessor {
    case .any: (isAfterReLU, biasGradient) = (false, nil)
    case .relu(let gradient): (isAfterReLU, biasGradient) = (true, gradient)
    }
    layout = try ck_layout(input.tensor)
    statistics = try ChannelStatistics(layer, of: layout, at: site)
    output = try input.tensor.similar()
    outputGradient = site.isTraining ? try output.similar() : nil
    sums = ChannelSums(samples: site.isTraining ? Int(layout.samples) : 0, padded: layout.paddedChannels)
    products = sums
    activeSums = isAfterReLU ? sums : ChannelSums(samples: 0, padded: 0)
    activeCounts = activeSums
  }

  func forward() {
    withUnsafePointer(to: layout) { layout in
      if isTraining {
        ck_channel_moments(layout, input.tensor.values.baseAddress, &sums.values, &products.values)
        statistics.measure(sums: &sums, squares: &products)
      }
      statistics.prepareForward(training: isTraining)
      ck_channel_affine(
        layout, input.tensor.values.baseAddress, statistics.scale, statistics.shift, hasReLU,
        output.values.baseAddress)
    }
    if hasReLU, isTraining { (outputScale, outputShift) = (statistics.scale, statistics.shift) }
  }

  func backward() {
    if isAfterReLU { backwardThroughPredecessor() } else { backwardThroughSuccessor() }
  }

  private func backwardThroughSuccessor() {
    guard let outputGradient else { return }
    withUnsafePointer(to: layout) { layout in
      ck_normalization_gradient_sums(
        layout, input.tensor.values.baseAddress, outputScale, outputShift, outputGradient.values.baseAddress,
        &sums.values, &products.values)
      statistics.prepareBackward(sums: &sums, products: &products)
      guard let inputGradient = input.gradient else { return }
      ck_normalization_gradient(
        layout, input.tensor.values.baseAddress, outputScale, outputShift, outputGradient.values.baseAddress,
        statistics.scale, statistics.inputScale, statistics.shift, inputGradient.values.baseAddress)
    }
  }

  private func backwardThroughPredecessor() {
    guard let outputGradient else { return }
    withUnsafePointer(to: layout) { layout in
      ck_channel_gradient_sums(
        layout, input.tensor.values.baseAddress, outputGradient.values.baseAddress, &sums.values, &products.values,
        &activeSums.values, &activeCounts.values)
      statistics.prepareBackward(
        sums: &sums, products: &products, activeSums: &activeSums, activeCounts: &activeCounts,
        biasGradient: biasGradient)
      guard let inputGradient = input.gradient else { return }
      ck_channel_combine(
        layout, outputGradient.values.baseAddress, statistics.scale, input.tensor.values.baseAddress,
        statistics.inputScale, statistics.shift, true, inputGradient.values.baseAddress)
    }
  }
}
