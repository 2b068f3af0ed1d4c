import AtomicFiles
import FileFormats
import Images
import Problems

/// The test set that lies beside a model's predictions, for models that were tested on other data than the program holds:
/// `labels.npy`, and `images.npy` where figures are to show images.
public struct ImportedTestSet: Sendable, Equatable {
  /// The true class of every test sample, from 0.
  public let labels: [Int]
  /// The samples' images, as many as there are labels; nil where there are none.
  public let images: ImageSet?
  /// The classes that labels and predictions name.
  public let classCount: Int
  /// The path of `labels.npy`.
  public let file: String

  /// The folder that it was read from.
  public var folder: String { file.hasSuffix("/labels.npy") ? String(file.dropLast("/labels.npy".count)) : file }

  /// The same samples as another model's folder has them: with images where either has some, and the classes of both.
  public func merged(with other: ImportedTestSet) -> ImportedTestSet {
    ImportedTestSet(
      labels: labels, images: images ?? other.images, classCount: max(classCount, other.classCount), file: file)
  }

  /// Reads the test set of a model's folder; nil where it holds no `labels.npy`.
  ///
  /// - Throws: where a file cannot be read or is of another form: labels are integers of the shape [test samples], images
  ///   [test samples, height, width], with a last dimension of 1 or without: bytes, or numbers from 0 to 1 or to 255.
  public static func read(from folder: String) throws -> ImportedTestSet? {
    func path(_ name: String) -> String { folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)" }
    let names = try Folder.names(in: folder)
    guard names.contains("labels.npy") else { return nil }
    let file = path("labels.npy")
    let labels = try Self.labels(npy: AtomicFile.read(file), file: file)
    var images: ImageSet?
    if names.contains("images.npy") {
      let file = path("images.npy")
      images = try ImageSet(importing: AtomicFile.read(file), file: file, count: labels.count)
    }
    var classCount = (labels.max() ?? 0) + 1
    if names.contains("predictions.npy") {
      let predictions = path("predictions.npy")
      let predicted = try Self.classes(ofPredictions: AtomicFile.read(predictions), file: predictions)
      classCount = predicted.areColumns ? predicted.count : max(classCount, predicted.count)
      if let sample = labels.firstIndex(where: { $0 >= classCount }) {
        throw FormatError(
          .read, format: ".npy", file: file, at: .field("element \(sample)"),
          problem:
            "it is class \(labels[sample]), and predictions.npy beside it has columns for 0 to \(classCount - 1)",
          advice: "Save the true classes as numbers that count from 0, in the order of the columns")
      }
    }
    return ImportedTestSet(labels: labels, images: images, classCount: classCount, file: file)
  }

  /// The classes that predictions name: those of their columns, or up to the highest class number.
  static func classes(
    ofPredictions bytes: [UInt8], file: String
  ) throws(FormatError) -> (count: Int, areColumns: Bool) {
    let array = try NPY.read(bytes, file: file)
    let numbers = array.integers
    let highest = numbers.map { $0.max() ?? 0 } ?? (array.shape.dropFirst().first ?? 1) - 1
    guard highest < RunRecord.Dataset.maximumClasses else {
      throw FormatError(
        .read, format: ".npy", file: file, at: .field("shape"),
        problem: "it names a class \(highest), and there may be \(RunRecord.Dataset.maximumClasses) classes",
        advice: "Save probabilities of the shape [test samples, classes], or class numbers from 0")
    }
    return (max(highest, 0) + 1, numbers == nil)
  }

  static func labels(npy bytes: [UInt8], file: String) throws(FormatError) -> [Int] {
    let array = try NPY.read(bytes, file: file)
    guard let labels = array.integers, array.shape.count == 1 || (array.shape.count == 2 && array.shape[1] == 1),
      !labels.isEmpty
    else {
      throw FormatError(
        .read, format: ".npy", file: file, at: .field("shape"),
        problem: "it holds \(array.elements.typeName) of the shape \(array.shape), not integers of [test samples]",
        advice: "Save integers from 0: labels.astype('int64'), or labels.argmax(axis=1) where the rows are one-hot")
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

extension ImageSet {
  /// Reads grey images that another program wrote, of the shape [count, height, width], [count, height, width, 1] or
  /// [count, 1, height, width]: bytes, or floating-point numbers from 0 to 1 (255 where any is above 1).
  init(importing bytes: [UInt8], file: String, count: Int) throws(FormatError) {
    let array = try NPY.read(bytes, file: file)
    func error(_ place: String, _ problem: String) -> FormatError {
      FormatError(
        .read, format: ".npy", file: file, at: .field(place), problem: problem,
        advice: "Save grey images as uint8 of the shape [test samples, height, width]")
    }
    var shape = array.shape
    if shape.count == 4 {
      if shape[3] == 1 { shape.remove(at: 3) } else if shape[1] == 1 { shape.remove(at: 1) }
    }
    guard shape.count == 3, shape[1] > 0, shape[2] > 0 else {
      throw error("shape", "its shape \(array.shape) is not that of grey images")
    }
    guard shape[0] == count else {
      throw error("shape", "it has \(shape[0]) images, and labels.npy beside it \(count) labels")
    }
    let pixels: [UInt8]
    if case .uint8(let values) = array.elements {
      pixels = values
    } else if let values = array.floats {
      guard let place = values.firstIndex(where: { !($0 >= 0 && $0 <= 255) }) else {
        let scale: Float = values.contains { $0 > 1 } ? 1 : 255
        self.init(
          count: count, height: shape[1], width: shape[2], pixels: values.map { UInt8(($0 * scale).rounded()) })
        return
      }
      throw error("element \(place)", "\(values[place]) is no grey from 0 to 1, nor from 0 to 255")
    } else {
      throw error("descr", "it holds \(array.elements.typeName), not bytes or floating-point numbers")
    }
    self.init(count: count, height: shape[1], width: shape[2], pixels: pixels)
  }
}

/// The models' folders hold test sets of their own that differ.
package struct DifferentTestSets: Problem, Equatable {
  /// The labels of one model.
  package let file: String
  /// The labels of another.
  package let other: String

  /// Creates an error.
  package init(file: String, other: String) {
    self.file = file
    self.other = other
  }

  /// Which files differ.
  package var what: String { "\(file) and \(other) are labels of different test sets" }

  /// What to do about it.
  package var advice: String { "Models of one report are tested on the same samples: import them one by one" }

  /// The files do not fit each other.
  package var kind: ProblemKind { .badData }
}
