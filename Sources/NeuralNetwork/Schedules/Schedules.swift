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
