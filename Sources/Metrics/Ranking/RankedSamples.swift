/// How many positive and how many negative samples score at least as high as each threshold, from the highest score down: what
/// ROC and precision-recall curves are drawn from. Samples with the same score enter together.
package struct RankedSamples: Sendable, Equatable {
  /// The samples of the class that the scores are for.
  package let positives: Int
  /// All others.
  package let negatives: Int
  /// The positive samples at or above each threshold; 0 first, where the threshold is above all scores.
  package let truePositives: [Int]
  /// The negative samples at or above each threshold; 0 first.
  package let falsePositives: [Int]

  /// Ranks samples, each a score and whether it is positive. No score may be NaN.
  package init(_ samples: some Sequence<(score: Float, isPositive: Bool)>) {
    self.init(keys: samples.map { ($0.score.ascendingBits << 1) | ($0.isPositive ? 1 : 0) })
  }

  /// Takes keys: the bits of the score, above one that says whether the sample is positive.
  private init(keys: [UInt64]) {
    var (hits, alarms) = (0, 0)
    var (truePositives, falsePositives) = ([0], [0])
    let keys = radixSorted(keys)
    for index in keys.indices.reversed() {
      if keys[index] & 1 == 1 { hits += 1 } else { alarms += 1 }
      if index > 0, keys[index] >> 1 == keys[index - 1] >> 1 { continue }
      truePositives.append(hits)
      falsePositives.append(alarms)
    }
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    (positives, negatives) = (hits, alarms)
  }
}

extension RankedSamples {
  /// The area under the ROC curve by the trapezoidal rule, as scikit-learn's `roc_auc_score`: the share of pairs of a positive
  /// and a negative sample in which the positive one scores higher, ties counting half; nil if there are no such pairs.
  package var rocArea: Double? {
    guard positives > 0, negatives > 0 else { return nil }
    var doubled = 0.0
    for index in truePositives.indices.dropFirst() {
      doubled +=
        Double(falsePositives[index] - falsePositives[index - 1])
        * Double(truePositives[index] + truePositives[index - 1])
    }
    return doubled / 2 / Double(positives) / Double(negatives)
  }

  /// The mean of the precisions at all thresholds, each weighted by the recall that it adds, as scikit-learn's
  /// `average_precision_score`; nil without positive samples, for which scikit-learn has 0.
  package var averagePrecision: Double? {
    guard positives > 0 else { return nil }
    var sum = 0.0
    for index in truePositives.indices.dropFirst() {
      let added = truePositives[index] - truePositives[index - 1]
      if added > 0 { sum += Double(added) * precision(index) }
    }
    return sum / Double(positives)
  }

  /// The share of the samples at or above a threshold that are positive; 1 above all scores.
  package func precision(_ index: Int) -> Double {
    let all = truePositives[index] + falsePositives[index]
    return all == 0 ? 1 : Double(truePositives[index]) / Double(all)
  }

  /// The thresholds between which the ROC curve is straight, and the highest, as scikit-learn's `roc_curve` keeps them.
  package var corners: [Int] {
    truePositives.indices.filter { index in
      guard index > 1, index + 1 < truePositives.count else { return true }
      func bends(_ counts: [Int]) -> Bool {
        counts[index + 1] - counts[index] != counts[index] - counts[index - 1]
      }
      return bends(truePositives) || bends(falsePositives)
    }
  }
}

extension Float {
  /// 32 bits in the order of the numbers; 0 and -0 have the same.
  fileprivate var ascendingBits: UInt64 {
    let bits = (self + 0).bitPattern
    return UInt64(bits & 0x8000_0000 == 0 ? bits | 0x8000_0000 : ~bits)
  }
}

/// Keys of 33 bits sorted by all but the lowest bit: three passes of a radix sort, several times as fast as comparing.
private func radixSorted(_ keys: [UInt64]) -> [UInt64] {
  var (keys, other) = (keys, keys)
  for shift in [1, 12, 23] as [UInt64] {
    var starts = [Int](repeating: 0, count: 2049)
    for key in keys { starts[Int((key >> shift) & 2047) + 1] += 1 }
    for digit in 1..<2049 { starts[digit] += starts[digit - 1] }
    for key in keys {
      let digit = Int((key >> shift) & 2047)
      other[starts[digit]] = key
      starts[digit] += 1
    }
    swap(&keys, &other)
  }
  return keys
}
