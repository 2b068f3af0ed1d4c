import CKernels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Adam (Kingma and Ba, 2015) in Keras' form, with its defaults:
///
///     m += (g - m) * (1 - beta1)
///     v += (g * g - v) * (1 - beta2)
///     w -= m * rate * sqrt(1 - beta2^t) / (1 - beta1^t) / (sqrt(v) + epsilon)
public struct Adam: Sendable, Equatable {
  /// The step's size.
  public var learningRate = 1e-3
  /// How slowly the mean of gradients moves.
  public var beta1 = 0.9
  /// How slowly the mean of squared gradients moves.
  public var beta2 = 0.999
  /// Added to the root, against division by zero.
  public var epsilon = 1e-7

  /// Adam with Keras' defaults.
  public init() {}

  /// The moments of one parameter.
  final class Moments {
    let parameter: Parameter
    let gradient: Tensor
    let first: Tensor
    let second: Tensor

    /// Nil for a parameter that is not trained.
    init?(_ parameter: Parameter) throws(ComputeError) {
      guard let gradient = parameter.gradient else { return nil }
      self.parameter = parameter
      self.gradient = gradient
      first = try parameter.value.similar()
      second = try parameter.value.similar()
    }
  }

  /// Updates a parameter and its moments; `step` counts from 1.
  func update(_ moments: Moments, step: Int) {
    let rate = Float(learningRate * (1 - pow(beta2, Double(step))).squareRoot() / (1 - pow(beta1, Double(step))))
    ck_adam(
      Int64(moments.gradient.values.count), rate, Float(1 - beta1), Float(1 - beta2), Float(epsilon),
      moments.gradient.values.baseAddress, moments.parameter.value.values.baseAddress,
      moments.first.values.baseAddress, moments.second.values.baseAddress)
  }
}
