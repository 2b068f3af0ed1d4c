import Datasets
import NeuralNetwork
import RunRecords

/// The main job: trains models by their recipes one after another, evaluates each, and makes the saved run.
package struct TrainingRun {
  /// The run before its first epoch, by which its checkpoints are known.
  package let start: RunStart
  private let dataset: Dataset
  private let networks: [Network]

  /// Prepares a run on a dataset.
  ///
  /// - Throws: if a batch is larger than the training set, or the images are too small for a network.
  package init(dataset: Dataset, recipes: [Recipe], threads: Int) throws {
    let samples = dataset.split.training.count
    if let largest = recipes.map(\.batchSize).max(), largest > samples {
      throw TrainingError.batchTooLarge(batchSize: largest, samples: samples)
    }
    self.dataset = dataset
    start = RunStart(
      recipes: recipes, dataset: RunRecord.Dataset(dataset, validationSamples: dataset.split.validation.count),
      dataChecksum: dataset.checksum, threads: threads)
    let images = dataset.training.images
    let shape = Shape.image(height: images.height, width: images.width, channels: images.channels)
    networks = try recipes.map { try $0.network.network(input: shape, classes: dataset.classCount) }
  }

  /// Trains and evaluates; the models of the run have their weights, in Keras' order and shapes.
  ///
  /// - Parameters:
  ///   - featured: the name of the model that figures 03 to 05 show.
  ///   - checkpoints: what an earlier run that began as ``start`` had reached, by the models' places.
  ///   - events: called after every step and epoch; what it throws stops the run.
  package func train(
    featured: String, generator: String, from checkpoints: [Int: Checkpoint] = [:],
    events: (TrainingEvent) throws -> Void
  ) throws -> SavedRun {
    let engine = try Engine(threads: start.threads)
    var models: [SavedModel] = []
    for (place, (recipe, network)) in zip(start.recipes, networks).enumerated() {
      let trainer = try Trainer(recipe, network, dataset: dataset, engine: engine)
      if let earlier = checkpoints[place] { try trainer.restore(earlier) }
      var history = checkpoints[place]?.history ?? TrainingHistory()
      try events(
        .modelStarted(
          name: recipe.name, parameters: network.parameterCount, epochs: recipe.epochs,
          epochsDone: history.epochs))
      for epoch in history.epochs..<max(recipe.epochs, history.epochs) {
        let measures = try trainer.trainEpoch(epoch, events: events)
        history.append(measures)
        let model = trainer.model
        try events(
          .epochFinished(
            FinishedEpoch(
              place: place, name: recipe.name, epoch: epoch + 1, epochs: recipe.epochs, measures: measures,
              history: history, step: model.step, state: { try model.state().map(NamedTensor.init) })))
      }
      let (test, probabilities, weights) = try trainer.finish()
      try events(.modelEvaluated(name: recipe.name, test: test))
      models.append(
        SavedModel(
          record: ModelRecord(
            name: recipe.name, parameters: network.parameterCount, recipe: try RecipeRecord(recipe),
            history: history, test: ModelRecord.Evaluation(loss: test.loss, accuracy: test.accuracy)),
          predictions: Predictions(probabilities: probabilities, classCount: network.outputCount),
          weights: weights.map(NamedTensor.init)))
    }
    return SavedRun(
      record: RunRecord(
        generator: generator, dataset: start.dataset, environment: .current(threads: start.threads),
        featuredModel: featured),
      labels: dataset.test.labels.map(Int.init), models: models)
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
