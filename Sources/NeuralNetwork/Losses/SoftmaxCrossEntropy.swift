#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Softmax and sparse categorical cross-entropy together, as Keras computes them, from logits z:
/// p_k = exp(z_k - max z) / sum of exp(z_j - max z), loss = log(sum of exp(z_j - max z)) - (z_label - max z).
enum SoftmaxCrossEntropy {
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
  /// also (p - one-hot label) / rows, the gradient of the mean loss by the logits.
  static func evaluate(
    logits: UnsafeBufferPointer<Float>, labels: UnsafeBufferPointer<UInt8>, classes: Int,
    gradient: UnsafeMutableBufferPointer<Float>?
  ) -> BatchResult {
    var result = BatchResult()
    let rows = Float(labels.count)
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
      result.lossSum += Double(logf(sum) - (logits[row + Int(label)] - highest))
      if best == Int(label) { result.correct += 1 }
      if let gradient {
        for k in 0..<classes {
          gradient[row + k] = (gradient[row + k] / sum - (k == Int(label) ? 1 : 0)) / rows
        }
      }
    }
    return result
  }
}

/// Loss and hits over some samples; results add up.
public struct BatchResult: Sendable, Equatable {
  /// How many samples.
  public var samples = 0
  /// The sum of the samples' cross-entropies, in nats.
  public var lossSum = 0.0
  /// How many samples were classified rightly.
  public var correct = 0

  /// The result over no samples.
  public init() {}

  /// The mean cross-entropy.
  public var loss: Double { lossSum / Double(samples) }
  /// The share of samples classified rightly.
  public var accuracy: Double { Double(correct) / Double(samples) }

  /// Adds the results of other samples.
  public static func += (left: inout BatchResult, right: BatchResult) {
    left.samples += right.samples
    left.lossSum += right.lossSum
    left.correct += right.correct
  }
}
