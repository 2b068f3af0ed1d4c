import FileFormats
import RunRecords

/// The true class of every test sample, as a file has them.
struct TrueClasses: Sendable, Equatable {
  /// The classes' numbers.
  var labels: [Int]
  /// The names of classes 0, 1 and so on, if the file names them.
  var names: [String]?
  /// The files of the samples, if the file names them.
  var sampleNames: [String]?
  /// How the labels were read if it is not as they stand; a clause.
  var note: String?
  /// The file.
  var file: String

  /// Takes the labels.
  init(labels: [Int], names: [String]? = nil, sampleNames: [String]? = nil, file: String) {
    self.labels = labels
    self.names = names
    self.sampleNames = sampleNames
    self.file = file
  }

  /// Reads an array: class numbers as integers, booleans or whole floating-point numbers of the shape [test samples], or
  /// one-hot rows of the shape [test samples, classes]. -1 and 1 are two classes.
  ///
  /// - Throws: ``FormatError`` if it holds something else.
  init(_ array: NPYArray, file: String) throws(FormatError) {
    let shape = array.sampleShape
    func error(_ place: String, _ problem: String, _ advice: String) -> FormatError {
      FormatError(.read, format: "array", file: file, at: .field(place), problem: problem, advice: advice)
    }
    guard let numbers = array.integers ?? array.wholeNumbers, !numbers.isEmpty, shape.count == 1 || shape.count == 2
    else {
      if let place = array.floats?.firstIndex(where: { Int(exactly: $0) == nil }), shape.count == 1 {
        throw error("element \(place)", "it is \(array.floats?[place] ?? 0), not a class", "Save class numbers from 0")
      }
      throw error(
        "shape", "it holds \(array.elements.typeName) of the shape \(array.shape), not classes of [test samples]",
        "Save integers from 0: labels.astype('int64'), or labels.argmax(axis=1) if a row has a number for each class")
    }
    self.file = file
    if shape.count == 2 {
      guard let classes = oneHotClasses(numbers, columns: shape[1]) else {
        throw error(
          "shape", "its rows of \(shape[1]) numbers are not one-hot",
          "Save integers from 0 of the shape [test samples], such as labels.argmax(axis=1)")
      }
      labels = classes
    } else if Set(numbers) == [-1, 1] {
      labels = numbers.map { $0 == 1 ? 1 : 0 }
      note = "the labels -1 and 1 are classes 0 and 1"
    } else {
      labels = numbers
    }
    if let sample = labels.firstIndex(where: { !(0...RunRecord.Dataset.maximumClasses).contains($0) }) {
      throw error(
        "element \(sample)", "\(labels[sample]) is no class' number: there may be \(RunRecord.Dataset.maximumClasses)",
        "Save the true classes as numbers from 0")
    }
  }
}
