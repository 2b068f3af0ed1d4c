import Problems

/// What stops a training.
package enum TrainingError: Problem, Equatable {
  /// The loss became NaN or infinite; `epoch` and `step` count from 1.
  case lossNotFinite(model: String, epoch: Int, step: Int)
  /// The batch size is larger than the number of samples to train on.
  case batchTooLarge(batchSize: Int, samples: Int)

  /// The checkpoint does not hold what the model needs.
  case unfitCheckpoint(model: String, reason: String)

  /// What stopped it, and where.
  package var what: String {
    switch self {
    case .lossNotFinite(let model, let epoch, let step):
      "the loss of \(model) is no longer a finite number in epoch \(epoch), step \(step)"
    case .unfitCheckpoint(let model, let reason): "cannot resume \(model) from its checkpoint: \(reason)"
    case .batchTooLarge(let batchSize, let samples):
      "a batch of \(batchSize) is larger than the \(samples) samples to train on"
    }
  }

  /// What to do about it.
  package var advice: String {
    switch self {
    case .lossNotFinite:
      "The epochs before it are kept in the checkpoint. Check the images and labels, or try another seed"
    case .unfitCheckpoint: "Start again"
    case .batchTooLarge: "Choose a smaller batch size"
    }
  }

  /// A batch size is chosen; all else comes from files.
  package var kind: ProblemKind {
    switch self {
    case .lossNotFinite, .unfitCheckpoint: .badData
    case .batchTooLarge: .usage
    }
  }

  /// A checkpoint is only read to resume from; a batch size is an option.
  package var remedy: Remedy? {
    switch self {
    case .unfitCheckpoint: .startAgain
    case .batchTooLarge: .chooseBatchSize
    case .lossNotFinite: nil
    }
  }
}
