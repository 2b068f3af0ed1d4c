import NeuralNetwork

/// What happens while a run trains. Progress bars, logs and records listen.
public enum TrainingEvent: Sendable {
  /// A model starts, or goes on after `epochsDone` epochs of an earlier run.
  case modelStarted(name: String, parameters: Int, epochs: Int, epochsDone: Int)
  /// A step was taken; `soFar` is over the epoch's samples up to here.
  case stepTaken(name: String, epoch: Int, step: Int, steps: Int, soFar: BatchResult)
  /// An epoch with its validation is over; `epoch` counts from 1.
  case epochFinished(name: String, epoch: Int, epochs: Int, measures: EpochMeasures)
  /// The model was evaluated on the test samples.
  case modelEvaluated(name: String, test: BatchResult)
}

/// What was measured in one epoch.
public struct EpochMeasures: Sendable, Equatable {
  /// Mean loss over the training samples, each before its step's update.
  public var loss: Double
  /// Share of training samples classified rightly, 0 to 1.
  public var accuracy: Double
  /// Mean loss over the validation samples; nil without any.
  public var validationLoss: Double?
  /// Share of validation samples classified rightly; nil without any.
  public var validationAccuracy: Double?
  /// How long the epoch took, validation included.
  public var seconds: Double
}
