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
  private let hasEnsemble: Bool

  /// Prepares a run on a dataset.
  ///
  /// - Parameter ensemble: whether one more model is to answer for all that are trained: with the mean of their probabilities.
  /// - Throws: if two models have one name, a batch is larger than the training set, no sample is held out to evaluate on, or
  ///   the images are too small for a network.
  package init(
    dataset: Dataset, recipes: [Recipe], threads: Int, evaluatingOn evaluationSet: EvaluationSet = .test,
    ensemble: Bool = false
  ) throws {
    if ensemble && recipes.count < 2 { throw RecipeError.lonelyEnsemble }
    try Self.checkNames(of: recipes, ensemble: ensemble)
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
    if ensemble && evaluationSet == .validation && held.count > 1 {
      throw RecipeError.unfit(
        model: SavedModel.ensembleName, field: "validation_split",
        problem: "the models hold out different samples, and must be evaluated on the same")
    }
    self.dataset = dataset
    self.evaluationSet = evaluationSet
    hasEnsemble = ensemble
    start = RunStart(
      recipes: recipes,
      dataset: RunRecord.Dataset(dataset, validationSamples: held.count == 1 ? held.first : nil),
      dataChecksum: dataset.checksum, threads: threads)
    let images = dataset.training.images
    let shape = Shape.image(height: images.height, width: images.width, channels: images.channels)
    networks = try recipes.map { try $0.network.network(input: shape, classes: dataset.classCount) }
  }

  /// The names of the run's models in the order in which they are shown.
  package var modelNames: [String] { start.recipes.modelNames + (hasEnsemble ? [SavedModel.ensembleName] : []) }

  private static func checkNames(of recipes: [Recipe], ensemble: Bool) throws(RecipeError) {
    let models = recipes.filter { $0.group == nil }.map(\.name) + Set(recipes.compactMap(\.group))
    var (names, trainings) = (Set(ensemble ? [SavedModel.ensembleName] : []), Set<String>())
    for name in models where !names.insert(name).inserted { throw .modelTwice(name) }
    for recipe in recipes where !trainings.insert(recipe.name).inserted { throw .modelTwice(recipe.name) }
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
    var trained: [SavedModel] = []
    for place in start.recipes.indices {
      trained.append(try train(place, from: checkpoints[place], engine: engine, events: events))
    }
    var models = start.recipes.models(of: trained)
    if hasEnsemble, var ensemble = SavedModel(ensembleOf: models), let answers = ensemble.predictions {
      let labels =
        switch evaluationSet {
        case .test: dataset.test.labels[...]
        // All recipes hold out the same samples.
        case .validation: dataset.training.labels[(dataset.training.count - answers.count)...]
        }
      let evaluation = ModelRecord.Evaluation(of: answers, labels: labels)
      ensemble.record[evaluationSet] = evaluation
      try events(
        .ensembleEvaluated(
          name: ensemble.record.name, networks: start.recipes.count, set: evaluationSet, evaluation))
      models.append(ensemble)
    }
    if evaluationSet == .validation { for place in models.indices { models[place].removePredictions() } }
    var described = start.dataset
    described.checksum = start.dataChecksum
    return SavedRun(
      record: RunRecord(
        generator: generator, dataset: described, environment: .current(threads: start.threads),
        featuredModel: featured),
      labels: evaluationSet == .test ? dataset.test.labels.map(Int.init) : nil, models: models)
  }

  /// Trains the model of one recipe and evaluates it; its predictions are those on the samples that it is evaluated on.
  private func train(
    _ place: Int, from earlier: Checkpoint?, engine: Engine, events: (TrainingEvent) throws -> Void
  ) throws -> SavedModel {
    let (recipe, network) = (start.recipes[place], networks[place])
    let trainer = try Trainer(recipe, network, dataset: dataset, engine: engine)
    if let earlier { try trainer.restore(earlier) }
    var history = earlier?.history ?? TrainingHistory()
    try events(
      .modelStarted(
        name: recipe.name, place: place, parameters: network.parameterCount, epochs: recipe.epochs,
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
    let (evaluation, predictions, weights) = try trainer.finish(on: evaluationSet)
    try events(.modelEvaluated(name: recipe.name, set: evaluationSet, evaluation))
    var record = ModelRecord(
      name: recipe.name, parameters: network.parameterCount, recipe: try RecipeRecord(recipe), history: history)
    record[evaluationSet] = evaluation
    return SavedModel(record: record, predictions: predictions, weights: weights.map(NamedTensor.init))
  }
}

extension [Recipe] {
  /// The run's models from what was trained by each recipe: the trainings of a group are one model.
  fileprivate func models(of trained: [SavedModel]) -> [SavedModel] {
    modelNames.map { name in
      let trainings = indices.filter { self[$0].modelName == name }
      if trainings.count == 1, self[trainings[0]].group == nil { return trained[trainings[0]] }
      return SavedModel(name: name, meanOf: trainings.map { ("seed \(self[$0].seed)", trained[$0]) })
    }
  }
}

extension ModelRecord {
  /// How the model did on the samples of a set.
  fileprivate subscript(set: EvaluationSet) -> Evaluation? {
    get {
      switch set {
      case .test: test
      case .validation: validation
      }
    }
    set {
      switch set {
      case .test: test = newValue
      case .validation: validation = newValue
      }
    }
  }
}

extension SavedModel {
  /// Of a run without test labels nothing is saved that was answered.
  fileprivate mutating func removePredictions() {
    predictions = nil
    for place in members.indices { members[place].predictions = nil }
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
