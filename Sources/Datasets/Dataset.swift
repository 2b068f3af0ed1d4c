import FileFormats
import Images

/// What a model is trained and tested on.
package struct Dataset: Sendable, Equatable {
  /// `MNIST`, or the name of the folder that the files came from.
  package let name: String
  /// The training set; its last samples are held out for validation, see ``split``.
  package let training: LabeledImages
  /// The test set, its images of the same size.
  package let test: LabeledImages
  /// The class names in the order of the class numbers; at least two.
  package let classNames: [String]

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
  package init(name: String, training: LabeledImages, test: LabeledImages, classNames: [String]) {
    self.name = name
    self.training = training
    self.test = test
    self.classNames = classNames
  }
}
