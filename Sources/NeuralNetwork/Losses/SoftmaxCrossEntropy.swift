import Glibc
import Kinds

/// Softmax and sparse categorical cross-entropy together, as Keras computes them, from logits z:
/// p_k = exp(z_k - max z) / sum of exp(z_j - max z), loss = log(sum of exp(z_j - max z)) - (z_label - max z).
///
/// With label smoothing s (Szegedy et al., 2016) the target is 1 - s + s / classes for the label and s / classes for each
/// other class, as PyTorch has it; the loss is the cross-entropy of that target.
package struct SoftmaxCrossEntropy: Codable, Sendable, Equatable {
  /// The share of a sample's weight that is spread evenly over all classes, 0 to below 1.
  package var labelSmoothing = 0.0

  /// The plain cross-entropy.
  package init() {}

  enum CodingKeys: String, CodingKey, CaseIterable {
    case labelSmoothing = "label_smoothing"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    labelSmoothing = try fields.number(.labelSmoothing, default: labelSmoothing, in: .from(0, below: 1))
  }

  /// Turns rows of logits into rows of probabilities.
  static func probabilities(
    logits: UnsafeBufferPointer<Float>, classes: Int, into probabilities: UnsafeMutableBufferPointer<Float>
  ) {
    for row in stride(from: 0, to: logits.count, by: classes) {
      var highest = logits[row]
      for k in 1..<max(classes, 1) { highest = max(highest, logits[row + k]) }
      var sum: Float = 0
      for k in row..<row + classes {
        let value = expf(logits[k] - highest)
        probabilities[k] = value
        sum += value
      }
      for k in row..<row + classes { probabilities[k] /= sum }
    }
  }

  /// The loss, and whether the highest logit is the label's, summed over the rows that have a label; with `gradient`
  /// also (p - target) / rows, the gradient of the mean loss by the logits.
  ///
  /// - Parameter mixed: what of each target is another class's instead; it counts for the loss alone.
  func evaluate(
    logits: UnsafeBufferPointer<Float>, labels: UnsafeBufferPointer<Int32>, mixed: MixedLabels? = nil, classes: Int,
    gradient: UnsafeMutableBufferPointer<Float>?
  ) -> BatchResult {
    var result = BatchResult()
    let rows = Float(labels.count)
    let spread = labelSmoothing / Double(max(classes, 1))
    let (onLabel, elsewhere) = (Float(1 - labelSmoothing + spread), Float(spread))
    for (sample, label) in labels.enumerated() {
      let row = sample * classes
      var best = 0
      for k in 1..<max(classes, 1) where logits[row + k] > logits[row + best] { best = k }
      let highest = logits[row + best]
      var sum: Float = 0
      for k in row..<row + classes {
        let value = expf(logits[k] - highest)
        gradient?[k] = value
        sum += value
      }
      result.samples += 1
      var ofLabel = Double(logf(sum) - (logits[row + Int(label)] - highest))
      if let mixed {
        let ofOther = Double(logf(sum) - (logits[row + Int(mixed.labels[sample])] - highest))
        ofLabel += Double(mixed.shares[sample]) * (ofOther - ofLabel)
      }
      if labelSmoothing == 0 {
        result.lossSum += ofLabel
      } else {
        let ofAll = (row..<row + classes).reduce(0.0) { $0 + Double(logf(sum) - (logits[$1] - highest)) }
        result.lossSum += (1 - labelSmoothing) * ofLabel + spread * ofAll
      }
      if best == Int(label) { result.correct += 1 }
      if let gradient {
        for k in 0..<classes {
          gradient[row + k] = (gradient[row + k] / sum - (k == Int(label) ? onLabel : elsewhere)) / rows
        }
        if let mixed {
          let share = mixed.shares[sample] * Float(1 - labelSmoothing) / rows
          gradient[row + Int(label)] += share
          gradient[row + Int(mixed.labels[sample])] -= share
        }
      }
    }
    return result
  }
}

/// Loss and hits over some samples; results add up.
package struct BatchResult: Sendable, Equatable {
  /// How many samples.
  package var samples = 0
  /// The sum of the samples' cross-entropies, in nats.
  package var lossSum = 0.0
  /// How many samples were classified rightly.
  package var correct = 0

  /// The result over no samples.
  package init() {}

  /// The mean cross-entropy.
  package var loss: Double { lossSum / Double(samples) }
  /// The share of samples classified rightly.
  package var accuracy: Double { Double(correct) / Double(samples) }

  /// Adds the results of other samples.
  package static func += (left: inout BatchResult, right: BatchResult) {
    left.samples += right.samples
    left.lossSum += right.lossSum
    left.correct += right.correct
  }
}
