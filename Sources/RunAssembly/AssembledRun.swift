import Datasets
import Images
import RunRecords

extension SavedRun {
  /// Puts a run together: the models in the order given, the dataset's test labels, and the images that the figures
  /// show.
  ///
  /// - Parameters:
  ///   - description: what the run says of `dataset`.
  ///   - featured: the name of the model that figures 03 to 05 show.
  ///   - samples: how figure 01's images are chosen; random ones are drawn with `seed`.
  public init(
    generator: String, dataset: Dataset, description: RunRecord.Dataset,
    environment: RunRecord.Environment? = nil, models: [SavedModel], featured: String,
    samples: FigureSelection.SampleChoice, seed: UInt64
  ) {
    self.init(
      generator: generator, training: dataset.training, labels: dataset.test.labels.map(Int.init),
      images: dataset.test.images, description: description, environment: environment, models: models,
      featured: featured, samples: samples, seed: seed)
  }

  /// The same of a test set whose dataset is not known, or of models without one.
  ///
  /// - Parameters:
  ///   - training: what figure 01 shows samples of; nil if it is not known.
  ///   - labels: the true class of every test sample; nil if they are not known.
  ///   - images: the test samples' images; nil if they are not known.
  public init(
    generator: String, training: LabeledImages?, labels: [Int]?, images: ImageSet?, description: RunRecord.Dataset,
    environment: RunRecord.Environment? = nil, models: [SavedModel], featured: String,
    samples: FigureSelection.SampleChoice, seed: UInt64
  ) {
    let record = RunRecord(
      generator: generator, dataset: description, environment: environment, featuredModel: featured)
    self.init(record: record, labels: labels, models: models)
    chooseImages(training: training, test: images, samples: samples, seed: seed)
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
