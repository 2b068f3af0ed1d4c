import Files
import FileFormats
import Images
import Problems
import RunRecords
import SystemPackage

/// The test set that came with a model, for models that were tested on other data than the program holds: its labels, and
/// its images if figures are to show them.
struct ImportedTestSet: Sendable, Equatable {
  /// The true class of every test sample, from 0.
  let labels: [Int]
  /// The samples' images, as many as there are labels; nil if there are none.
  let images: ImageSet?
  /// The classes that labels and predictions name.
  let classCount: Int
  /// The file that the labels are from.
  let file: String
  /// The model's folder.
  let folder: FilePath

  /// Reads the test set of a model's folder: `labels.npy` and `images.npy`, or the labels among the predictions. Nil if there
  /// are no labels.
  ///
  /// - Throws: if a file cannot be read or is of another form.
  init?(in files: ModelFiles, predicted: PredictedSamples?) throws {
    if let file = files.file(RunLayout.Names.labels) {
      labels = try Self.labels(npy: file.contents(.npy), file: file.path.string)
      self.file = file.path.string
    } else if let predicted, let labels = predicted.labels {
      self.labels = labels
      file = predicted.file
    } else {
      return nil
    }
    folder = files.folder
    let count = labels.count
    images = try files.file(RunLayout.Names.images).map {
      try ImageSet(importing: $0.contents(.npy), file: $0.path.string, count: count)
    }
    let highest = labels.max() ?? 0
    guard let predicted else {
      classCount = highest + 1
      return
    }
    classCount = try predicted.classCount(including: highest)
    if let sample = labels.firstIndex(where: { $0 >= classCount }) {
      throw FormatError(
        .read, format: ".npy", file: file, at: .field("element \(sample)"),
        problem: "it is class \(labels[sample]), and the predictions beside it have columns for 0 to \(classCount - 1)",
        advice: "Save the true classes as numbers that count from 0, in the order of the columns")
    }
  }

  private init(labels: [Int], images: ImageSet?, classCount: Int, file: String, folder: FilePath) {
    self.labels = labels
    self.images = images
    self.classCount = classCount
    self.file = file
    self.folder = folder
  }

  /// The same samples as another model's folder has them: with images if either has some, and the classes of both.
  ///
  /// - Throws: ``DifferentTestSets``.
  func merged(with other: ImportedTestSet) throws -> ImportedTestSet {
    guard labels == other.labels else { throw DifferentTestSets(file: file, other: other.file) }
    return ImportedTestSet(
      labels: labels, images: images ?? other.images, classCount: max(classCount, other.classCount), file: file,
      folder: folder)
  }

  /// The true classes of a .npy file: integers of the shape [test samples].
  static func labels(npy bytes: [UInt8], file: String) throws(FormatError) -> [Int] {
    let array = try NPY.read(bytes, file: file)
    guard let labels = array.integers, array.shape.count == 1 || (array.shape.count == 2 && array.shape[1] == 1),
      !labels.isEmpty
    else {
      throw FormatError(
        .read, format: ".npy", file: file, at: .field("shape"),
        problem: "it holds \(array.elements.typeName) of the shape \(array.shape), not integers of [test samples]",
        advice: "Save integers from 0: labels.astype('int64'), or labels.argmax(axis=1) if the rows are one-hot")
    }
    if let sample = labels.firstIndex(where: { !(0..<RunRecord.Dataset.maximumClasses).contains($0) }) {
      throw FormatError(
        .read, format: ".npy", file: file, at: .field("element \(sample)"),
        problem: "\(labels[sample]) is no class' number: there may be \(RunRecord.Dataset.maximumClasses)",
        advice: "Save the true classes as numbers from 0")
    }
    return labels
  }
}

/// The models' folders hold test sets that differ.
struct DifferentTestSets: Problem, Equatable {
  /// The labels of one model.
  let file: String
  /// The labels of another.
  let other: String

  /// What does not fit.
  var what: String { "\(file) and \(other) are labels of different test sets" }
  /// What to do about it.
  var advice: String {
    "Models of one report are tested on the same samples: import them one by one"
  }
  /// One of the files is wrong.
  var kind: ProblemKind { .badData }
}
