import CKernels
import Glibc
import Kinds

/// Adam (Kingma and Ba, 2015) in Keras' form, with its defaults:
///
///     m += (g - m) * (1 - beta1)
///     v += (g * g - v) * (1 - beta2)
///     w -= m * rate * sqrt(1 - beta2^t) / (1 - beta1^t) / (sqrt(v) + epsilon)
package struct Adam: Optimizer {
  package static let kind = "adam"
  /// How slowly the mean of gradients moves.
  package var beta1 = 0.9
  /// How slowly the mean of squared gradients moves.
  package var beta2 = 0.999
  /// Added to the root, against division by zero.
  package var epsilon = 1e-7

  /// Adam with Keras' defaults.
  package init() {}

  package let slots = ["adam.m", "adam.v"]

  package func update(_ parameter: ParameterUpdate, rate: Double, step: Int) {
    let corrected = rate * (1 - pow(beta2, Double(step))).squareRoot() / (1 - pow(beta1, Double(step)))
    ck_adam(
      Int64(parameter.values.count), Float(corrected), Float(1 - beta1), Float(1 - beta2), Float(epsilon), 1,
      parameter.gradient.baseAddress, parameter.values.baseAddress, parameter.slots[0].baseAddress,
      parameter.slots[1].baseAddress)
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case beta1, beta2, epsilon }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    beta1 = try fields.number(.beta1, default: beta1, in: .from(0, below: 1))
    beta2 = try fields.number(.beta2, default: beta2, in: .from(0, below: 1))
    epsilon = try fields.number(.epsilon, default: epsilon, in: .positive)
  }
}
