import CDNN

/// Batch normalization: y = gamma * (x - mean) / sqrt(variance + epsilon) + beta, for each channel.
///
/// Training takes mean and variance over the batch's samples, rows and columns, and moves the moving statistics towards
/// them; inference takes the moving statistics. Keras' defaults: momentum 0.99, epsilon 1e-3. TensorFlow's fused kernel
/// moves towards the unbiased variance, m / (m - 1) times the population's over m values, and so does this.
final class BatchNormalization: Layer {
  static let momentum: Float = 0.99
  static let epsilon: Float = 1e-3

  let output: Tensor
  let outputGradient: Tensor?
  private let forwardOperation: Operation
  private let backwardOperation: Operation?
  private let batchStatistics: Statistics?
  private let movingStatistics: Statistics
  /// m / (m - 1).
  private let besselCorrection: Float

  private struct Statistics {
    let mean: Tensor
    let variance: Tensor
  }

  init(name: String, input: LayerInput, parameters: ParameterStore) throws(ComputeError) {
    let engine = input.tensor.engine
    let shape = input.tensor.shape
    let channels = shape[1]
    let vector = { () throws(ComputeError) in try Tensor([channels], engine: engine) }
    let gamma = try parameters.parameter("\(name).gamma", initializer: .ones, make: vector)
    let beta = try parameters.parameter("\(name).beta", initializer: .zeros, make: vector)
    let moving = Statistics(
      mean: try parameters.parameter("\(name).moving_mean", trainable: false, initializer: .zeros, make: vector).value,
      variance: try parameters.parameter(
        "\(name).moving_variance", trainable: false, initializer: .ones, make: vector
      ).value)
    let batch = input.training ? Statistics(mean: try vector(), variance: try vector()) : nil

    var forward = try Operation.batchNormalizationForward(
      training: input.training, epsilon: Self.epsilon, data: input.tensor.layout, engine: engine)
    output = try input.tensor.similar()
    try forward.bind(cdnn_source, input.tensor)
    try forward.bind(cdnn_scale, gamma.value)
    try forward.bind(cdnn_shift, beta.value)
    try forward.bind(cdnn_mean, (batch ?? moving).mean)
    try forward.bind(cdnn_variance, (batch ?? moving).variance)
    try forward.bind(cdnn_destination, output)

    if let batch, let inputGradient = input.gradient, let gammaGradient = gamma.gradient,
      let betaGradient = beta.gradient
    {
      let gradient = try output.similar()
      var backward = try Operation.batchNormalizationBackward(
        forward: forward, epsilon: Self.epsilon, data: input.tensor.layout, gradient: gradient.layout)
      try backward.bind(cdnn_source, input.tensor)
      try backward.bind(cdnn_mean, batch.mean)
      try backward.bind(cdnn_variance, batch.variance)
      try backward.bind(cdnn_scale, gamma.value)
      try backward.bind(cdnn_shift, beta.value)
      try backward.bind(cdnn_destination_gradient, gradient)
      try backward.bind(cdnn_source_gradient, inputGradient)
      try backward.bind(cdnn_scale_gradient, gammaGradient)
      try backward.bind(cdnn_shift_gradient, betaGradient)
      outputGradient = gradient
      backwardOperation = consume backward
    } else {
      outputGradient = nil
      backwardOperation = nil
    }
    let count = Float(shape[0] * shape[2] * shape[3])
    besselCorrection = count > 1 ? count / (count - 1) : 1
    batchStatistics = batch
    movingStatistics = moving
    forwardOperation = forward
  }

  func forward() throws(ComputeError) {
    try forwardOperation.run()
    guard let batchStatistics else { return }
    Self.move(movingStatistics.mean, towards: batchStatistics.mean, scale: 1)
    Self.move(movingStatistics.variance, towards: batchStatistics.variance, scale: besselCorrection)
  }

  func backward() throws(ComputeError) {
    if backwardOperation != nil { try backwardOperation?.run() }
  }

  /// moving = momentum * moving + (1 - momentum) * scale * batch
  private static func move(_ moving: Tensor, towards batch: Tensor, scale: Float) {
    for channel in moving.values.indices {
      moving.values[channel] += (scale * batch.values[channel] - moving.values[channel]) * (1 - momentum)
    }
  }
}
