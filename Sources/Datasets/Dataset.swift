import FileFormats
import Images
import Problems

/// What a model is trained and tested on.
package struct Dataset: Sendable, Equatable {
  /// `MNIST`, or the name of the folder that the files came from.
  package let name: String
  /// The training set; its last samples are held out for validation, see ``split``. Empty if there is none.
  package let training: LabeledImages
  /// The test set, its images of the same size. Empty if there is none whose classes are known.
  package let test: LabeledImages
  /// The class names in the order of the class numbers; at least two.
  package let classNames: [String]
  /// The number of the first class in the files: 1 for some, from whose labels 1 was taken.
  package let firstLabel: Int
  /// What people should know of how the files were read; clauses.
  package let notes: [String]

  /// The number of classes.
  package var classCount: Int { classNames.count }

  /// CRC-32 of all pixels and labels, which identifies the dataset.
  package var checksum: UInt32 {
    [training, test].reduce(0) { checksum, set in
      let labels = set.labels.withUnsafeBytes { [UInt8]($0) }
      return CRC32.checksum(labels, continuing: CRC32.checksum(set.images.pixels, continuing: checksum))
    }
  }

  /// The training set's samples to train on, and those held out.
  package var split: ValidationSplit { ValidationSplit(count: training.count) }

  /// Takes two sets whose images are of one size and whose labels are below the number of classes.
  package init(
    name: String, training: LabeledImages, test: LabeledImages, classNames: [String], firstLabel: Int = 0,
    notes: [String] = []
  ) {
    self.name = name
    self.training = training
    self.test = test
    self.classNames = classNames
    self.firstLabel = firstLabel
    self.notes = notes
  }

  /// Refuses a dataset that no model can be trained and tested on.
  ///
  /// - Throws: ``MissingSet``.
  package func checkHasBothSets() throws(MissingSet) {
    if training.count < 2 { throw MissingSet(dataset: name, set: "training") }
    if test.count < 1 { throw MissingSet(dataset: name, set: "test") }
  }
}

/// A dataset lacks the set that a model is trained or tested on.
package struct MissingSet: Problem, Equatable {
  /// The dataset's name.
  package let dataset: String
  /// Which set it is: `training` or `test`.
  package let set: String

  /// What is missing.
  package var what: String { "\(dataset) has no \(set) set" }
  /// What to do about it.
  package var advice: String { "Put samples of known classes into folders train and test" }
  /// The folder is what people name.
  package var kind: ProblemKind { .missingInput }
}
