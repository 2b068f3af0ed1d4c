import Glibc
import Kinds

/// A rate that falls by a factor each epoch, a little at every step.
package struct ExponentialDecay: Schedule {
  package static let kind = "exponential"
  /// The rate at first.
  package var learningRate = 1e-3
  /// What an epoch multiplies the rate by.
  package var factor = 0.9
  package var warmupEpochs = 0.0

  /// A tenth less each epoch.
  package init() {}

  package func rate(afterWarmup step: Int, of length: TrainingLength) -> Double {
    learningRate * pow(factor, length.epochs(before: step))
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case factor
    case learningRate = "learning_rate"
    case warmupEpochs = "warmup_epochs"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    learningRate = try fields.number(.learningRate, default: learningRate, in: .positive)
    factor = try fields.number(.factor, default: factor, in: .positive)
    warmupEpochs = try fields.number(.warmupEpochs, default: warmupEpochs, in: .warmup)
  }
}
