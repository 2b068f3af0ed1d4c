import FileFormats
import RunRecords

/// How the classes of a test set are counted that came with the models.
struct ClassNumbering: Sendable, Equatable {
  /// The number of the first class, 0 or 1.
  let first: Int
  /// The number of classes.
  let count: Int

  /// Classes that count from 0.
  init(count: Int) {
    first = 0
    self.count = count
  }

  /// Tells how classes are counted: from 1 if no label and no predicted class is 0, and the highest is the number of columns
  /// or names. Without either, if each class from 1 to the highest is among the labels.
  ///
  /// - Parameters:
  ///   - truth: the labels.
  ///   - predicted: what was predicted, of each model.
  ///   - names: the number of names that are given.
  /// - Throws: ``FormatError`` if a label has no column, or there are more classes than a run may have.
  init(of truth: TrueClasses, predicted: [PredictedSamples], names: Int?) throws(FormatError) {
    let columns = predicted.compactMap(\.columns).max()
    let classes = predicted.compactMap(\.classes)
    let highest = max(truth.labels.max() ?? 0, classes.compactMap { $0.max() }.max() ?? 0)
    let lowest = min(truth.labels.min() ?? 0, classes.compactMap { $0.min() }.min() ?? .max)
    if truth.names != nil || lowest < 1 {
      first = 0
    } else if let count = columns ?? names {
      first = count == highest ? 1 : 0
    } else {
      first = Set(truth.labels).count == highest ? 1 : 0
    }
    let most = RunRecord.Dataset.maximumClasses
    // The highest class may be the highest number there is.
    count = columns ?? max(names ?? 0, truth.names?.count ?? min(highest, most) + 1 - first)
    guard count <= most, highest <= most else {
      throw FormatError(
        .read, format: "array", file: predicted.first?.file ?? truth.file, at: .field("shape"),
        problem: "it names a class \(highest), and there may be \(most) classes",
        advice: "Save probabilities of the shape [test samples, classes], or class numbers from 0")
    }
    if let sample = truth.labels.firstIndex(where: { $0 < first || $0 >= count + first }) {
      throw FormatError(
        .read, format: "array", file: truth.file, at: .field("element \(sample)"),
        problem:
          "it is class \(truth.labels[sample]), and the predictions beside it have columns for 0 to \(count - 1)",
        advice: "Save the true classes as numbers that count from 0, in the order of the columns")
    }
  }

  /// What people should know of it; a clause.
  var note: String? { first == 0 ? nil : "the classes are counted from 1, the first is class 1" }

  /// The classes' names if there are no others: their numbers.
  var names: [String] { (first..<count + first).map(String.init) }
}
