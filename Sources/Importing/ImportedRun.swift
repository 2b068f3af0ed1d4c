import Datasets
import Images
import Metrics
import RunRecords
import SystemPackage

/// Models that were trained elsewhere, with what they were tested on.
package struct ImportedRun: Sendable {
  /// The trainings of all models in the order given, those of one model one after another.
  package let trainings: [ImportedModel]
  /// What the models were tested on, as far as it is known.
  package let dataset: RunRecord.Dataset
  /// The true class of every test sample; nil if not known.
  package let labels: [Int]?
  /// What each test sample is called, such as its file; nil if not known.
  package let sampleNames: [String]?
  /// The test samples' images; nil if they are not known.
  package let images: ImageSet?
  /// The training set that the dataset came with; nil for a test set in the models' own folders, and without a dataset.
  package let training: LabeledImages?
  /// What people should know of how the test set was read; clauses.
  package let notes: [String]

  /// Reads the models' files.
  ///
  /// - Parameters:
  ///   - models: each model's name, and the folder or file of each of its trainings.
  ///   - dataset: loads what the models were tested on.
  ///   - isNamed: whether that dataset was asked for; if not, a test set in the models' folders goes before it, and nothing
  ///     is known of the data of models without predictions.
  ///   - classes: a file of class names to use instead of the dataset's.
  /// - Throws: if a folder is missing or holds neither a log nor predictions, and if a file cannot be read, is damaged or
  ///   does not fit the others.
  package static func read(
    _ models: [(name: String, trainings: [FilePath])], dataset load: () throws -> Dataset, isNamed: Bool,
    classes: FilePath?
  ) throws -> ImportedRun {
    let sources = try models.flatMap { model in
      try model.trainings.map { try ModelSource(name: model.name, in: $0) }
    }
    var data: TestData
    if !isNamed, let own = try TestData(of: sources, classes: classes) {
      data = own
    } else {
      let predicted = sources.compactMap(\.predicted)
      data = isNamed || !predicted.isEmpty ? TestData(try load(), predicted: predicted) : TestData()
      if let classes {
        let count = data.description.classNames.count
        data.description.classNames = try ClassNames.read(classes, count: count == 0 ? nil : count)
      }
    }
    var trainings = try sources.map { try $0.model(testedOn: data) }
    for (index, name) in models.flatMap({ trainingNames(of: $0.trainings) }).enumerated() {
      trainings[index].training = name
    }
    return ImportedRun(
      trainings: trainings, dataset: data.description, labels: data.labels, sampleNames: data.sampleNames,
      images: data.images, training: data.training, notes: data.notes)
  }

  /// The models as a saved run keeps them, with their test results as far as labels and predictions are known.
  ///
  /// Of a model that was trained several times the mean is kept, and each training as a member.
  package var savedModels: [SavedModel] {
    var names: [String] = []
    for training in trainings where !names.contains(training.name) { names.append(training.name) }
    return names.map { name in
      let trainings = trainings.filter { $0.name == name }.map { ($0.training ?? "", saved($0)) }
      return trainings.count == 1 ? trainings[0].1 : SavedModel(name: name, meanOf: trainings)
    }
  }

  private func saved(_ training: ImportedModel) -> SavedModel {
    var test: ModelRecord.Evaluation?
    if let labels, let predictions = training.predictions {
      test = ModelRecord.Evaluation(of: predictions, labels: labels)
    } else if let counts = training.confusionMatrix {
      test = ModelRecord.Evaluation(loss: nil, accuracy: ConfusionMatrix(counts: counts).accuracy)
    }
    var saved = SavedModel(
      record: ModelRecord(name: training.name, history: training.history, test: test),
      predictions: training.predictions)
    saved.confusionMatrix = training.confusionMatrix
    return saved
  }
}
