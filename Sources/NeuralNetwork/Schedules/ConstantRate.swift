import Kinds

/// The same learning rate throughout.
package struct ConstantRate: Schedule {
  package static let kind = "constant"
  /// The rate.
  package var learningRate = 1e-3
  package var warmupEpochs = 0.0

  /// Keras' default for Adam, 0.001.
  package init() {}

  package func rate(afterWarmup step: Int, of length: TrainingLength) -> Double { learningRate }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case learningRate = "learning_rate"
    case warmupEpochs = "warmup_epochs"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    learningRate = try fields.number(.learningRate, default: learningRate, in: .positive)
    warmupEpochs = try fields.number(.warmupEpochs, default: warmupEpochs, in: .warmup)
  }
}
