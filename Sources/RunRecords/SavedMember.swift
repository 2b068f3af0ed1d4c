/// The arrays of one of the trainings that a model stands for; what `run.json` says of it is a ``ModelRecord/Member``.
package struct SavedMember: Sendable, Equatable {
  /// What this training's model answered for every test sample; nil if not known.
  package var predictions: Predictions?
  /// Its weights, to be written with the run; nil after reading, as ``SavedModel/weights`` are.
  package var weights: [NamedTensor]?

  /// Takes what there is.
  package init(predictions: Predictions? = nil, weights: [NamedTensor]? = nil) {
    self.predictions = predictions
    self.weights = weights
  }
}
