/// What dropout's masks depend on beside their place: shared by a model's plans, moved on by its steps.
final class StepClock {
  /// The run's seed.
  let seed: UInt64
  /// Which of the run's models this is.
  let model: UInt64
  /// Training steps taken so far.
  var step = 0

  init(seed: UInt64, model: UInt64) {
    self.seed = seed
    self.model = model
  }
}
