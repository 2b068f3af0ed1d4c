import CKernels

/// What batch normalization knows of its channels: the parameters, the last batch's statistics, and the factors of its
/// passes. Formulas, with m values a channel, z = (x - mean) / deviation and g the gradient of y:
///
///     y = gamma * z + beta
///     dbeta = sum g,  dgamma = sum g * z,  dx = gamma / deviation * (g - dbeta / m - z * dgamma / m)
///
/// TensorFlow's fused kernel moves the moving variance towards the unbiased one, m / (m - 1) times the population's, and
/// so does this.
struct ChannelStatistics {
  private let layer: BatchNormalization
  private let gamma: Parameter
  private let beta: Parameter
  private let movingMean: Parameter
  private let movingVariance: Parameter
  /// The number of values of a channel in a batch.
  private let count: Double
  /// One channel's statistics of the last training batch.
  private var batch: [(mean: Double, inverseDeviation: Double)]
  /// Factors of the channels, rounded up to whole blocks with zeros: of what a pass scales, of x, and what it adds.
  private(set) var scale: [Float]
  private(set) var inputScale: [Float]
  private(set) var shift: [Float]

  /// - Parameter layout: how the channels of the layer's input stand.
  init(_ layer: BatchNormalization, of layout: ck_layout, at site: Site) throws(ComputeError) {
    try self.init(
      layer, channels: Int(layout.channels), padded: layout.paddedChannels, count: Int(layout.samples * layout.pixels),
      at: site)
  }

  /// - Parameters:
  ///   - padded: the number of channels rounded up to whole blocks.
  ///   - count: values of a channel in a batch.
  init(
    _ layer: BatchNormalization, channels: Int, padded: Int, count: Int, at site: Site
  ) throws(ComputeError) {
    self.layer = layer
    gamma = try site.parameter("gamma", [channels])
    beta = try site.parameter("beta", [channels])
    movingMean = try site.parameter("moving_mean", [channels])
    movingVariance = try site.parameter("moving_variance", [channels])
    self.count = Double(count)
    batch = Array(repeating: (0, 0), count: channels)
    scale = Array(repeating: 0, count: padded)
    inputScale = scale
    shift = scale
  }

  /// -1 for channels whose scale is negative, so that the largest y is at the smallest x, else 1.
  func direction(of channel: Int) -> Float { gamma.value.values[channel] < 0 ? -1 : 1 }

  /// Takes mean and variance from a batch's sums of x and x * x, and moves the moving statistics towards them.
  mutating func measure(sums: inout ChannelSums, squares: inout ChannelSums) {
    sums.addUp()
    squares.addUp()
    let besselCorrection = count > 1 ? count / (count - 1) : 1
    for channel in batch.indices {
      let mean = sums.totals[channel] / count
      let variance = max(0, squares.totals[channel] / count - mean * mean)
      batch[channel] = (mean, 1 / (variance + layer.epsilon).squareRoot())
      move(&movingMean.value.values[channel], towards: mean)
      move(&movingVariance.value.values[channel], towards: variance * besselCorrection)
    }
  }

  /// Sets `scale` and `shift` so that y = scale * x + shift, with the batch's statistics or the moving ones.
  mutating func prepareForward(training: Bool) {
    for channel in batch.indices {
      let (mean, inverseDeviation) =
        training
        ? batch[channel]
        : (
          Double(movingMean.value.values[channel]),
          1 / (Double(movingVariance.value.values[channel]) + layer.epsilon).squareRoot()
        )
      let slope = Double(gamma.value.values[channel]) * inverseDeviation
      scale[channel] = Float(slope)
      shift[channel] = Float(Double(beta.value.values[channel]) - mean * slope)
    }
  }

  /// Writes the gradients of gamma and beta, and sets the factors so that dx = scale * g + inputScale * x + shift.
  ///
  /// Where a ReLU stands before, also the gradient of its bias: the sum of dx where x is above 0. A channel that is above
  /// 0 everywhere has none, as normalization takes the bias out again; added up from rounded dx it would be noise, whose
  /// sign Adam takes for a direction. So it comes from the same sums in double precision.
  ///
  /// - Parameters:
  ///   - sums: of g; `products`: of g * x; `activeSums`: of g where x is above 0.
  ///   - activeCounts: how often x is above 0.
  mutating func prepareBackward(
    sums: inout ChannelSums, products: inout ChannelSums, activeSums: inout ChannelSums,
    activeCounts: inout ChannelSums, biasGradient: Tensor?
  ) {
    sums.addUp()
    products.addUp()
    activeSums.addUp()
    activeCounts.addUp()
    for channel in batch.indices {
      let (slope, inputSlope, offset) = prepareBackward(
        channel, sum: sums.totals[channel], product: products.totals[channel])
      // Where x is not above 0 it is 0, so that the sum of x where it is above is that of all.
      biasGradient?.values[channel] = Float(
        slope * activeSums.totals[channel] + inputSlope * batch[channel].mean * count
          + offset * activeCounts.totals[channel])
    }
  }

  /// - Returns: the factors in double precision.
  @discardableResult private mutating func prepareBackward(
    _ channel: Int, sum betaGradient: Double, product: Double
  ) -> (slope: Double, inputSlope: Double, offset: Double) {
    let (mean, inverseDeviation) = batch[channel]
    let gammaGradient = (product - mean * betaGradient) * inverseDeviation
    beta.gradient?.values[channel] = Float(betaGradient)
    gamma.gradient?.values[channel] = Float(gammaGradient)
    let slope = Double(gamma.value.values[channel]) * inverseDeviation
    let inputSlope = -slope * inverseDeviation * gammaGradient / count
    let offset = -slope * betaGradient / count - inputSlope * mean
    scale[channel] = Float(slope)
    inputScale[channel] = Float(inputSlope)
    shift[channel] = Float(offset)
    return (slope, inputSlope, offset)
  }

  /// The same where nothing is known of what stands before. A bias there has no gradient: normalization takes it out again.
  mutating func prepareBackward(sums: inout ChannelSums, products: inout ChannelSums) {
    sums.addUp()
    products.addUp()
    for channel in batch.indices {
      prepareBackward(channel, sum: sums.totals[channel], product: products.totals[channel])
    }
  }

  private func move(_ moving: inout Float, towards value: Double) {
    moving = Float(Double(moving) * layer.momentum + value * (1 - layer.momentum))
  }
}

/// Sums that a pass took for each sample and channel, [samples, channels rounded up to whole blocks].
struct ChannelSums {
  var values: [Float]
  /// The sums over the samples, in their order and in double precision, as `addUp` made them.
  private(set) var totals: [Double]
  private let samples: Int

  init(samples: Int, padded: Int) {
    values = Array(repeating: 0, count: samples * padded)
    totals = Array(repeating: 0, count: padded)
    self.samples = samples
  }

  mutating func addUp() {
    ck_sum_samples(Int64(samples), Int64(totals.count), values, &totals)
  }
}
