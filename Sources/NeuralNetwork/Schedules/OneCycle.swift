import Glibc
import Kinds

/// One cycle (Smith and Topin, 2018) in PyTorch's form: the rate rises along half a cosine to its highest, then falls
/// along another to far below where it began, which the last step has.
package struct OneCycle: Schedule {
  package static let kind = "one_cycle"
  /// The highest rate.
  package var learningRate = 1e-3
  /// The share of the steps in which the rate rises.
  package var pctStart = 0.3
  /// The highest rate divided by the first.
  package var divFactor = 25.0
  /// The first rate divided by the last.
  package var finalDivFactor = 1e4
  package var warmupEpochs = 0.0

  /// PyTorch's defaults.
  package init() {}

  package func rate(afterWarmup step: Int, of length: TrainingLength) -> Double {
    let first = learningRate / divFactor
    let steps = Double(max(length.steps, 1))
    let highest = pctStart * steps - 1
    if Double(step) < highest {
      return Self.between(first, learningRate, at: Double(step) / highest)
    }
    let share = (Double(step) - highest) / (steps - 1 - highest)
    return Self.between(learningRate, first / finalDivFactor, at: share)
  }

  /// From `start`, at 0, along half a cosine to `end`, at 1.
  private static func between(_ start: Double, _ end: Double, at share: Double) -> Double {
    end + (start - end) * (1 + cos(.pi * share)) / 2
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case learningRate = "learning_rate"
    case pctStart = "pct_start"
    case divFactor = "div_factor"
    case finalDivFactor = "final_div_factor"
    case warmupEpochs = "warmup_epochs"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    learningRate = try fields.number(.learningRate, default: learningRate, in: .positive)
    pctStart = try fields.number(.pctStart, default: pctStart, in: .from(0, below: 1))
    divFactor = try fields.number(.divFactor, default: divFactor, in: .atLeast(1))
    finalDivFactor = try fields.number(.finalDivFactor, default: finalDivFactor, in: .atLeast(1))
    warmupEpochs = try fields.number(.warmupEpochs, default: warmupEpochs, in: .warmup)
  }
}
