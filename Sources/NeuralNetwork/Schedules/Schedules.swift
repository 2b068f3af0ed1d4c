import Kinds

/// The schedules that a recipe can name.
package enum Schedules {
  package static let all: [any Schedule.Type] = [
    ConstantRate.self,
    StepDecay.self,
    ExponentialDecay.self,
    CosineDecay.self,
    OneCycle.self,
  ]
}

extension Decoder {
  /// Reads one of ``Schedules``.
  package func decodeSchedule() throws -> any Schedule {
    guard let schedule = try decodeKind(of: Schedules.all) as? any Schedule else {
      throw FieldError(codingPath, "it is no schedule")
    }
    return schedule
  }
}
