import Datasets
import NeuralNetwork
import RunRecords

/// The main job: trains models by their recipes one after another, evaluates each, and makes the saved run.
package struct TrainingRun {
  /// The run before its first epoch, by which its checkpoints are known.
  package let start: RunStart
  private let dataset: Dataset
  private let networks: [Network]
  private let evaluationSet: EvaluationSet

  /// Prepares a run on a dataset.
  ///
  /// - Throws: if a batch is larger than the training set, no sample is held out to evaluate on, or the images are too small
  ///   for a network.
  package init(
    dataset: Dataset, recipes: [Recipe], threads: Int, evaluatingOn evaluationSet: EvaluationSet = .test
  ) throws {
    let splits = recipes.map { ValidationSplit(count: dataset.training.count, share: $0.validationSplit) }
    for (recipe, split) in zip(recipes, splits) {
      if recipe.batchSize > split.training.count {
        throw TrainingError.batchTooLarge(batchSize: recipe.batchSize, samples: split.training.count)
      }
      if evaluationSet == .validation && split.validation.isEmpty {
        throw RecipeError.unfit(
          model: recipe.name, field: "validation_split", problem: "it holds out no sample to evaluate the model on")
      }
    }
    let held = Set(splits.map(\.validation.count))
    self.dataset = dataset
    self.evaluationSet = evaluationSet
    start = RunStart(
      recipes: recipes, dataset: RunRecord.Dataset(dataset, validationSamples: held.count == 1 ? held.first : nil),
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
      let (result, probabilities, weights) = try trainer.finish(on: evaluationSet)
      try events(.modelEvaluated(name: recipe.name, set: evaluationSet, result: result))
      let evaluation = ModelRecord.Evaluation(loss: result.loss, accuracy: result.accuracy)
      var model = SavedModel(
        record: ModelRecord(
          name: recipe.name, parameters: network.parameterCount, recipe: try RecipeRecord(recipe), history: history),
        weights: weights.map(NamedTensor.init))
      switch evaluationSet {
      case .test:
        model.record.test = evaluation
        model.predictions = Predictions(probabilities: probabilities, classCount: network.outputCount)
      case .validation: model.record.validation = evaluation
      }
      models.append(model)
    }
    return SavedRun(
      record: RunRecord(
        generator: generator, dataset: start.dataset, environment: .current(threads: start.threads),
        featuredModel: featured),
      labels: evaluationSet == .test ? dataset.test.labels.map(Int.init) : nil, models: models)
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
