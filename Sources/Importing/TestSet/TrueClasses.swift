import FileFormats
import RunRecords

/// The true class of every test sample, as a file has them.
struct TrueClasses: Sendable, Equatable {
  /// The classes' numbers.
  var labels: [Int]
  /// The names of classes 0, 1 and so on, if the file names them.
  var names: [String]?
  /// Whether the names are in sorted order because nothing tells another.
  var areSorted = false
  /// The files of the samples, if the file names them.
  var sampleNames: [String]?
  /// How the labels were read if it is not as they stand; a clause.
  var note: String?
  /// The file.
  var file: String

  /// Takes the labels.
  init(labels: [Int], names: [String]? = nil, areSorted: Bool = false, sampleNames: [String]? = nil, file: String) {
    self.labels = labels
    self.names = names
    self.areSorted = areSorted
    self.sampleNames = sampleNames
    self.file = file
  }

  /// Reads an array: class numbers as integers, booleans or whole floating-point numbers of the shape [test samples], or
  /// one-hot rows of the shape [test samples, classes]. -1 and 1 are two classes. Texts are the names of classes.
  ///
  /// - Throws: ``FormatError`` if it holds something else.
  init(_ array: NPYArray, file: String) throws(FormatError) {
    let shape = array.sampleShape
    func error(_ place: String, _ problem: String, _ advice: String) -> FormatError {
      FormatError(.read, format: "array", file: file, at: .field(place), problem: problem, advice: advice)
    }
    if case .texts(let texts) = array.elements, shape.count == 1, !texts.isEmpty {
      let read = ClassTexts(texts)
      (labels, names, areSorted) = (read.classes, read.names, read.names != nil)
      self.file = file
      try checkNumbers(error)
      return
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
    try checkNumbers(error)
  }

  private func checkNumbers(_ error: (String, String, String) -> FormatError) throws(FormatError) {
    if let sample = labels.firstIndex(where: { !(0...RunRecord.Dataset.maximumClasses).contains($0) }) {
      throw error(
        "element \(sample)", "\(labels[sample]) is no class' number: there may be \(RunRecord.Dataset.maximumClasses)",
        "Save the true classes as numbers from 0")
    }
  }

  /// Whether two files cannot be of the same samples; not known if only one of them has names.
  func differs(from other: TrueClasses) -> Bool {
    guard labels.count == other.labels.count else { return true }
    return (names == nil) == (other.names == nil)
      && zip(labels, other.labels).contains { names?[$0] ?? "\($0)" != other.names?[$1] ?? "\($1)" }
  }

  /// The same classes in another order; nil if a name is none of these.
  func ordered(_ names: [String]) -> TrueClasses? {
    guard let own = self.names else { return nil }
    let places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    let moved = own.compactMap { places[$0] }
    guard moved.count == own.count else { return nil }
    var classes = self
    (classes.labels, classes.names) = (labels.map { moved[$0] }, names)
    return classes
  }

  /// Takes the classes' names in their order, as they are found beside the labels; names that cannot be of these classes are
  /// passed over.
  ///
  /// - Parameter columns: the number of classes, if it is known.
  mutating func take(_ names: [String], columns: Int?) {
    if areSorted {
      guard var classes = ordered(names) else { return }
      classes.areSorted = false
      self = classes
    } else if self.names == nil, names.count == columns ?? names.count, labels.max() ?? 0 < names.count {
      self.names = names
    }
  }
}
