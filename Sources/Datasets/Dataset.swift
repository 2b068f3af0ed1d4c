import FileFormats

/// What a model is trained and tested on.
public struct Dataset: Sendable, Equatable {
  /// `MNIST`, or the name of the folder that the files came from.
  public let name: String
  /// The training set; its last samples are held out for validation, see ``split``.
  public let training: LabeledImages
  /// The test set, its images of the same size.
  public let test: LabeledImages
  /// The class names in the order of the class numbers; at least two.
  public let classNames: [String]

  /// The number of classes.
  public var classCount: Int { classNames.count }

  /// CRC-32 of all pixels and labels, by which a dataset is known again.
  public var checksum: UInt32 {
    [training.images, training.labels, test.images, test.labels].reduce(0) { CRC32.checksum($1, continuing: $0) }
  }

  /// The training set's samples to train on, and those held out.
  public var split: ValidationSplit { ValidationSplit(count: training.count) }

  /// Takes two sets whose images are of one size and whose labels are below the number of classes.
  public init(name: String, training: LabeledImages, test: LabeledImages, classNames: [String]) {
    self.name = name
    self.training = training
    self.test = test
    self.classNames = classNames
  }
}
