import Datasets
import NeuralNetwork
import RunAssembly
import RunRecords

/// The main job: trains the models one after another, evaluates each, and makes the saved run.
public struct TrainingRun {
  private let dataset: Dataset
  private let configuration: RunRecord.Configuration
  private let networks: [Network]
  /// The run before its first epoch, by which a checkpoint is known to be one of it.
  public let start: Checkpoint

  /// A finished run with its models' weights by folder, in Keras' order and shapes.
  public struct Outcome: Sendable {
    /// What the figures and the report are drawn from.
    public var run: SavedRun
    /// All parameters of each model by its folder.
    public var weights: [String: [NamedTensor]]
  }

  /// Prepares a run of the original's two models on a dataset.
  public init(dataset: Dataset, configuration: RunRecord.Configuration) throws {
    self.dataset = dataset
    self.configuration = configuration
    start = Checkpoint(
      configuration: configuration,
      dataset: RunRecord.Dataset(dataset, validationSamples: dataset.split.validation.count),
      dataChecksum: dataset.checksum)
    let images = Shape.image(height: dataset.training.height, width: dataset.training.width, channels: 1)
    let designs: [any NetworkDesign] = [SimpleNN(), CNN()]
    networks = try designs.map { try $0.network(input: images, classes: dataset.classNames.count) }
  }

  /// The names of the models in the order in which they are trained.
  public var modelNames: [String] { networks.map(\.name) }

  /// Trains and evaluates.
  ///
  /// - Parameters:
  ///   - featured: the name of the model that figures 03 to 05 show.
  ///   - samples: how figure 01's images are chosen.
  ///   - checkpoint: what an earlier run had reached that began as ``start``.
  ///   - save: keeps a checkpoint after each epoch.
  ///   - events: hears of every step and epoch; what it throws stops the run.
  public func train(
    featured: String, samples: FigureSelection.SampleChoice, generator: String, from checkpoint: Checkpoint? = nil,
    save: (Checkpoint) throws -> Void, events: (TrainingEvent) throws -> Void
  ) throws -> Outcome {
    let engine = try Engine(threads: configuration.threads)
    var progress = checkpoint ?? start
    var models: [SavedRun.Model] = []
    var weights: [String: [NamedTensor]] = [:]
    for (index, network) in networks.enumerated() {
      let trainer = try Trainer(
        network, index: index, dataset: dataset, configuration: configuration, engine: engine)
      let name = network.name
      let earlier = progress.models.first { $0.name == name }
      var history = earlier?.history ?? TrainingHistory()
      if let earlier { try trainer.restore(earlier) }
      try events(
        .modelStarted(
          name: name, parameters: network.parameterCount, epochs: configuration.epochs,
          epochsDone: history.epochs))
      for epoch in history.epochs..<max(configuration.epochs, history.epochs) {
        let measures = try trainer.trainEpoch(epoch, events: events)
        history.append(measures)
        progress.set(
          Checkpoint.Model(
            name: name, step: trainer.model.step, history: history,
            state: try trainer.model.state().map(NamedTensor.init)))
        try save(progress)
        try events(
          .epochFinished(name: name, epoch: epoch + 1, epochs: configuration.epochs, measures: measures))
      }
      let test = try trainer.evaluateOnTest()
      try events(.modelEvaluated(name: name, test: test.result))
      let record = ModelRecord(
        name: name, parameters: network.parameterCount, history: history,
        test: ModelRecord.Evaluation(loss: test.result.loss, accuracy: test.result.accuracy))
      models.append(
        SavedRun.Model(
          record: record,
          predictions: Predictions(probabilities: test.probabilities, classCount: network.outputCount)))
      weights[record.folder] = try trainer.model.weights().map(NamedTensor.init)
    }

    let run = SavedRun(
      generator: generator, dataset: dataset, description: start.dataset, configuration: configuration,
      environment: .current, models: models, featured: featured, samples: samples, seed: configuration.seed)
    return Outcome(run: run, weights: weights)
  }
}

extension TrainingHistory {
  /// Adds an epoch.
  mutating func append(_ measures: EpochMeasures) {
    loss.append(measures.loss)
    accuracy.append(measures.accuracy)
    if let value = measures.validationLoss { validationLoss.append(value) }
    if let value = measures.validationAccuracy { validationAccuracy.append(value) }
    seconds.append(measures.seconds)
  }
}

extension NamedTensor {
  init(_ weights: Model.Weights) {
    self.init(name: weights.name, shape: weights.shape, values: weights.values)
  }
}

extension Model.Weights {
  init(_ tensor: NamedTensor) {
    self.init(name: tensor.name, shape: tensor.shape, values: tensor.values)
  }
}
