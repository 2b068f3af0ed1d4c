/// Batch normalization: y = gamma * (x - mean) / sqrt(variance + epsilon) + beta, for each channel.
///
/// Training takes mean and variance over the batch's samples, rows and columns, and moves the moving statistics towards
/// them; inference takes the moving statistics.
struct BatchNormalization: Layer {
  static let kind = "norm"

  /// The share of the moving statistics that a step keeps.
  var momentum = 0.99
  /// Added to the variance, against division by zero.
  var epsilon = 1e-3

  func output(of inputs: [Shape]) throws(LayerError) -> Shape { try inputs.single(for: "batch normalization") }

  func parameters(for inputs: [Shape]) -> [ParameterSpec] {
    let channels = inputs[0].channels
    return [
      .vector("gamma", channels, .ones), .vector("beta", channels, .zeros),
      .vector("moving_mean", channels, .zeros, isTrained: false),
      .vector("moving_variance", channels, .ones, isTrained: false),
    ]
  }

  func compile(_ site: Site) throws(ComputeError) -> any Operator {
    try NormalizationOperator(self, at: site)
  }
}
