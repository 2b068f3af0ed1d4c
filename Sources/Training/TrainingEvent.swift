import NeuralNetwork
import RunRecords

/// What happens while a run trains. The progress bar, the checkpoint and logs all listen to these events.
package enum TrainingEvent {
  /// The model at a place among the run's recipes starts, or resumes after `epochsDone` epochs of an earlier run.
  case modelStarted(name: String, place: Int, parameters: Int, epochs: Int, epochsDone: Int)
  /// A step was taken; `soFar` is over the epoch's samples up to here.
  case stepTaken(name: String, epoch: Int, step: Int, steps: Int, soFar: BatchResult)
  /// An epoch with its validation is over.
  case epochFinished(FinishedEpoch)
  /// The model was evaluated after its last epoch.
  case modelEvaluated(name: String, set: EvaluationSet, ModelRecord.Evaluation)
  /// A number of networks was evaluated together, after the last of them.
  case ensembleEvaluated(name: String, networks: Int, set: EvaluationSet, ModelRecord.Evaluation)
}

/// A model at the end of an epoch.
package struct FinishedEpoch {
  /// The model's place among the run's recipes.
  package let place: Int
  /// The model's name.
  package let name: String
  /// The epoch, counted from 1.
  package let epoch: Int
  /// The number of epochs asked for.
  package let epochs: Int
  /// What was measured in this epoch.
  package let measures: EpochMeasures
  /// All epochs so far.
  package let history: TrainingHistory
  /// Training steps taken.
  package let step: Int
  /// The parameters and the optimizer's slots, from which the training can be resumed; read only if asked for.
  package let state: () throws -> [NamedTensor]
}

/// What was measured in one epoch.
package struct EpochMeasures: Sendable, Equatable {
  /// Mean loss over the training samples, each before its step's update.
  package var loss: Double
  /// Share of training samples classified correctly, 0 to 1.
  package var accuracy: Double
  /// Mean loss over the validation samples; nil without any.
  package var validationLoss: Double?
  /// Share of validation samples classified correctly; nil without any.
  package var validationAccuracy: Double?
  /// How long the epoch took, validation included.
  package var seconds: Double
}

extension TrainingHistory {
  /// Adds an epoch.
  mutating func append(_ measures: EpochMeasures) {
    let position = Double(epochs + 1)
    let logged: [(String, Double?)] = [
      ("loss", measures.loss), ("accuracy", measures.accuracy), ("val_loss", measures.validationLoss),
      ("val_accuracy", measures.validationAccuracy), ("seconds", measures.seconds),
    ]
    for case (let name, let value?) in logged {
      var series = self[name] ?? Series(perEpoch: [])
      series.append(value, at: position)
      self[name] = series
    }
  }
}
