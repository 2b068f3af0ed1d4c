/// What stops a training.
public enum TrainingError: Error, Equatable, CustomStringConvertible {
  /// The loss became NaN or infinite; `epoch` and `step` count from 1.
  case lossNotFinite(model: String, epoch: Int, step: Int)
  /// The batch size is larger than the number of samples to train on.
  case batchTooLarge(batchSize: Int, samples: Int)

  /// The checkpoint does not hold what the model needs.
  case unfitCheckpoint(model: String, reason: String)

  /// A sentence for a person to read.
  public var description: String {
    switch self {
    case .lossNotFinite(let model, let epoch, let step):
      """
      the loss of \(model) is no longer a finite number in epoch \(epoch), step \(step).
      The epochs before it are kept in the checkpoint. Check the images and labels, or try another seed.
      """
    case .unfitCheckpoint(let model, let reason):
      """
      the checkpoint of \(model) cannot be gone on from: \(reason).
      Leave --resume out to start again.
      """
    case .batchTooLarge(let batchSize, let samples):
      "a batch of \(batchSize) is larger than the \(samples) samples to train on"
    }
  }
}
