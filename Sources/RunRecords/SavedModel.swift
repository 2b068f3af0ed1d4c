import FileFormats

/// A model of a saved run: its record, and the arrays in its folder.
public struct SavedModel: Sendable, Equatable {
  /// What `run.json` says of the model.
  public var record: ModelRecord
  /// `predictions.npy`: what the model answered for every test sample; nil if not known.
  public var predictions: Predictions?
  /// `weights.safetensors`, to be written with the run; nil after reading, for no figure needs them, see
  /// ``SavedRun/readWeights(of:from:)``.
  public var weights: [NamedTensor]?
  /// Further arrays, `<name>.npy`, by name: what figures beyond the five are drawn from.
  public var extras: [String: NPYArray]

  /// Creates a model of a run.
  public init(
    record: ModelRecord, predictions: Predictions? = nil, weights: [NamedTensor]? = nil,
    extras: [String: NPYArray] = [:]
  ) {
    self.record = record
    self.predictions = predictions
    self.weights = weights
    self.extras = extras
  }
}
