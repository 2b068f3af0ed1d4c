import FileFormats
import Glibc
import Problems

extension Predictions {
  /// How far a probability may be outside 0 to 1 by rounding.
  static let probabilityTolerance: Float = 1e-3
  /// How far the sum of a row may be from 1: float16 keeps three decimals.
  static let sumTolerance: Float = 1e-2
}

/// Predictions that another program wrote: probabilities or logits `[test samples, classes]` of any floating-point type,
/// or class numbers `[test samples]` of any integer type.
struct ImportedPredictions {
  let predictions: Predictions
  /// Whether the file held logits, to which softmax was applied.
  let wereLogits: Bool

  /// Reads predictions. Numbers outside 0 to 1 make a file one of logits.
  ///
  /// - Throws: where there are not as many rows as test samples or not as many columns as classes, where a number is not
  ///   finite, where the rows of numbers from 0 to 1 do not sum to 1, and where a class does not exist.
  init(npy bytes: [UInt8], file: String, testedOn dataset: RunRecord.Dataset) throws(FormatError) {
    let read = try Predictions(
      npy: bytes, file: file, classNames: dataset.classNames,
      advice: "Save probabilities or logits as float32, or the predicted classes, such as predictions.argmax(axis=1)")
    func error(_ place: String, _ problem: String, _ advice: String, remedy: Remedy? = nil) -> FormatError {
      FormatError(
        .read, format: ".npy", file: file, at: .field(place), problem: problem, advice: advice, remedy: remedy)
    }
    if let samples = dataset.testSamples, samples != read.count {
      throw error(
        "shape", "it has predictions of \(read.count) samples, and the test set of \(dataset.name) has \(samples)",
        "Predict the whole test set in its order; or save the labels of another beside them as labels.npy")
    }
    let classes = dataset.classNames.count
    guard let numbers = read.probabilities else {
      if let sample = read.classes.firstIndex(where: { !(0..<classes).contains($0) }) {
        throw error(
          "element \(sample)", "\(dataset.name) has no class \(read.classes[sample]), but 0 to \(classes - 1)",
          "Save class numbers that count from 0, or name the dataset", remedy: .nameDataset)
      }
      predictions = read
      wereLogits = false
      return
    }
    let columns = read.classCount
    if columns != classes {
      throw error(
        "shape", "it has probabilities of \(columns) classes, and \(dataset.name) has \(classes)",
        "Save one column per class, or name the dataset", remedy: .nameDataset)
    }
    if let place = numbers.firstIndex(where: { !$0.isFinite }) {
      throw error(
        "row \(place / columns), column \(place % columns)", "\(numbers[place]) is no probability and no logit",
        "Save what the model predicts before any of it overflows")
    }
    let tolerance = Predictions.probabilityTolerance
    if numbers.contains(where: { $0 < -tolerance || $0 > 1 + tolerance }) {
      predictions = Predictions(probabilities: Self.softmax(numbers, columns: columns), classCount: columns)
      wereLogits = true
      return
    }
    for row in 0..<read.count {
      let sum = numbers[row * columns..<(row + 1) * columns].reduce(0, +)
      if abs(sum - 1) > Predictions.sumTolerance {
        throw error(
          "row \(row)", "its numbers are from 0 to 1 but sum to \(sum), so they are neither probabilities nor logits",
          "Save what softmax gives, which sums to 1 in each row, or the logits before it")
      }
    }
    predictions = read
    wereLogits = false
  }

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
}
