import Glibc
import Kinds

/// A rate that falls along half a cosine from the first step to the end of the training (Loshchilov and Hutter, 2017).
package struct CosineDecay: Schedule {
  package static let kind = "cosine"
  /// The rate at first.
  package var learningRate = 1e-3
  /// The rate that the end would have.
  package var finalLearningRate = 0.0
  package var warmupEpochs = 0.0

  /// From 0.001 to 0.
  package init() {}

  package func rate(afterWarmup step: Int, of length: TrainingLength) -> Double {
    let share = Double(step) / Double(max(length.steps, 1))
    return finalLearningRate + (learningRate - finalLearningRate) * (1 + cos(.pi * share)) / 2
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case learningRate = "learning_rate"
    case finalLearningRate = "final_learning_rate"
    case warmupEpochs = "warmup_epochs"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    learningRate = try fields.number(.learningRate, default: learningRate, in: .positive)
    finalLearningRate = try fields.number(.finalLearningRate, default: finalLearningRate, in: .atLeast(0))
    warmupEpochs = try fields.number(.warmupEpochs, default: warmupEpochs, in: .warmup)
  }
}
