import Files
import FileFormats
import Images
import Problems
import RunRecords

/// The test set that came with a model, for models that were tested on other data than the program holds: its labels, and
/// its images if figures are to show them.
struct ImportedTestSet: Sendable, Equatable {
  /// The true class of every test sample, as the file has them.
  let truth: TrueClasses
  /// The samples' images, as many as there are labels; nil if there are none.
  let images: ImageSet?
  /// What people should know of how the files were read; clauses.
  let notes: [String]

  /// The file that the labels are from.
  var file: String { truth.file }

  /// Reads the test set of a model's folder: `labels.npy` and `images.npy`, by any of their usual names, or what lies among the
  /// predictions. Nil if there are no labels.
  ///
  /// - Throws: if the labels cannot be read or are of another form. Images that cannot be shown are none, which is said.
  init?(in files: ModelFiles, predicted: PredictedSamples?) throws {
    if let file = files.array(.labels) {
      var truth = try TrueClasses(file.array(), file: file.path.string)
      if let names = try files.classNames() { truth.take(names, columns: predicted?.columns) }
      if let other = predicted?.truth, truth.differs(from: other) {
        throw DifferentTestSets(file: truth.file, other: other.file)
      }
      self.truth = truth
    } else if let truth = predicted?.truth {
      self.truth = truth
    } else if predicted != nil, let truth = try files.labelTable() {
      self.truth = truth
    } else if predicted != nil, let found = try files.archive(.labels) {
      truth = try TrueClasses(found.array, file: found.file)
    } else {
      return nil
    }
    var notes = [truth.note].compactMap { $0 }
    var shown: ImageSet?
    do {
      let count = truth.labels.count
      if let images = predicted?.images, let file = predicted?.file {
        let read = try ImageSet.importing(images, file: file, count: count)
        shown = read.images
        notes += read.notes
      } else if let file = files.array(.images) {
        let read = try ImageSet.importing(try file.imageArray(), file: file.path.string, count: count)
        shown = read.images
        notes += read.notes
      } else if let found = try files.archive(.images) {
        let read = try ImageSet.importing(found.array, file: found.file, count: count)
        shown = read.images
        notes += read.notes
      }
    } catch let error as FormatError {
      notes.append("no images are shown: \(error.what)")
    }
    images = shown
    self.notes = notes
  }

  private init(truth: TrueClasses, images: ImageSet?, notes: [String]) {
    self.truth = truth
    self.images = images
    self.notes = notes
  }

  /// The same with the classes in another order, or others of them.
  func with(_ truth: TrueClasses) -> ImportedTestSet { ImportedTestSet(truth: truth, images: images, notes: notes) }

  /// The same samples as another model's folder has them: with images if either has some.
  ///
  /// - Throws: ``DifferentTestSets``.
  func merged(with other: ImportedTestSet) throws -> ImportedTestSet {
    var truth = truth
    var others = other.truth
    if truth.areSorted, others.areSorted, truth.names != others.names {
      // A table names the classes that it happens to hold.
      let all = ClassTexts.sorted(Set((truth.names ?? []) + (others.names ?? [])))
      (truth, others) = (truth.ordered(all) ?? truth, others.ordered(all) ?? others)
    }
    guard truth.labels == others.labels, truth.names == others.names else {
      throw DifferentTestSets(file: file, other: other.file)
    }
    truth.sampleNames = truth.sampleNames ?? other.truth.sampleNames
    return ImportedTestSet(
      truth: truth, images: images ?? other.images, notes: notes + other.notes.filter { !notes.contains($0) })
  }
}

extension ModelFiles {
  /// The labels of a table, `y_true.csv` with a title over its classes; nil if there is none.
  fileprivate func labelTable() throws -> TrueClasses? {
    let tables = files.filter { ["csv", "tsv"].contains($0.ending) && ArrayRole(name: $0.stem) == .labels }
    guard let file = tables.first else { return nil }
    let table = SampleTable(try CSV.read(file.contents(.csv), file: file.path.string), file: file.path.string)
    let titles = table.table.header.map { PredictionTitle($0) }
    guard !table.isEmpty,
      let column = titles.firstIndex(of: .label) ?? titles.firstIndex(of: .plainClass)
        ?? (titles.count <= 2 ? titles.indices.last : nil)
    else { return nil }
    let read = try table.classes([table.column(column)], known: nil)
    return TrueClasses(labels: read.classes[0], names: read.names, areSorted: read.names != nil, file: table.file)
  }

  /// The array of a role in an .npz file beside the predictions, such as `y_test`; nil if there is none.
  fileprivate func archive(_ role: ArrayRole) throws -> (array: NPYArray, file: String)? {
    for file in files where NPZPredictions.recognizes(file) {
      let members = try NPZ.read(file.path) { ArrayRole(name: $0) == role }
      if let member = members.first { return (member.array, "\(file.path.string), \(member.name)") }
    }
    return nil
  }

  /// The classes' names beside the labels, such as scikit-learn's `classes_` saved as `classes.npy`, or `class_names.txt`.
  fileprivate func classNames() throws -> [String]? {
    guard let file = files.first(where: { ClassTexts.areNamed($0.stem) && ["npy", "txt"].contains($0.ending) }) else {
      return nil
    }
    return file.ending == "txt" ? try ClassNames.read(file.path, count: nil) : try file.array().texts
  }

  /// The file with an array of a role, the one with the best known name; nil if there is none.
  fileprivate func array(_ role: ArrayRole) -> ModelFile? {
    files.filter { $0.canBeArray && ArrayRole(name: $0.stem) == role }
      .min { (role.rank(of: $0.stem) ?? 0, $0.name) < (role.rank(of: $1.stem) ?? 0, $1.name) }
  }
}

extension ModelFile {
  /// The array of a file of images, whose errors are all of its form: such images are left out.
  fileprivate func imageArray() throws(FormatError) -> NPYArray {
    do {
      return try array()
    } catch {
      throw (error as? FormatError)
        ?? FormatError(
          .read, format: "images", file: path.string, at: .wholeFile, problem: "it cannot be read",
          advice: "Check the file")
    }
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
