import Files
import Datasets
import Images
import RunRecords
import SystemPackage

/// Models that were trained elsewhere, with what they were tested on.
package struct ImportedRun: Sendable {
  /// The models in the order given.
  package let models: [ImportedModel]
  /// What the models were tested on.
  package let dataset: RunRecord.Dataset
  /// The true class of every test sample.
  package let labels: [Int]
  /// The test samples' images; nil if they are not known.
  package let images: ImageSet?
  /// The training set that the dataset came with; nil for a test set in the models' own folders.
  package let training: LabeledImages?

  /// Reads the models' folders.
  ///
  /// - Parameters:
  ///   - folders: each model's name and folder.
  ///   - dataset: loads what the models were tested on.
  ///   - isNamed: whether that dataset was asked for; if not, a test set in the models' folders goes before it.
  ///   - classes: a file of class names to use instead of the dataset's.
  /// - Throws: if a folder is missing or holds neither a log nor predictions, and if a file cannot be read, is damaged or
  ///   does not fit the others.
  package static func read(
    _ folders: [(name: String, folder: FilePath)], dataset load: () throws -> Dataset, isNamed: Bool, classes: FilePath?
  ) throws -> ImportedRun {
    let sources = try folders.map { try ModelSource(name: $0.name, in: $0.folder) }
    var own: ImportedTestSet?
    if !isNamed {
      for set in try sources.compactMap({ try $0.testSet() }) { own = try own?.merged(with: set) ?? set }
    }
    let dataset = own == nil ? try load() : nil
    var description =
      dataset.map {
        // How many training samples the other trainer held out is not known.
        RunRecord.Dataset(
          name: $0.name, trainingSamples: $0.training.count, validationSamples: nil, testSamples: $0.test.count,
          classNames: $0.classNames)
      }
      ?? RunRecord.Dataset(
        name: own.map { Folder.name(of: $0.folder) } ?? "", trainingSamples: nil, validationSamples: nil,
        testSamples: own?.labels.count, classNames: (0..<(own?.classCount ?? 0)).map(String.init))
    if let classes { description.classNames = try ClassNames.read(classes, count: description.classNames.count) }
    let labels = own?.labels ?? dataset?.test.labels.map(Int.init) ?? []
    return ImportedRun(
      models: try sources.map { try $0.model(testedOn: description) }, dataset: description, labels: labels,
      images: own == nil ? dataset?.test.images : own?.images, training: dataset?.training)
  }

  /// The models as a saved run keeps them, with their test results as far as they have predictions.
  package var savedModels: [SavedModel] {
    models.map { model in
      SavedModel(
        record: ModelRecord(
          name: model.name, history: model.history,
          test: model.predictions.map { ModelRecord.Evaluation(of: $0, labels: labels) }),
        predictions: model.predictions)
    }
  }
}
