import Kinds

/// The learning rate as a pure function of the step. One kind per file, listed in ``Schedules``.
///
/// Any schedule can begin with a warm-up, over which the rate rises linearly to where the schedule starts.
package protocol Schedule: Kind {
  /// The length of the warm-up in epochs, which can be a fraction; 0 for none.
  var warmupEpochs: Double { get }

  /// The learning rate of a step. Steps and length are those after the warm-up; `step` counts from 0.
  func rate(afterWarmup step: Int, of length: TrainingLength) -> Double
}

extension Schedule {
  /// The learning rate of a step, which counts from 0.
  ///
  /// A warm-up of n steps multiplies the first rate by 1 / (n + 1), 2 / (n + 1), …, n / (n + 1).
  package func rate(step: Int, of length: TrainingLength) -> Double {
    let warmup = min(length.steps, Int((warmupEpochs * Double(length.stepsPerEpoch)).rounded()))
    let rest = TrainingLength(steps: length.steps - warmup, stepsPerEpoch: length.stepsPerEpoch)
    guard step < warmup else { return rate(afterWarmup: step - warmup, of: rest) }
    return rate(afterWarmup: 0, of: rest) * Double(step + 1) / Double(warmup + 1)
  }
}

/// How long a training is.
package struct TrainingLength: Sendable, Equatable {
  /// All steps of the training.
  package var steps: Int
  /// The steps of one epoch.
  package var stepsPerEpoch: Int

  /// Takes the number of steps in all and per epoch, which is at least 1.
  package init(steps: Int, stepsPerEpoch: Int) {
    self.steps = steps
    self.stepsPerEpoch = stepsPerEpoch
  }

  /// The epochs that have passed before a step, as a fraction.
  func epochs(before step: Int) -> Double {
    Double(step) / Double(stepsPerEpoch)
  }
}

extension NumberRange<Double> {
  /// A warm-up's length in epochs.
  static var warmup: Self { .from(0, to: 1_000_000) }
}
