import CKernels

/// A network's first block in one: a 3 x 3 convolution of images of one channel, ReLU, batch normalization and 2 x 2
/// max-pooling.
///
/// The convolution's output x is the largest of all tensors, more than ten times the images and four times what pooling
/// leaves, and takes little arithmetic. So it is never written: forward pools it and sums for the statistics while two rows
/// of it are in the core's cache, and backward computes those rows again, goes back through pooling, normalization and
/// ReLU, and on to the kernel. Normalization and pooling change places as in `NormalizedPooling`.
final class ImageBlock: Operator {
  let output: Tensor
  let outputGradient: Tensor?
  private let images: Tensor
  private let shape: ck_image_block
  private let pooledLayout: ck_layout
  /// Windows' values of x, which the statistics then normalize; for inference not used.
  private let pooled: Tensor?
  private let kernel: TensorView
  private let bias: Parameter
  /// In plain order; nil for inference.
  private let kernelGradient: Tensor?
  private let kernelGradientView: TensorView?
  /// The kernel as [group][window][channel of the group].
  private var blockedKernel: [Float]
  private var statistics: ChannelStatistics
  private var direction: [Float]
  private var sums: ChannelSums
  private var products: ChannelSums
  private var activeSums: ChannelSums
  /// How often x is above 0, of all places and of the pooled ones.
  private var activeCounts: ChannelSums
  private var pooledCounts: ChannelSums
  private var kernelSums: ChannelSums

  /// Nil if the passes do not take the shape.
  ///
  /// - Parameter site: the convolution's; `normalizationNode` is the node of the normalization.
  init?(
    _ convolution: Convolution, _ normalization: BatchNormalization, normalizationNode: Node, at site: Site
  ) throws(ComputeError) {
    let (source, engine, units) = (site.input.tensor.shape, site.engine, convolution.filters)
    guard source.count == 4, source[1] == 1, source[2] >= 4, source[3] >= 4 else { return nil }
    let (height, width) = (source[2] - 2, source[3] - 2)
    let format: Layout.Format = Engine.hasWideVectors && units.isMultiple(of: 16) ? .blocked16 : .blocked8
    let shape = ck_image_block(
      samples: Int64(source[0]), channels: Int64(units), block: format == .blocked16 ? 16 : 8, height: Int64(height),
      width: Int64(width))
    guard withUnsafePointer(to: shape, { ck_image_block_fits($0) }) else { return nil }

    let parameter = try site.parameter("kernel", [units, 1, 3, 3])
    kernel = try TensorView(readingPlain: parameter.value)
    if site.isTraining, let gradient = parameter.gradient {
      let view = try TensorView(writingPlain: gradient)
      kernelGradient = view.tensor
      kernelGradientView = consume view
    } else {
      kernelGradient = nil
      kernelGradientView = nil
    }
    bias = try site.parameter("bias", [units])
    statistics = try ChannelStatistics(
      normalization, channels: units, padded: units, count: source[0] * height * width,
      at: site.same(for: normalizationNode))
    let pooledShape = [source[0], units, height / 2, width / 2]
    output = try Tensor(pooledShape, layout: Layout(pooledShape, format), engine: engine)
    outputGradient = site.isTraining ? try output.similar() : nil
    pooled = site.isTraining ? try output.similar() : nil
    pooledLayout = try ck_layout(output)
    blockedKernel = Array(repeating: 0, count: units * 9)
    direction = Array(repeating: 1, count: units)
    let samples = site.isTraining ? source[0] : 0
    sums = ChannelSums(samples: samples, padded: units)
    products = sums
    activeSums = sums
    activeCounts = sums
    pooledCounts = sums
    kernelSums = ChannelSums(samples: samples, padded: units * 9)
    images = site.input.tensor
    self.shape = shape
  }

  func forward() throws(ComputeError) {
    try kernel.update()
    let (weights, block) = (kernel.tensor.values, Int(shape.block))
    for channel in direction.indices {
      direction[channel] = statistics.direction(of: channel)
      for window in 0..<9 { blockedKernel[place(channel, window, block)] = weights[channel * 9 + window] }
    }
    let (pixels, offsets) = (images.values.baseAddress, bias.value.values.baseAddress)
    guard let pooled else {
      statistics.prepareForward(training: false)
      withUnsafePointer(to: shape) {
        ck_image_block_inference(
          $0, pixels, blockedKernel, offsets, direction, statistics.scale, statistics.shift, output.values.baseAddress)
      }
      return
    }
    withUnsafePointer(to: shape) {
      ck_image_block_moments(
        $0, pixels, blockedKernel, offsets, direction, pooled.values.baseAddress, &sums.values, &products.values,
        &activeCounts.values)
    }
    statistics.measure(sums: &sums, squares: &products)
    statistics.prepareForward(training: true)
    withUnsafePointer(to: pooledLayout) {
      ck_channel_affine(
        $0, pooled.values.baseAddress, statistics.scale, statistics.shift, false, output.values.baseAddress)
    }
  }

  func backward() throws(ComputeError) {
    guard let pooled, let outputGradient, let kernelGradient else { return }
    // g is 0 but at the pooled places, so that its sums are those over the pooled values.
    withUnsafePointer(to: pooledLayout) {
      ck_channel_gradient_sums(
        $0, pooled.values.baseAddress, outputGradient.values.baseAddress, &sums.values, &products.values,
        &activeSums.values, &pooledCounts.values)
    }
    statistics.prepareBackward(
      sums: &sums, products: &products, activeSums: &activeSums, activeCounts: &activeCounts,
      biasGradient: bias.gradient)
    withUnsafePointer(to: shape) {
      ck_image_block_gradient(
        $0, images.values.baseAddress, blockedKernel, bias.value.values.baseAddress, pooled.values.baseAddress,
        outputGradient.values.baseAddress, statistics.scale, statistics.inputScale, statistics.shift,
        &kernelSums.values)
    }
    kernelSums.addUp()
    let block = Int(shape.block)
    for channel in direction.indices {
      for window in 0..<9 {
        kernelGradient.values[channel * 9 + window] = Float(kernelSums.totals[place(channel, window, block)])
      }
    }
    try kernelGradientView?.update()
  }

  private func place(_ channel: Int, _ window: Int, _ block: Int) -> Int {
    (channel / block * 9 + window) * block + channel % block
  }
}
