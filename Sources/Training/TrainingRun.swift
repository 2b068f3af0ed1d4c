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

  /// Prepares a run of the original's two models on a dataset.
  public init(dataset: Dataset, configuration: RunRecord.Configuration) throws {
    self.dataset = dataset
    self.configuration = configuration
    start = Checkpoint(
      configuration: configuration,
      dataset: RunRecord.Dataset(dataset, validationSamples: dataset.split.validation.count),
      dataChecksum: dataset.checksum)
    let samples = dataset.training.images
    let shape = Shape.image(height: samples.height, width: samples.width, channels: samples.channels)
    let designs: [any NetworkDesign] = [SimpleNN(), CNN()]
    networks = try designs.map { try $0.network(input: shape, classes: dataset.classNames.count) }
  }

  /// The names of the models in the order in which they are trained.
  public var modelNames: [String] { networks.map(\.name) }

  /// Trains and evaluates; the models of the run have their weights, in Keras' order and shapes.
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
  ) throws -> SavedRun {
    let engine = try Engine(threads: configuration.threads)
    var progress = checkpoint ?? start
    var models: [SavedModel] = []
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
        name: name, parameters: network.parameterCount, recipe: RecipeRecord(configuration), history: history,
        test: ModelRecord.Evaluation(loss: test.result.loss, accuracy: test.result.accuracy))
      models.append(
        SavedModel(
          record: record,
          predictions: Predictions(probabilities: test.probabilities, classCount: network.outputCount),
          weights: try trainer.model.weights().map(NamedTensor.init)))
    }

    return SavedRun(
      generator: generator, dataset: dataset, description: start.dataset,
      environment: .current(threads: configuration.threads), models: models, featured: featured, samples: samples,
      seed: configuration.seed)
  }
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

extension RecipeRecord {
  init(_ configuration: RunRecord.Configuration) {
    self.init(epochs: configuration.epochs, batchSize: configuration.batchSize, seed: configuration.seed)
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
