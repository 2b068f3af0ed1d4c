import FileFormats
import Glibc
import Problems
import RunRecords

/// What a file says was predicted, one row per test sample, before it is held against the test set.
struct PredictedSamples: Sendable, Equatable {
  /// What was predicted.
  enum Values: Sendable, Equatable {
    /// Probabilities or logits, `[samples, columns]` row by row.
    case numbers([Float], columns: Int)
    /// A class for each sample.
    case classes([Int])
  }

  /// What was predicted.
  var values: Values
  /// The true class of each sample, if the file holds it as well.
  var labels: [Int]?
  /// The file's path and format, for errors.
  var file: String
  /// The format in its own terms, such as `.npy`.
  var format: String

  /// The number of samples.
  var count: Int {
    switch values {
    case .numbers(let numbers, let columns): numbers.count / columns
    case .classes(let classes): classes.count
    }
  }

  /// The number of classes that the predictions name: their columns, or up to the highest class number, `label` included.
  ///
  /// - Throws: ``FormatError`` if there are more classes than a run may have.
  func classCount(including label: Int = 0) throws(FormatError) -> Int {
    let highest =
      switch values {
      case .numbers(_, let columns): columns - 1
      case .classes(let classes): max(classes.max() ?? 0, label, 0)
      }
    guard highest < RunRecord.Dataset.maximumClasses else {
      throw error(
        "shape", "it names a class \(highest), and there may be \(RunRecord.Dataset.maximumClasses) classes",
        "Save probabilities of the shape [test samples, classes], or class numbers from 0")
    }
    return highest + 1
  }

  /// Holds the predictions against what the model was tested on. Numbers outside 0 to 1 are logits, to which softmax is
  /// applied.
  ///
  /// - Throws: ``FormatError`` if there are not as many rows as test samples or not as many columns as classes, if a number
  ///   is not finite, if a row of numbers from 0 to 1 does not sum to 1, or if a class does not exist.
  func predictions(
    testedOn dataset: RunRecord.Dataset
  ) throws(FormatError) -> (predictions: Predictions, wereLogits: Bool) {
    if let samples = dataset.testSamples, samples != count {
      throw error(
        "shape",
        "it has predictions of \(count) samples, and the test set\(dataset.name.map { " of \($0)" } ?? "") has \(samples)",
        "Predict the whole test set in its order; or save the labels of another beside them as labels.npy")
    }
    let classCount = dataset.classNames.count
    switch values {
    case .classes(let classes):
      if let sample = classes.firstIndex(where: { !(0..<classCount).contains($0) }) {
        throw error(
          "element \(sample)",
          "\(dataset.name ?? "the test set") has no class \(classes[sample]), but 0 to \(classCount - 1)",
          "Save class numbers that count from 0, or name the dataset", remedy: .nameDataset)
      }
      return (Predictions(classes: classes, classCount: classCount), false)
    case .numbers(let numbers, let columns):
      let wereLogits = try check(
        numbers, columns: columns, classCount: classCount, dataset: dataset.name ?? "the test set")
      let probabilities = wereLogits ? Self.softmax(numbers, columns: columns) : numbers
      return (Predictions(probabilities: probabilities, classCount: columns), wereLogits)
    }
  }

  /// Whether the numbers are logits; throws if they are neither logits nor probabilities.
  private func check(
    _ numbers: [Float], columns: Int, classCount: Int, dataset: String
  ) throws(FormatError) -> Bool {
    if columns != classCount {
      throw error(
        "shape", "it has probabilities of \(columns) classes, and \(dataset) has \(classCount)",
        "Save one column per class, or name the dataset", remedy: .nameDataset)
    }
    if let place = numbers.firstIndex(where: { !$0.isFinite }) {
      throw error(
        "row \(place / columns), column \(place % columns)", "\(numbers[place]) is no probability and no logit",
        "Save what the model predicts before any of it overflows")
    }
    let tolerance = Predictions.probabilityTolerance
    if numbers.contains(where: { $0 < -tolerance || $0 > 1 + tolerance }) { return true }
    for row in 0..<count {
      let sum = numbers[row * columns..<(row + 1) * columns].reduce(0, +)
      if abs(sum - 1) > Self.sumTolerance {
        throw error(
          "row \(row)", "its numbers are from 0 to 1 but sum to \(sum), so they are neither probabilities nor logits",
          "Save what softmax gives, which sums to 1 in each row, or the logits before it")
      }
    }
    return false
  }

  /// How far the sum of a row may be from 1: float16 keeps three decimals.
  private static let sumTolerance: Float = 1e-2

  /// exp(z - max z) / sum of exp(z - max z), row by row.
  private static func softmax(_ logits: [Float], columns: Int) -> [Float] {
    var probabilities = logits
    for start in stride(from: 0, to: logits.count, by: columns) {
      let row = start..<start + columns
      let highest = Double(logits[row].max() ?? 0)
      let powers = logits[row].map { exp(Double($0) - highest) }
      let sum = powers.reduce(0, +)
      for (place, power) in zip(row, powers) { probabilities[place] = Float(power / sum) }
    }
    return probabilities
  }

  private func error(_ place: String, _ problem: String, _ advice: String, remedy: Remedy? = nil) -> FormatError {
    FormatError(.read, format: format, file: file, at: .field(place), problem: problem, advice: advice, remedy: remedy)
  }
}
