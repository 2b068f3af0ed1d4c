/// How many answers are wrong if the least sure ones are left out: for each confidence from the highest down, the answers that
/// are at least as sure, and the wrong ones among them. Answers of the same confidence enter together.
package struct RiskCoverage: Sendable, Equatable {
  /// The answers at each confidence or above it, all of them at last.
  package let answered: [Int]
  /// The wrong ones among them.
  package let errors: [Int]

  /// Takes the confidence of each answer, which is not NaN, and whether it is right.
  package init(confidences: [Float], isCorrect: [Bool]) {
    let samples = RankedSamples(zip(confidences, isCorrect).lazy.map { (score: $0, isPositive: $1) })
    errors = Array(samples.falsePositives.dropFirst())
    answered = zip(samples.truePositives, samples.falsePositives).dropFirst().map(+)
  }

  /// The largest share of the samples, 0 to 1, that can be answered with no more than a risk of errors; 0 if none can.
  package func coverage(atRisk risk: Double) -> Double {
    let best = answered.indices.last { Double(errors[$0]) <= risk * Double(answered[$0]) }
    return best.map { Double(answered[$0]) / Double(answered.last ?? 1) } ?? 0
  }
}
