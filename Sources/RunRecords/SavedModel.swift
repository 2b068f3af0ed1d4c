import FileFormats

/// A model of a saved run: its record, and the arrays in its folder.
package struct SavedModel: Sendable, Equatable {
  /// What `run.json` says of the model.
  package var record: ModelRecord
  /// `predictions.npy`: what the model answered for every test sample; nil if not known.
  package var predictions: Predictions?
  /// `weights.safetensors`, to be written with the run; nil after reading, for no figure needs them, see
  /// ``SavedRun/readWeights(of:member:from:)``.
  package var weights: [NamedTensor]?
  /// Further arrays, `<name>.npy`, by name: what figures beyond the five are drawn from.
  package var extras: [String: NPYArray]
  /// The arrays of the trainings that the model stands for, in the order of the record's members.
  package var members: [SavedMember]

  /// Creates a model of a run.
  package init(
    record: ModelRecord, predictions: Predictions? = nil, weights: [NamedTensor]? = nil,
    extras: [String: NPYArray] = [:], members: [SavedMember] = []
  ) {
    self.record = record
    self.predictions = predictions
    self.weights = weights
    self.extras = extras
    self.members = members
  }
}
