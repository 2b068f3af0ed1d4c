import FileFormats
import Images
import MNISTData

/// MNIST as it is compiled in: 60,000 training and 10,000 test images of 28 x 28, the digits 0 to 9.
package struct EmbeddedMNIST: DatasetSource {
  /// It is in no folder.
  package static var folderContents: String? { nil }

  /// Takes the name `mnist`.
  package init?(_ location: DatasetLocation) {
    guard location == .embedded("mnist") else { return nil }
  }

  /// Reads all samples.
  ///
  /// - Throws: if the embedded files are damaged, which the tests rule out.
  package func load() throws -> Dataset { try .mnist() }

  fileprivate static func load() throws(FormatError) -> Dataset {
    Dataset(
      name: "MNIST",
      training: try embedded(mnist_train_images(), mnist_train_labels(), "train"),
      test: try embedded(mnist_test_images(), mnist_test_labels(), "t10k"), classNames: (0...9).map(String.init))
  }

  private static func embedded(
    _ images: EmbeddedFile, _ labels: EmbeddedFile, _ set: String
  ) throws(FormatError) -> LabeledImages {
    let (imagesFile, labelsFile) = ("\(set)-images-idx3-ubyte", "\(set)-labels-idx1-ubyte")
    return try LabeledImages(
      IDX.read(images.contents, file: imagesFile, dimensions: 3), file: imagesFile,
      labels: IDX.read(labels.contents, file: labelsFile, dimensions: 1), file: labelsFile, leastCount: 1)
  }
}

extension Dataset {
  /// The dataset of ``EmbeddedMNIST``.
  ///
  /// - Throws: if the embedded files are damaged, which the tests rule out.
  package static func mnist() throws(FormatError) -> Dataset { try EmbeddedMNIST.load() }
}

extension EmbeddedFile {
  /// The bytes where they are compiled in.
  var contents: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: bytes, count: count) }
}
