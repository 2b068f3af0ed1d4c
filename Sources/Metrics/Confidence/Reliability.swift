/// How often answers are right that a model is equally sure of: bins of as equal a count as ties allow, from the least sure to
/// the surest, as scikit-learn's `calibration_curve(strategy="quantile")` has them.
package struct Reliability: Sendable, Equatable {
  /// Answers of about the same confidence.
  package struct Bin: Codable, Sendable, Equatable {
    /// The mean confidence, 0 to 1.
    package var confidence: Double
    /// The number of answers.
    package var samples: Int
    /// The right ones.
    package var correct: Int

    /// Creates a bin.
    package init(confidence: Double, samples: Int, correct: Int) {
      (self.confidence, self.samples, self.correct) = (confidence, samples, correct)
    }

    /// The right answers as a share of all.
    package var accuracy: Proportion { Proportion(correct, of: samples) }
  }

  /// Those that hold answers.
  package let bins: [Bin]

  /// Takes the confidence of each answer, finite, and whether it is right.
  package init(confidences: [Float], isCorrect: [Bool], binCount: Int) {
    precondition(confidences.count == isCorrect.count && binCount > 0, "each confidence is of an answer")
    let order = confidences.indices.sorted { confidences[$0] < confidences[$1] }
    let sorted = order.map { Double(confidences[$0]) }
    // As NumPy gets there, by percentages: rounded otherwise, an edge may fall on the other side of a tie.
    let edges = (1..<binCount).map {
      Self.quantile(Double($0) * (1 / Double(binCount)) * 100 / 100, of: sorted)
    }
    var bins: [Bin] = []
    var (bin, next) = (Bin(confidence: 0, samples: 0, correct: 0), 0)
    for (place, confidence) in sorted.enumerated() {
      while next < edges.count, edges[next] < confidence {
        bins.append(bin)
        bin = Bin(confidence: 0, samples: 0, correct: 0)
        next += 1
      }
      bin.confidence += confidence
      bin.samples += 1
      if isCorrect[order[place]] { bin.correct += 1 }
    }
    bins.append(bin)
    self.bins = bins.filter { $0.samples > 0 }.map {
      Bin(confidence: $0.confidence / Double($0.samples), samples: $0.samples, correct: $0.correct)
    }
  }

  /// The expected calibration error, 0 to 1: how far confidence and accuracy of the bins are apart, weighted by their samples.
  ///
  /// C. Guo et al., On calibration of modern neural networks, ICML 2017, with bins of equal count instead of equal width.
  package var expectedCalibrationError: Double {
    let total = bins.reduce(0) { $0 + $1.samples }
    return bins.reduce(0) {
      $0 + abs(Double($1.correct) - Double($1.samples) * $1.confidence) / Double(max(total, 1))
    }
  }

  /// The quantile between two numbers of a sorted list, as NumPy's `percentile` interpolates.
  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    guard let last = sorted.last else { return 0 }
    let place = share * Double(sorted.count - 1)
    let index = Int(place)
    guard index + 1 < sorted.count else { return last }
    let (part, step) = (place - Double(index), sorted[index + 1] - sorted[index])
    return part < 0.5 ? sorted[index] + step * part : sorted[index + 1] - step * (1 - part)
  }
}
