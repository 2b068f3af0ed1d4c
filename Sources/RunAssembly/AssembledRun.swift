import Datasets
import RunRecords

extension SavedRun {
  /// A model with what it answered, before it becomes part of a run.
  public struct Model: Sendable {
    /// What the run says of the model.
    public var record: ModelRecord
    /// What the model answered for every test sample; nil where it is not known.
    public var predictions: Predictions?

    /// Creates a model's part.
    public init(record: ModelRecord, predictions: Predictions?) {
      self.record = record
      self.predictions = predictions
    }
  }

  /// Puts a run together: the models in the order given, the dataset's test labels, and the images that the figures
  /// show.
  ///
  /// - Parameters:
  ///   - description: what the run says of `dataset`.
  ///   - featured: the name of the model that figures 03 to 05 show.
  ///   - samples: how figure 01's images are chosen; random ones are drawn with `seed`.
  public init(
    generator: String, dataset: Dataset, description: RunRecord.Dataset,
    configuration: RunRecord.Configuration? = nil, environment: RunRecord.Environment? = nil, models: [Model],
    featured: String, samples: FigureSelection.SampleChoice, seed: UInt64
  ) {
    self.init(
      generator: generator, training: dataset.training, test: TestSet(dataset.test), description: description,
      configuration: configuration, environment: environment, models: models, featured: featured, samples: samples,
      seed: seed)
  }

  /// The same of a test set whose dataset is not known, or of models without one.
  ///
  /// - Parameters:
  ///   - training: what figure 01 shows samples of; nil where it is not known.
  ///   - test: nil where no labels are known.
  public init(
    generator: String, training: LabeledImages?, test: TestSet?, description: RunRecord.Dataset,
    configuration: RunRecord.Configuration? = nil, environment: RunRecord.Environment? = nil, models: [Model],
    featured: String, samples: FigureSelection.SampleChoice, seed: UInt64
  ) {
    let record = RunRecord(
      generator: generator, dataset: description, configuration: configuration, environment: environment,
      models: models.map(\.record), featuredModel: featured)
    self.init(record: record, labels: test?.labels)
    // The record gives each model a folder of its own.
    for (model, record) in zip(models, record.models) { predictions[record.folder] = model.predictions }
    chooseImages(training: training, test: test, samples: samples, seed: seed)
  }
}

extension RunRecord.Dataset {
  /// The dataset as a saved run describes it.
  ///
  /// - Parameter validationSamples: how many of the training samples were held out; nil where it is not known.
  public init(_ dataset: Dataset, validationSamples: Int?) {
    self.init(
      name: dataset.name, trainingSamples: dataset.training.count, validationSamples: validationSamples,
      testSamples: dataset.test.count, classNames: dataset.classNames)
  }
}
