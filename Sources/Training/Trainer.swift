import Datasets
import Images
import NeuralNetwork
import RunRecords

/// Trains one model on a dataset by its recipe, epoch by epoch, and evaluates it.
struct Trainer {
  /// The model; training changes it.
  let model: Model
  private let recipe: Recipe
  private let dataset: Dataset
  private let split: ValidationSplit
  private let length: TrainingLength
  private let augmenter: Augmenter?

  /// How many samples are evaluated at once.
  static let evaluationBatchSize = 250

  /// Makes the model with initial weights from the recipe's seed.
  ///
  /// - Parameter network: the recipe's network for the dataset's images.
  init(_ recipe: Recipe, _ network: Network, dataset: Dataset, engine: Engine) throws {
    split = ValidationSplit(count: dataset.training.count, share: recipe.validationSplit)
    let samples = split.training.count
    let rest = samples % recipe.batchSize
    model = try Model(
      network, seed: recipe.seed, index: NetworkDesigns.place(of: recipe.network),
      trainingBatchSizes: rest == 0 ? [recipe.batchSize] : [recipe.batchSize, rest],
      inferenceBatchSize: Self.evaluationBatchSize, optimizer: recipe.optimizer, loss: recipe.loss, engine: engine)
    self.recipe = recipe
    self.dataset = dataset
    let stepsPerEpoch = samples / recipe.batchSize + (rest == 0 ? 0 : 1)
    length = TrainingLength(steps: recipe.epochs * stepsPerEpoch, stepsPerEpoch: stepsPerEpoch)
    augmenter = Augmenter(
      recipe.augmentation, of: dataset.training, samples: split.training, seed: recipe.seed,
      batchSize: recipe.batchSize)
  }

  /// Resumes from a checkpoint.
  ///
  /// - Throws: if it is not one of this model on this dataset.
  func restore(_ earlier: Checkpoint) throws {
    let epochs = earlier.history.epochs
    let (steps, overflow) = epochs.multipliedReportingOverflow(by: length.stepsPerEpoch)
    guard !overflow, earlier.step == steps else {
      throw TrainingError.unfitCheckpoint(
        model: recipe.name, reason: "\(earlier.step) steps are not those of \(epochs) epochs")
    }
    do throws(ModelStateError) {
      try model.restore(earlier.state.map(Model.Weights.init), step: earlier.step)
    } catch {
      throw TrainingError.unfitCheckpoint(model: recipe.name, reason: error.what)
    }
  }

  /// Trains epoch `epoch`, which counts from 0, then validates.
  ///
  /// The samples' order follows from the seed and the epoch alone.
  /// - Parameter events: called after every step; what it throws stops the epoch there.
  func trainEpoch(_ epoch: Int, events: (TrainingEvent) throws -> Void) throws -> EpochMeasures {
    let clock = ContinuousClock()
    let start = clock.now
    let batches = Batches(
      shuffling: split.training, size: recipe.batchSize, seed: recipe.seed, epoch: epoch)
    var training = BatchResult()
    for (step, batch) in batches.enumerated() {
      let result = try train(batch, epoch: epoch)
      guard result.lossSum.isFinite else {
        throw TrainingError.lossNotFinite(model: recipe.name, epoch: epoch + 1, step: step + 1)
      }
      training += result
      try events(
        .stepTaken(name: recipe.name, epoch: epoch + 1, step: step + 1, steps: batches.count, soFar: training))
    }
    let validation = try model.withAverages { try evaluate(dataset.training, split.validation) }
    guard validation.samples == 0 || validation.lossSum.isFinite else {
      throw TrainingError.lossNotFinite(model: recipe.name, epoch: epoch + 1, step: batches.count)
    }
    return EpochMeasures(
      loss: training.loss, accuracy: training.accuracy,
      validationLoss: validation.samples == 0 ? nil : validation.loss,
      validationAccuracy: validation.samples == 0 ? nil : validation.accuracy,
      seconds: (clock.now - start) / .seconds(1))
  }

  private func train(_ batch: ArraySlice<Int>, epoch: Int) throws -> BatchResult {
    let labels = batch.map { dataset.training.labels[$0] }
    let mixed = augmenter?.mixtures(of: batch, epoch: epoch).map { mixtures in
      MixedLabels(labels: mixtures.map { dataset.training.labels[$0.other] }, shares: mixtures.map(\.share))
    }
    let rate = recipe.schedule.rate(step: model.step, of: length)
    return try labels.withUnsafeBufferPointer { labels throws in
      try model.train(labels: labels, mixed: mixed, rate: rate) { images in
        if let augmenter {
          augmenter.copy(batch, epoch: epoch, scaledInto: images)
        } else {
          dataset.training.copy(batch, scaledInto: images)
        }
      }
    }
  }

  /// The model as it is evaluated and saved, with averaged weights if its optimizer keeps any: how it does and what it answers
  /// on the samples of a set, and the weights.
  func finish(
    on set: EvaluationSet
  ) throws -> (evaluation: ModelRecord.Evaluation, predictions: Predictions, weights: [Model.Weights]) {
    let (images, range) =
      switch set {
      case .test: (dataset.test, 0..<dataset.test.count)
      case .validation: (dataset.training, split.validation)
      }
    let classes = model.network.outputCount
    return try model.withAverages {
      if recipe.testShifts > 0 {
        let probabilities = try probabilities(images, range, shiftedBy: recipe.testShifts)
        let predictions = Predictions(probabilities: probabilities, classCount: classes)
        return (
          ModelRecord.Evaluation(of: predictions, labels: images.labels[range]), predictions, try model.weights()
        )
      }
      var probabilities: [Float] = []
      probabilities.reserveCapacity(range.count * classes)
      let result = try evaluate(images, range) { probabilities += $0 }
      return (
        ModelRecord.Evaluation(loss: result.loss, accuracy: result.accuracy),
        Predictions(probabilities: probabilities, classCount: classes), try model.weights()
      )
    }
  }

  private func evaluate(
    _ images: LabeledImages, _ range: Range<Int>, probabilities: ((UnsafeBufferPointer<Float>) -> Void)? = nil
  ) throws -> BatchResult {
    var total = BatchResult()
    for start in stride(from: range.lowerBound, to: range.upperBound, by: model.inferenceBatchSize) {
      let batch = start..<min(start + model.inferenceBatchSize, range.upperBound)
      total += try images.labels[batch].withUnsafeBufferPointer { labels throws in
        try model.evaluate(
          labels: labels, fill: { images.copy(batch, scaledInto: $0) }, probabilities: probabilities)
      }
    }
    return total
  }
}
