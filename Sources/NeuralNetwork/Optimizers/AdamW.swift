import CKernels
import Glibc
import Kinds

/// Adam with decoupled weight decay (Loshchilov and Hutter, 2019), in PyTorch's form and with its defaults:
///
///     w -= rate * decay * w
///     m += (g - m) * (1 - beta1)
///     v += (g * g - v) * (1 - beta2)
///     w -= rate * m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon)
package struct AdamW: Optimizer {
  package static let kind = "adamw"
  /// How slowly the mean of gradients moves.
  package var beta1 = 0.9
  /// How slowly the mean of squared gradients moves.
  package var beta2 = 0.999
  /// Added to the root, against division by zero.
  package var epsilon = 1e-8
  /// The share of a weight, times the rate, that each step takes away.
  package var weightDecay = 0.01

  /// AdamW with PyTorch's defaults.
  package init() {}

  package let slots = ["adamw.m", "adamw.v"]

  package func update(_ parameter: ParameterUpdate, rate: Double, step: Int) {
    let correction = (1 - pow(beta2, Double(step))).squareRoot()
    let corrected = rate * correction / (1 - pow(beta1, Double(step)))
    ck_adam(
      Int64(parameter.values.count), Float(corrected), Float(1 - beta1), Float(1 - beta2),
      Float(epsilon * correction), Float(parameter.decays ? 1 - rate * weightDecay : 1),
      parameter.gradient.baseAddress, parameter.values.baseAddress, parameter.slots[0].baseAddress,
      parameter.slots[1].baseAddress)
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case beta1, beta2, epsilon
    case weightDecay = "weight_decay"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    beta1 = try fields.number(.beta1, default: beta1, in: .from(0, below: 1))
    beta2 = try fields.number(.beta2, default: beta2, in: .from(0, below: 1))
    epsilon = try fields.number(.epsilon, default: epsilon, in: .positive)
    weightDecay = try fields.number(.weightDecay, default: weightDecay, in: .from(0, to: 1))
  }
}
