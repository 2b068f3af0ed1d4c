import CKernels

/// Batch normalization and 2 x 2 max-pooling in one, after a ReLU: the same result in fewer passes over memory.
///
/// Normalization is y = scale * x + shift, so that a window's largest y is at its largest x (its smallest where the scale
/// is negative). Forward goes over x once, pooling it and summing for the statistics, and normalizes the quarter that is
/// left. Backward needs the windows' places alone to know g; it goes over x once, through the ReLU before it.
final class NormalizedPooling: Operator {
  let output: Tensor
  let outputGradient: Tensor?
  private let input: Source
  private let isTraining: Bool
  private let biasGradient: Tensor?
  private let layout: ck_layout
  private let pooledLayout: ck_layout
  private let pooled: Tensor
  private var statistics: ChannelStatistics
  private var direction: [Float]
  private var sums: ChannelSums
  private var products: ChannelSums
  private var activeSums: ChannelSums
  /// How often x is above 0, of all places and of the pooled ones.
  private var activeCounts: ChannelSums
  private var pooledCounts: ChannelSums

  /// - Parameter biasGradient: where the gradient of a bias in front of the ReLU is written.
  init(_ layer: BatchNormalization, biasGradient: Tensor?, at site: Site) throws(ComputeError) {
    let (tensor, isTraining) = (site.input.tensor, site.isTraining)
    let layout = try ck_layout(tensor)
    let pooledShape = [tensor.shape[0], tensor.shape[1], tensor.shape[2] / 2, tensor.shape[3] / 2]
    let pooled = try Tensor(pooledShape, layout: Layout(pooledShape, layout.format), engine: tensor.engine)
    let output = try pooled.similar()
    let outputGradient = isTraining ? try output.similar() : nil
    let pooledLayout = try ck_layout(pooled)
    let statistics = try ChannelStatistics(layer, of: layout, at: site)
    input = site.input
    self.isTraining = isTraining
    self.biasGradient = biasGradient
    self.layout = layout
    self.pooledLayout = pooledLayout
    self.pooled = pooled
    self.output = output
    self.outputGradient = outputGradient
    self.statistics = statistics
    direction = Array(repeating: 1, count: layout.paddedChannels)
    sums = ChannelSums(samples: isTraining ? Int(layout.samples) : 0, padded: layout.paddedChannels)
    products = sums
    activeSums = sums
    activeCounts = sums
    pooledCounts = sums
  }

  func forward() {
    let (x, shape) = (input.tensor.values.baseAddress, input.tensor.shape)
    for channel in 0..<shape[1] { direction[channel] = statistics.direction(of: channel) }
    withUnsafePointer(to: layout) { layout in
      if isTraining {
        ck_pool_moments(
          layout, Int64(shape[2]), Int64(shape[3]), x, direction, pooled.values.baseAddress, &sums.values,
          &products.values, &activeCounts.values)
        statistics.measure(sums: &sums, squares: &products)
      } else {
        ck_pool_moments(
          layout, Int64(shape[2]), Int64(shape[3]), x, direction, pooled.values.baseAddress, nil, nil, nil)
      }
    }
    statistics.prepareForward(training: isTraining)
    withUnsafePointer(to: pooledLayout) {
      ck_channel_affine(
        $0, pooled.values.baseAddress, statistics.scale, statistics.shift, false, output.values.baseAddress)
    }
  }

  func backward() {
    guard let outputGradient else { return }
    // g is 0 but at the pooled places, so that its sums are those over the pooled values.
    withUnsafePointer(to: pooledLayout) {
      ck_channel_gradient_sums(
        $0, pooled.values.baseAddress, outputGradient.values.baseAddress, &sums.values, &products.values,
        &activeSums.values, &pooledCounts.values)
    }
    statistics.prepareBackward(
      sums: &sums, products: &products, activeSums: &activeSums, activeCounts: &activeCounts,
      biasGradient: biasGradient)
    let (x, shape) = (input.tensor.values.baseAddress, input.tensor.shape)
    let (height, width) = (Int64(shape[2]), Int64(shape[3]))
    guard let inputGradient = input.gradient else { return }
    withUnsafePointer(to: layout) {
      ck_pool_gradient(
        $0, height, width, x, pooled.values.baseAddress, outputGradient.values.baseAddress, statistics.scale,
        statistics.inputScale, statistics.shift, inputGradient.values.baseAddress)
    }
  }
}
