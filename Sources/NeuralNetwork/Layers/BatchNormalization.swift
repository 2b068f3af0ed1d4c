import CKernels

/// Batch normalization: y = gamma * (x - mean) / sqrt(variance + epsilon) + beta, for each channel.
///
/// Training takes mean and variance over the batch's samples, rows and columns, and moves the moving statistics towards
/// them; inference takes the moving statistics. Keras' defaults: momentum 0.99, epsilon 1e-3. TensorFlow's fused kernel
/// moves towards the unbiased variance, m / (m - 1) times the population's over m values, and so does this.
///
/// oneDNN sums a channel's values one after the other in single precision, which over 86,528 of them is off by 1e-4:
/// ReLU and pooling turn that into 5 % of a gradient. Here sums are taken sample by sample and added up in double
/// precision.
///
/// Where a ReLU stands before it, backward goes through that too. Every path with a bias, ReLU and this has channels that
/// are above 0 everywhere; the gradient of their bias is exactly 0, and Adam would take the sign of a rounding error for
/// a direction. So the bias' gradient is added up in double precision from the same sums that the others come from.
final class BatchNormalization: Layer {
  static let momentum = 0.99
  static let epsilon = 1e-3

  let output: Tensor
  let outputGradient: Tensor?
  private let input: LayerInput
  private let layout: ck_layout
  private let gamma: Parameter
  private let beta: Parameter
  private let movingMean: Parameter
  private let movingVariance: Parameter
  /// One channel's statistics of the last training batch.
  private var statistics: [(mean: Double, inverseDeviation: Double)]
  // What the passes take and give, allocated once.
  private var scale: [Float]
  private var inputScale: [Float]
  private var shift: [Float]
  private var sums: [Float]
  private var products: [Float]
  private var activeSums: [Float]
  private var activeCounts: [Float]

  init(name: String, input: LayerInput, parameters: ParameterStore) throws(ComputeError) {
    self.input = input
    layout = try ck_layout(input.tensor)
    let channels = input.tensor.shape[1]
    let vector = { () throws(ComputeError) in try Tensor([channels], engine: input.tensor.engine) }
    gamma = try parameters.parameter("\(name).gamma", initializer: .ones, make: vector)
    beta = try parameters.parameter("\(name).beta", initializer: .zeros, make: vector)
    movingMean = try parameters.parameter("\(name).moving_mean", trainable: false, initializer: .zeros, make: vector)
    movingVariance = try parameters.parameter(
      "\(name).moving_variance", trainable: false, initializer: .ones, make: vector)
    output = try input.tensor.similar()
    outputGradient = input.training ? try output.similar() : nil
    let padded = layout.paddedChannels
    statistics = Array(repeating: (0, 0), count: channels)
    scale = Array(repeating: 0, count: padded)
    inputScale = scale
    shift = scale
    sums = Array(repeating: 0, count: input.training ? padded * Int(layout.samples) : 0)
    products = sums
    activeSums = sums
    activeCounts = sums
  }

  func forward() {
    if input.training { measureBatch() }
    for channel in statistics.indices {
      let (mean, inverseDeviation) =
        input.training
        ? statistics[channel]
        : (
          Double(movingMean.value.values[channel]),
          1 / (Double(movingVariance.value.values[channel]) + Self.epsilon).squareRoot()
        )
      let slope = Double(gamma.value.values[channel]) * inverseDeviation
      scale[channel] = Float(slope)
      shift[channel] = Float(Double(beta.value.values[channel]) - mean * slope)
    }
    withUnsafePointer(to: layout) {
      ck_channel_affine($0, input.tensor.values.baseAddress, scale, shift, output.values.baseAddress)
    }
  }

  /// With g the gradient of y, z = (x - mean) / deviation, and sums over the m values of a channel:
  /// dbeta = sum g, dgamma = sum g * z, dx = gamma / deviation * (g - dbeta / m - z * dgamma / m).
  func backward() {
    guard let inputGradient = input.gradient, let outputGradient else { return }
    withUnsafePointer(to: layout) {
      ck_channel_gradient_sums(
        $0, input.tensor.values.baseAddress, outputGradient.values.baseAddress, &sums, &products, &activeSums,
        &activeCounts)
    }
    let count = Double(layout.samples * layout.pixels)
    for channel in statistics.indices {
      let (mean, inverseDeviation) = statistics[channel]
      let gradientSum = total(of: sums, channel)
      let betaGradient = gradientSum
      let gammaGradient = (total(of: products, channel) - mean * gradientSum) * inverseDeviation
      beta.gradient?.values[channel] = Float(betaGradient)
      gamma.gradient?.values[channel] = Float(gammaGradient)
      let slope = Double(gamma.value.values[channel]) * inverseDeviation
      let inputSlope = -slope * inverseDeviation * gammaGradient / count
      scale[channel] = Float(slope)
      inputScale[channel] = Float(inputSlope)
      let offset = -slope * betaGradient / count - inputSlope * mean
      shift[channel] = Float(offset)
      // The sum of dx where ReLU let through; elsewhere x is 0, so that its sum is that of all.
      input.reluBiasGradient?.values[channel] = Float(
        slope * total(of: activeSums, channel) + inputSlope * mean * count + offset * total(of: activeCounts, channel))
    }
    withUnsafePointer(to: layout) {
      ck_channel_combine(
        $0, outputGradient.values.baseAddress, scale, input.tensor.values.baseAddress, inputScale, shift,
        input.reluBiasGradient != nil,
        inputGradient.values.baseAddress)
    }
  }

  /// Mean and variance of the batch; the variance is that of the population.
  private func measureBatch() {
    withUnsafePointer(to: layout) {
      ck_channel_moments($0, input.tensor.values.baseAddress, &sums, &products)
    }
    let count = Double(layout.samples * layout.pixels)
    let besselCorrection = count > 1 ? count / (count - 1) : 1
    for channel in statistics.indices {
      let mean = total(of: sums, channel) / count
      let variance = max(0, total(of: products, channel) / count - mean * mean)
      statistics[channel] = (mean, 1 / (variance + Self.epsilon).squareRoot())
      move(&movingMean.value.values[channel], towards: mean)
      move(&movingVariance.value.values[channel], towards: variance * besselCorrection)
    }
  }

  private func move(_ moving: inout Float, towards value: Double) {
    moving = Float(Double(moving) * Self.momentum + value * (1 - Self.momentum))
  }

  /// The sum of a channel's values over the samples, in their order.
  private func total(of sums: [Float], _ channel: Int) -> Double {
    var total = 0.0
    for place in stride(from: channel, to: sums.count, by: scale.count) { total += Double(sums[place]) }
    return total
  }
}
