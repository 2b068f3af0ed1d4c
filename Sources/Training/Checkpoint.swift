import RunRecords

/// How far a run has come: what each model has learnt so far, from which training goes on exactly.
public struct Checkpoint: Sendable, Equatable {
  /// What was asked for. Going on needs the same.
  public var configuration: RunRecord.Configuration
  /// The data that is trained on. Going on needs the same.
  public var dataset: RunRecord.Dataset
  /// ``Datasets/Dataset/checksum`` of that data. Going on needs the same.
  public var dataChecksum: UInt32
  /// The models that have finished an epoch at least.
  public var models: [Model] = []

  /// One model after its last whole epoch.
  public struct Model: Sendable, Equatable {
    /// The model's name.
    public var name: String
    /// Training steps taken.
    public var step: Int
    /// The epochs so far.
    public var history: TrainingHistory
    /// Parameters and the optimizer's moments.
    public var state: [NamedTensor]
  }

  /// Nothing done yet.
  public init(configuration: RunRecord.Configuration, dataset: RunRecord.Dataset, dataChecksum: UInt32) {
    self.configuration = configuration
    self.dataset = dataset
    self.dataChecksum = dataChecksum
  }

  mutating func set(_ model: Model) {
    if let place = models.firstIndex(where: { $0.name == model.name }) {
      models[place] = model
    } else {
      models.append(model)
    }
  }
}
