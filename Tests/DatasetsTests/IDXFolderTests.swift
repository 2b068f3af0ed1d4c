import Files
import FileFormats
import Foundation
import Images
import MNISTData
import SystemPackage
import TestSupport
import Testing

@testable import Datasets

@Suite struct IDXFolderTests {
  /// A folder of IDX files: three training images and two test images of 1 x 2 pixels, three classes.
  private func withFolder(_ body: (FilePath) throws -> Void) throws {
    try withTemporaryPath { parent in
      let folder = parent.appending("shapes")
      try Folder.create(folder)
      try AtomicFile.write(images(3), to: folder.appending("train-images-idx3-ubyte"))
      try AtomicFile.write(labels([0, 2, 1]), to: folder.appending("train-labels-idx1-ubyte"))
      try AtomicFile.write(images(2), to: folder.appending("t10k-images-idx3-ubyte"))
      try AtomicFile.write(labels([2, 0]), to: folder.appending("t10k-labels-idx1-ubyte"))
      try body(folder)
    }
  }

  private func images(_ count: UInt8, width: UInt8 = 2) -> [UInt8] {
    [0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 1, 0, 0, 0, width] + (0..<count * width)
  }

  private func labels(_ labels: [UInt8]) -> [UInt8] {
    [0, 0, 8, 1, 0, 0, 0, UInt8(labels.count)] + labels
  }

  /// The error of loading the folder after one of its files was replaced.
  private func error(_ name: String, _ bytes: [UInt8]) throws -> String? {
    var text: String?
    try withFolder { folder in
      try AtomicFile.write(bytes, to: folder.appending(name))
      let error = #expect(throws: FormatError.self) { try Dataset.load(folder: folder) }
      text = error?.description.replacingOccurrences(of: "\(folder)/", with: "")
    }
    return text
  }

  @Test func loadsOnesOwnFiles() throws {
    try withFolder { folder in
      let dataset = try Dataset.load(folder: FilePath("\(folder)/"))
      #expect(dataset.name == "shapes")
      #expect(dataset.classNames == ["0", "1", "2"])
      #expect(
        dataset.training
          == LabeledImages(
            images: ImageSet(count: 3, height: 1, width: 2, pixels: [0, 1, 2, 3, 4, 5]), labels: [0, 2, 1]))
      #expect(
        dataset.test
          == LabeledImages(images: ImageSet(count: 2, height: 1, width: 2, pixels: [0, 1, 2, 3]), labels: [2, 0]))
    }
  }

  @Test func compressedFilesAreSeenFromTheirBytes() throws {
    try withFolder { folder in
      // One under its usual name, one without .gz.
      try Folder.remove(folder.appending("t10k-images-idx3-ubyte"))
      try AtomicFile.write([UInt8](mnist_test_images().contents), to: folder.appending("t10k-images-idx3-ubyte.gz"))
      try AtomicFile.write([UInt8](mnist_test_images().contents), to: folder.appending("train-images-idx3-ubyte"))
      try AtomicFile.write([UInt8](mnist_test_labels().contents), to: folder.appending("t10k-labels-idx1-ubyte"))
      try AtomicFile.write([UInt8](mnist_test_labels().contents), to: folder.appending("train-labels-idx1-ubyte"))
      let dataset = try Dataset.load(folder: folder)
      #expect(dataset.training == dataset.test)
      #expect(try dataset.test == Dataset.mnist().test)
    }
  }

  @Test func aMissingFileIsToldApart() throws {
    try withFolder { folder in
      try Folder.remove(folder.appending("t10k-labels-idx1-ubyte"))
      #expect(throws: MissingIDXFile(file: folder.appending("t10k-labels-idx1-ubyte"))) {
        try Dataset.load(folder: folder)
      }
      try Folder.create(folder.appending("t10k-labels-idx1-ubyte"))
      #expect(throws: FileError(.read, path: folder.appending("t10k-labels-idx1-ubyte"), code: EISDIR)) {
        try Dataset.load(folder: folder)
      }
    }
  }

  @Test func whatDoesNotBelongTogetherIsRefused() throws {
    #expect(
      try error("train-labels-idx1-ubyte", labels([0, 1]))
        == """
        cannot read IDX file train-labels-idx1-ubyte, byte 4: it has 2 labels, and train-images-idx3-ubyte has 3 images.
        Check that the two files belong together.
        """)
    #expect(
      try error("t10k-labels-idx1-ubyte", labels([2, 3]))
        == """
        cannot read IDX file t10k-labels-idx1-ubyte, byte 9: test sample 1 has the label 3, and the highest training \
        label is 2.
        Every class must occur in the training set.
        """)
    #expect(try error("t10k-images-idx3-ubyte", images(2, width: 3))?.contains("of 1 x 3 pixels, those of") == true)
    #expect(try error("train-labels-idx1-ubyte", labels([0, 0, 0]))?.contains("all its labels are 0") == true)
    let cutOff = Array(images(3).dropLast())
    #expect(try error("train-images-idx3-ubyte", cutOff)?.contains("after 5 of 6 elements") == true)
  }

  @Test func thereMustBeSomethingToLearnFrom() throws {
    try withFolder { folder in
      try AtomicFile.write(images(0), to: folder.appending("t10k-images-idx3-ubyte"))
      try AtomicFile.write(labels([]), to: folder.appending("t10k-labels-idx1-ubyte"))
      #expect(throws: FormatError.self) { try Dataset.load(folder: folder) }
    }
    try withFolder { folder in
      try AtomicFile.write(images(1), to: folder.appending("train-images-idx3-ubyte"))
      try AtomicFile.write(labels([1]), to: folder.appending("train-labels-idx1-ubyte"))
      #expect(throws: FormatError.self) { try Dataset.load(folder: folder) }
    }
    try withFolder { folder in
      for name in ["train", "t10k"] {
        let count: UInt8 = name == "train" ? 3 : 2
        try AtomicFile.write(images(count, width: 0), to: folder.appending("\(name)-images-idx3-ubyte"))
      }
      #expect(throws: FormatError.self) { try Dataset.load(folder: folder) }
    }
  }
}
