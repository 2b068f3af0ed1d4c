import FileFormats

extension Predictions {
  /// How far a probability may be outside 0 to 1 by rounding.
  static let probabilityTolerance: Float = 1e-3
  /// How far the sum of a row may be from 1: float16 keeps three decimals.
  static let sumTolerance: Float = 1e-2

  /// Reads predictions that another program wrote: probabilities `[test samples, classes]` of any floating-point type,
  /// or class numbers `[test samples]` of any integer type.
  ///
  /// - Throws: where there are not as many rows as test samples or not as many columns as classes, where a row is no
  ///   probabilities, and where a class does not exist.
  init(importing bytes: [UInt8], file: String, testedOn dataset: RunRecord.Dataset) throws(FormatError) {
    self = try Predictions(
      npy: bytes, file: file, classNames: dataset.classNames, advice: "Save it as docs/import.md describes it")
    func error(_ place: String, _ problem: String, _ advice: String) -> FormatError {
      FormatError(.read, format: ".npy", file: file, at: .field(place), problem: problem, advice: advice)
    }
    if let samples = dataset.testSamples, samples != count {
      throw error(
        "shape", "it has predictions of \(count) samples, and the test set of \(dataset.name) has \(samples)",
        "Predict the whole test set in its order, or name the dataset with --data")
    }
    let classes = dataset.classNames.count
    guard let probabilities else {
      if let sample = self.classes.firstIndex(where: { !(0..<classes).contains($0) }) {
        throw error(
          "element \(sample)", "\(dataset.name) has no class \(self.classes[sample]), but 0 to \(classes - 1)",
          "Save class numbers that count from 0, or name the dataset with --data")
      }
      return
    }
    if classCount != classes {
      throw error(
        "shape", "it has probabilities of \(classCount) classes, and \(dataset.name) has \(classes)",
        "Save one column a class, or name the dataset with --data")
    }
    let advice = "Save what softmax gives, not logits: numbers from 0 to 1 that sum to 1 in each row"
    for row in 0..<count {
      var sum: Float = 0
      for column in 0..<classCount {
        let value = probabilities[row * classCount + column]
        // Comparisons are false for NaN.
        guard value >= -Self.probabilityTolerance && value <= 1 + Self.probabilityTolerance else {
          throw error("row \(row), column \(column)", "\(value) is no probability", advice)
        }
        sum += value
      }
      if abs(sum - 1) > Self.sumTolerance {
        throw error("row \(row)", "its numbers sum to \(sum), so they are no probabilities", advice)
      }
    }
  }
}
