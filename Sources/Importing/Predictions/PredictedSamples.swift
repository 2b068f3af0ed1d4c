import FileFormats
import Problems
import RunRecords

/// What a file says was predicted for every test sample, before it is held against the test set.
struct PredictedSamples: Sendable, Equatable {
  /// What was predicted.
  enum Values: Sendable, Equatable {
    /// Probabilities, `[samples, columns]` row by row.
    case probabilities([Float], columns: Int)
    /// A class for each sample.
    case classes([Int])
  }

  /// What was predicted.
  var values: Values
  /// The names of class numbers, if the file has names instead.
  var classNames: [String]?
  /// The true classes, if the file holds them as well.
  var truth: TrueClasses?
  /// The samples' images, if the file holds them as well.
  var images: NPYArray?
  /// How the numbers were read if it is not as they stand; clauses.
  var notes: [String] = []
  /// The file's path and format, for errors.
  var file: String
  /// The format in its own terms.
  var format: String

  /// The number of samples.
  var count: Int {
    switch values {
    case .probabilities(let numbers, let columns): numbers.count / columns
    case .classes(let classes): classes.count
    }
  }

  /// The number of classes that have a column; nil if the predictions are class numbers.
  ///
  /// Swift 6.3's optimizer fails where this is inlined into a loop over samples.
  @inline(never) var columns: Int? {
    guard case .probabilities(_, let columns) = values else { return nil }
    return columns
  }

  /// The predicted classes; nil if the predictions are probabilities.
  ///
  /// Not inlined, like ``columns``.
  @inline(never) var classes: [Int]? {
    guard case .classes(let classes) = values else { return nil }
    return classes
  }

  /// Holds the predictions against what the model was tested on.
  ///
  /// - Parameter first: the number of the first class in class numbers, 0 or 1.
  /// - Throws: ``FormatError`` if there are not as many samples as test samples or not as many columns as classes, or if a
  ///   class does not exist.
  func predictions(testedOn dataset: RunRecord.Dataset, countingFrom first: Int = 0) throws(FormatError) -> Predictions
  {
    if let samples = dataset.testSamples, samples != count {
      throw error(
        "shape",
        "it has predictions of \(count) samples, and the test set\(dataset.name.map { " of \($0)" } ?? "") has \(samples)",
        "Predict the whole test set in its order; or save the labels of another beside them as labels.npy")
    }
    let classCount = dataset.classNames.count
    let set = dataset.name ?? "the test set"
    switch values {
    case .classes(let classes):
      if let classNames {
        return Predictions(
          classes: try places(of: classes, named: classNames, in: dataset.classNames, of: set), classCount: classCount)
      }
      if classCount == 2 && areSigns {
        return Predictions(classes: classes.map { max($0, 0) }, classCount: classCount)
      }
      if let sample = classes.firstIndex(where: { !(first..<classCount + first).contains($0) }) {
        throw error(
          "element \(sample)",
          "\(set) has no class \(classes[sample]), but \(first) to \(classCount - 1 + first)",
          "Save class numbers that count from 0, or name the dataset", remedy: .nameDataset)
      }
      return Predictions(classes: first == 0 ? classes : classes.map { $0 - first }, classCount: classCount)
    case .probabilities(let numbers, let columns):
      if columns != classCount {
        throw error(
          "shape", "it has probabilities of \(columns) classes, and \(set) has \(classCount)",
          "Save one column per class, or name the dataset", remedy: .nameDataset)
      }
      return Predictions(probabilities: numbers, classCount: columns)
    }
  }

  /// Whether the classes are -1 and 1, which are the two of a test set that has no more.
  var areSigns: Bool {
    guard case .classes(let classes) = values else { return false }
    return classes.contains(-1) && classes.contains(1) && classes.allSatisfy { $0 == -1 || $0 == 1 }
  }

  /// The places of named classes among a test set's names.
  private func places(
    of classes: [Int], named names: [String], in all: [String], of set: String
  ) throws(FormatError) -> [Int] {
    let places = names.map { all.firstIndex(of: $0) }
    var found: [Int] = []
    for (sample, label) in classes.enumerated() {
      guard let place = places[label] else {
        throw error(
          "element \(sample)", "\(set) has no class \(names[label])", "Save the names as the test set has them",
          remedy: .nameDataset)
      }
      found.append(place)
    }
    return found
  }

  private func error(_ place: String, _ problem: String, _ advice: String, remedy: Remedy? = nil) -> FormatError {
    FormatError(.read, format: format, file: file, at: .field(place), problem: problem, advice: advice, remedy: remedy)
  }
}
