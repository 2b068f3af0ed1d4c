/// How far apart the accuracies of two models are that answered the same samples, with a 95% confidence interval.
///
/// Only the samples that one model gets right and the other does not tell them apart. The interval is Agresti and Min's
/// for matched proportions: Wald's after half a sample is added to each cell of the table of both models' hits, which
/// keeps it honest where few samples differ. With b and c the samples that only the one and only the other gets right,
/// and n all samples:
///
///     d = (b - c) / (n + 2)
///     d ± 1.96 sqrt(b + c + 1 - (b - c)² / (n + 2)) / (n + 2), cut to -1 and 1
///
/// A. Agresti and Y. Min, Simple improved confidence intervals for comparing matched proportions, Statistics in Medicine
/// 24 (2005), 729-740: their "Wald+2".
package struct PairedDifference: Sendable, Equatable {
  /// All samples, at least 1.
  package let samples: Int
  /// Samples that only the model gets right.
  package let onlyModel: Int
  /// Samples that only the one it is compared with gets right.
  package let onlyOther: Int

  /// Compares two models' answers, in the same order as the true classes and as many of them, at least one.
  package init(labels: [Int], model: [Int], other: [Int]) {
    precondition(!labels.isEmpty && labels.count == model.count && labels.count == other.count, "pairs are needed")
    var (onlyModel, onlyOther) = (0, 0)
    for (label, (one, other)) in zip(labels, zip(model, other)) {
      if one == label && other != label { onlyModel += 1 }
      if one != label && other == label { onlyOther += 1 }
    }
    self.init(samples: labels.count, onlyModel: onlyModel, onlyOther: onlyOther)
  }

  /// Takes the counts.
  package init(samples: Int, onlyModel: Int, onlyOther: Int) {
    self.samples = samples
    self.onlyModel = onlyModel
    self.onlyOther = onlyOther
  }

  /// The model's accuracy less the other's, -1 to 1.
  package var difference: Double { Double(onlyModel - onlyOther) / Double(samples) }

  /// The 95% confidence interval of the difference, within -1 to 1.
  package var interval: ClosedRange<Double> {
    let size = Double(samples + 2)
    let apart = Double(onlyModel - onlyOther)
    let deviation = (Double(onlyModel + onlyOther + 1) - apart * apart / size).squareRoot() / size
    let center = apart / size
    let reach = normalQuantile * deviation
    return max(-1, center - reach)...min(1, center + reach)
  }

  /// Whether the interval leaves open which of the two is better.
  package var isUndecided: Bool { interval.contains(0) }
}
