import Datasets
import RunRecords

extension RunRecord.Dataset {
  /// The dataset as a saved run describes it.
  ///
  /// - Parameter validationSamples: the number of training samples that were held out; nil if it is not known.
  package init(_ dataset: Dataset, validationSamples: Int?) {
    self.init(
      name: dataset.name, trainingSamples: dataset.training.count, validationSamples: validationSamples,
      testSamples: dataset.test.count, classNames: dataset.classNames)
  }
}
