import RunRecords

/// One model after its last whole epoch, from which its training is resumed exactly.
package struct Checkpoint: Sendable, Equatable {
  /// Training steps taken.
  package var step: Int
  /// The epochs so far.
  package var history: TrainingHistory
  /// Parameters and the optimizer's slots.
  package var state: [NamedTensor]
}

/// What a run is before its first epoch. A checkpoint holds it, and only the same run can be resumed from it.
package struct RunStart: Sendable, Equatable {
  /// The models in the order in which they are trained and shown.
  package var recipes: [Recipe]
  /// The data that is trained on.
  package var dataset: RunRecord.Dataset
  /// ``Datasets/Dataset/checksum`` of that data.
  package var dataChecksum: UInt32
  /// The number of threads that compute, on which roundings depend.
  package var threads: Int
}
