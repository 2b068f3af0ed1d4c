import Glibc
import Kinds

/// A rate that is multiplied by a factor every few epochs.
package struct StepDecay: Schedule {
  package static let kind = "step"
  /// The rate at first.
  package var learningRate = 1e-3
  /// What the rate is multiplied by.
  package var factor = 0.1
  /// After how many epochs, each time.
  package var everyEpochs = 10
  package var warmupEpochs = 0.0

  /// A tenth of the rate every ten epochs.
  package init() {}

  package func rate(afterWarmup step: Int, of length: TrainingLength) -> Double {
    learningRate * pow(factor, (length.epochs(before: step) / Double(everyEpochs)).rounded(.down))
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case factor
    case learningRate = "learning_rate"
    case everyEpochs = "every_epochs"
    case warmupEpochs = "warmup_epochs"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    learningRate = try fields.number(.learningRate, default: learningRate, in: .positive)
    factor = try fields.number(.factor, default: factor, in: .positive)
    everyEpochs = try fields.number(.everyEpochs, default: everyEpochs, in: .atLeast(1))
    warmupEpochs = try fields.number(.warmupEpochs, default: warmupEpochs, in: .warmup)
  }
}
