import Datasets
import FileFormats
import Images
import RunRecords
import SystemPackage

/// What the models were tested on: a dataset, or what lies in their folders.
struct TestData {
  /// What a run's record says of it.
  var description: RunRecord.Dataset
  /// The true class of every test sample; nil if not known.
  var labels: [Int]?
  /// What each test sample is called, such as its file; nil if not known.
  var sampleNames: [String]?
  /// The test samples' images; nil if not known.
  var images: ImageSet?
  /// The training set of a dataset; nil if not known.
  var training: LabeledImages?
  /// The number of the first class in the models' predictions, 0 or 1.
  var firstClass = 0
  /// What people should know of how it was read; clauses.
  var notes: [String] = []

  /// Nothing is known.
  init() { description = RunRecord.Dataset() }

  /// What the program or a folder holds.
  ///
  /// - Parameter predicted: what was predicted, of each model: if the dataset's classes count from 1, it tells whether the
  ///   models' do.
  init(_ dataset: Dataset, predicted: [PredictedSamples]) {
    var (classNames, offset) = (dataset.classNames, 0)
    notes = dataset.notes
    if dataset.firstLabel == 1 {
      // Networks that were trained on the labels as they are have an output for a class 0.
      if predicted.contains(where: { $0.columns == dataset.classCount + 1 }) {
        (classNames, offset) = (["0"] + classNames, 1)
        notes = notes.filter { !$0.contains("from 1") }
      }
      let classes = predicted.compactMap(\.classes)
      if !classes.isEmpty && !classes.contains(where: { $0.contains(0) }) { firstClass = 1 - offset }
    }
    let (training, test) = (dataset.training, dataset.test)
    // The number of training samples that the other trainer held out is not known.
    description = RunRecord.Dataset(
      name: dataset.name, trainingSamples: training.count == 0 ? nil : training.count,
      testSamples: test.count == 0 ? nil : test.count, classNames: classNames)
    if test.count > 0 {
      labels = test.labels.map { Int($0) + offset }
      images = test.images
    }
    if training.count > 0 {
      self.training = LabeledImages(images: training.images, labels: training.labels.map { $0 + Int32(offset) })
    }
  }

  /// What lies in the models' folders; nil if there is nothing.
  ///
  /// - Parameter classes: a file of the classes' names.
  /// - Throws: ``DifferentTestSets``, or what is wrong with a file.
  init?(of sources: [ModelSource], classes: FilePath?) throws {
    var own: ImportedTestSet?
    for set in try sources.compactMap({ try $0.testSet() }) { own = try own?.merged(with: set) ?? set }
    let given = try classes.map { try ClassNames.read($0, count: nil) }
    var sorted: String?
    if let set = own, let truth = set.truth.areSorted ? set.truth : nil {
      // What was never the true class may have been predicted.
      let names = Set(sources.compactMap { $0.predicted?.classNames }.joined()).union(truth.names ?? [])
      own = set.with(truth.ordered(given ?? ClassTexts.sorted(names)) ?? truth)
      if given == nil { sorted = "the classes are in the order of their names" }
    }
    let matrices = sources.compactMap(\.matrix)
    let numbering: ClassNumbering
    if let own {
      numbering = try ClassNumbering(of: own.truth, predicted: sources.compactMap(\.predicted), names: given?.count)
      labels = own.truth.labels.map { $0 - numbering.first }
      sampleNames = own.truth.sampleNames
      images = own.images
    } else if let matrix = matrices.first {
      numbering = ClassNumbering(count: matrix.counts.count)
    } else {
      return nil
    }
    let samples = try Self.samplesOfClasses(labels, numbering.count, matrices, file: own?.file)
    let named = own.map { $0.truth.names } ?? matrices.lazy.compactMap(\.classNames).first
    description = RunRecord.Dataset(testSamples: samples, classNames: named ?? given ?? numbering.names)
    if let classes {
      if let given, let named, let missing = named.first(where: { !given.contains($0) }) {
        throw FormatError(
          .read, format: "text", file: classes.string, at: .wholeFile,
          problem: "it lacks the class \(missing) of the test set",
          advice: "Write the names as the test set has them")
      }
      _ = try ClassNames.read(classes, count: numbering.count)
    }
    firstClass = numbering.first
    notes = (own?.notes ?? []) + [sorted, numbering.note].compactMap { $0 }
  }

  /// The number of test samples, which labels and matrices agree on class by class.
  private static func samplesOfClasses(
    _ labels: [Int]?, _ count: Int, _ matrices: [ImportedMatrix], file: String?
  ) throws -> Int? {
    var samples: [Int]?
    if let labels {
      samples = [Int](repeating: 0, count: count)
      for label in labels { samples?[label] += 1 }
    }
    for matrix in matrices {
      if let samples, matrix.samples != samples {
        throw DifferentTestSets(file: file ?? matrices[0].file, other: matrix.file)
      }
      samples = matrix.samples
    }
    return samples?.reduce(0, +)
  }
}
