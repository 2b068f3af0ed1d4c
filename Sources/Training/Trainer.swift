import Datasets
import Images
import NeuralNetwork
import RunRecords

/// Trains one model on a dataset, epoch by epoch, and evaluates it.
public struct Trainer {
  /// The model; training changes it.
  package let model: Model
  private let dataset: Dataset
  private let configuration: RunRecord.Configuration
  private let schedule = ConstantRate()

  /// How many samples are evaluated at once.
  static let evaluationBatchSize = 250

  /// Makes the model with initial weights from the configuration's seed.
  ///
  /// - Parameter index: which of the run's models this is, so that each draws random numbers of its own.
  package init(
    _ network: Network, index: Int, dataset: Dataset, configuration: RunRecord.Configuration, engine: Engine
  ) throws {
    let samples = dataset.split.training.count
    guard configuration.batchSize <= samples else {
      throw TrainingError.batchTooLarge(batchSize: configuration.batchSize, samples: samples)
    }
    let rest = samples % configuration.batchSize
    model = try Model(
      network, seed: configuration.seed, index: index,
      trainingBatchSizes: rest == 0 ? [configuration.batchSize] : [configuration.batchSize, rest],
      inferenceBatchSize: Self.evaluationBatchSize, engine: engine)
    self.dataset = dataset
    self.configuration = configuration
  }

  /// Goes on from a checkpoint.
  ///
  /// - Throws: where it is none of this model on this dataset.
  func restore(_ earlier: Checkpoint.Model) throws(TrainingError) {
    let batches = (dataset.split.training.count + configuration.batchSize - 1) / configuration.batchSize
    let (steps, overflow) = earlier.history.epochs.multipliedReportingOverflow(by: batches)
    guard !overflow, earlier.step == steps else {
      throw .unfitCheckpoint(
        model: earlier.name, reason: "\(earlier.step) steps are not those of \(earlier.history.epochs) epochs")
    }
    do throws(ModelStateError) {
      try model.restore(earlier.state.map(Model.Weights.init), step: earlier.step)
    } catch {
      throw .unfitCheckpoint(model: earlier.name, reason: error.what)
    }
  }

  /// Trains epoch `epoch`, which counts from 0, then validates.
  ///
  /// The samples' order follows from the seed and the epoch alone.
  /// - Parameter events: hears of every step; what it throws stops the epoch after that step.
  public func trainEpoch(_ epoch: Int, events: (TrainingEvent) throws -> Void) throws -> EpochMeasures {
    let name = model.network.name
    let clock = ContinuousClock()
    let start = clock.now
    let batches = Batches(
      shuffling: dataset.split.training, size: configuration.batchSize, seed: configuration.seed, epoch: epoch)
    let length = TrainingLength(steps: configuration.epochs * batches.count, stepsPerEpoch: batches.count)
    var training = BatchResult()
    for (step, batch) in batches.enumerated() {
      let labels = batch.map { dataset.training.labels[$0] }
      let result = try labels.withUnsafeBufferPointer { labels throws in
        try model.train(labels: labels, rate: schedule.rate(step: model.step, of: length)) {
          dataset.training.copy(batch, scaledInto: $0)
        }
      }
      guard result.lossSum.isFinite else {
        throw TrainingError.lossNotFinite(model: name, epoch: epoch + 1, step: step + 1)
      }
      training += result
      try events(.stepTaken(name: name, epoch: epoch + 1, step: step + 1, steps: batches.count, soFar: training))
    }
    let validation = try evaluate(dataset.training, dataset.split.validation)
    guard validation.samples == 0 || validation.lossSum.isFinite else {
      throw TrainingError.lossNotFinite(model: name, epoch: epoch + 1, step: batches.count)
    }
    return EpochMeasures(
      loss: training.loss, accuracy: training.accuracy,
      validationLoss: validation.samples == 0 ? nil : validation.loss,
      validationAccuracy: validation.samples == 0 ? nil : validation.accuracy,
      seconds: (clock.now - start) / .seconds(1))
  }

  /// Loss, hits and probabilities ([samples, classes]) on all test samples.
  public func evaluateOnTest() throws -> (result: BatchResult, probabilities: [Float]) {
    var probabilities: [Float] = []
    probabilities.reserveCapacity(dataset.test.count * model.network.outputCount)
    let result = try evaluate(dataset.test, 0..<dataset.test.count) { probabilities += $0 }
    return (result, probabilities)
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
