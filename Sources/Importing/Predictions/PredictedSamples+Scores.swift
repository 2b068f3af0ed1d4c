import FileFormats
import Glibc
import RunRecords

extension PredictedSamples {
  /// Reads rows of a number for each class: probabilities, percent, or logits, to which softmax is applied.
  ///
  /// - Throws: ``FormatError`` if a number is not finite, if a row of numbers from 0 to 1 does not sum to 1, or if there are
  ///   more columns than there may be classes.
  init(rows: consuming [Float], columns: Int, file: String, format: String) throws(FormatError) {
    let scale = try Self.scale(of: rows, columns: columns, file: file, format: format)
    switch scale {
    case .probabilities: break
    case .percent:
      for place in rows.indices { rows[place] /= 100 }
      notes = ["the predictions are in percent, and were divided by 100"]
    case .logits:
      Self.applySoftmax(to: &rows, columns: columns)
      notes = ["the predictions are logits, to which softmax was applied"]
    }
    values = .probabilities(rows, columns: columns)
    self.file = file
    self.format = format
  }

  /// Reads rows of whole percent; nil if they do not sum to 100.
  init?(percent: [Int], columns: Int, file: String) {
    let rows = percent.map { Float($0) }
    guard (try? Self.scale(of: rows, columns: columns, file: file, format: "array")) == .percent,
      let samples = try? PredictedSamples(rows: rows, columns: columns, file: file, format: "array")
    else { return nil }
    self = samples
  }

  /// Reads the only output of a network for two classes: the probability of class 1, in percent or not, or its logit, to which
  /// the sigmoid function is applied.
  ///
  /// - Throws: ``FormatError`` if a number is not finite.
  init(outputs: [Float], file: String, format: String = "array") throws(FormatError) {
    if let place = outputs.firstIndex(where: { !$0.isFinite }) {
      throw FormatError(
        .read, format: format, file: file, at: .field("element \(place)"),
        problem: "\(outputs[place]) is no probability and no logit",
        advice: "Save what the model predicts before any of it overflows")
    }
    let tolerance = Predictions.probabilityTolerance
    let (least, greatest) = (outputs.min() ?? 0, outputs.max() ?? 0)
    notes = ["the one column of the predictions is the probability of class 1"]
    var probability: (Float) -> Float = { $0 }
    if least < -tolerance || greatest > 1 + tolerance {
      if least >= 0 && greatest > Self.greatestLogit && greatest <= 100 + 100 * tolerance {
        probability = { $0 / 100 }
        notes = ["the one column of the predictions is the percentage of class 1, and was divided by 100"]
      } else {
        probability = { Float(1 / (1 + exp(-Double($0)))) }
        notes = ["the one column of the predictions is the logit of class 1, to which the sigmoid function was applied"]
      }
    }
    values = .probabilities(
      outputs.flatMap { output -> [Float] in
        let one = probability(output)
        return [1 - one, one]
      }, columns: 2)
    self.file = file
    self.format = format
  }

  /// What rows of numbers are.
  private enum Scale { case probabilities, percent, logits }

  private static func scale(
    of rows: [Float], columns: Int, file: String, format: String
  ) throws(FormatError) -> Scale {
    func error(_ place: String, _ problem: String, _ advice: String) -> FormatError {
      FormatError(.read, format: format, file: file, at: .field(place), problem: problem, advice: advice)
    }
    guard columns <= RunRecord.Dataset.maximumClasses else {
      throw error(
        "shape", "it has \(columns) columns, and there may be \(RunRecord.Dataset.maximumClasses) classes",
        "Save probabilities of the shape [test samples, classes], or class numbers from 0")
    }
    let tolerance = Predictions.probabilityTolerance
    var (isPercent, areShares, other) = (!rows.isEmpty, true, (row: 0, sum: Float(1)))
    for start in stride(from: 0, to: rows.count, by: columns) {
      var (sum, least, greatest) = (Float(0), Float.infinity, -Float.infinity)
      for place in start..<start + columns {
        let number = rows[place]
        guard number.isFinite else {
          throw error(
            "row \(start / columns), column \(place - start)", "\(number) is no probability and no logit",
            "Save what the model predicts before any of it overflows")
        }
        sum += number
        least = min(least, number)
        greatest = max(greatest, number)
      }
      if least < -tolerance || greatest > 1 + tolerance { areShares = false }
      if least < -100 * tolerance || abs(sum - 100) > 100 * sumTolerance { isPercent = false }
      if abs(sum - 1) > sumTolerance && abs(other.sum - 1) <= sumTolerance { other = (start / columns, sum) }
    }
    guard areShares else { return isPercent ? .percent : .logits }
    if abs(other.sum - 1) > sumTolerance {
      throw error(
        "row \(other.row)",
        "its numbers are from 0 to 1 but sum to \(other.sum), so they are neither probabilities nor logits",
        "Save what softmax gives, which sums to 1 in each row, or the logits before it")
    }
    return .probabilities
  }

  /// How far the sum of a row may be from 1: float16 keeps three decimals.
  private static let sumTolerance: Float = 1e-2

  /// No network for two classes has only positive logits, and one above this: e^20 to 1 is surer than float32 can tell.
  private static let greatestLogit: Float = 20

  /// exp(z - max z) / sum of exp(z - max z), row by row.
  private static func applySoftmax(to logits: inout [Float], columns: Int) {
    var powers = [Double](repeating: 0, count: columns)
    for start in stride(from: 0, to: logits.count, by: columns) {
      var highest = -Double.infinity
      for place in start..<start + columns { highest = max(highest, Double(logits[place])) }
      var sum = 0.0
      for column in 0..<columns {
        powers[column] = exp(Double(logits[start + column]) - highest)
        sum += powers[column]
      }
      for column in 0..<columns { logits[start + column] = Float(powers[column] / sum) }
    }
  }
}
