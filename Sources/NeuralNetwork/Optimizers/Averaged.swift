import Kinds

/// Another optimizer, beside which an exponential moving average of the weights is kept (Polyak and Juditsky, 1992):
/// the weights after the first step, then
///
///     average += (w - average) * (1 - decay)
///
/// With a warm-up the decay of step t is at most (1 + t) / (10 + t), as in TensorFlow's ExponentialMovingAverage, so that the first
/// weights are forgotten early.
///
/// The average is what is evaluated and saved; training goes on from the weights themselves. Batch normalization's moving
/// statistics are averaged as well, so that they fit the averaged weights.
package struct Averaged: Optimizer {
  package static let kind = "averaged"
  /// The optimizer that moves the weights.
  package var optimizer: any Optimizer
  /// How slowly the average moves.
  package var decay = 0.999
  /// Whether the average moves faster at first.
  package var warmup = false

  /// Averages an optimizer's weights.
  package init(_ optimizer: any Optimizer) {
    self.optimizer = optimizer
  }

  package var slots: [String] { optimizer.slots }
  package var averageSlot: String? { "average" }

  package func update(_ parameter: ParameterUpdate, rate: Double, step: Int) {
    optimizer.update(parameter, rate: rate, step: step)
  }

  package func updateAverage(
    _ average: UnsafeMutableBufferPointer<Float>, of values: UnsafeMutableBufferPointer<Float>, step: Int
  ) {
    let decay = warmup ? min(decay, Double(1 + step) / Double(10 + step)) : decay
    let share = step == 1 ? 1 : Float(1 - decay)
    for place in values.indices { average[place] += (values[place] - average[place]) * share }
  }

  package static func == (left: Averaged, right: Averaged) -> Bool {
    left.optimizer.equals(right.optimizer) && left.decay == right.decay && left.warmup == right.warmup
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case optimizer, decay, warmup }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    optimizer = try fields.requiredKind(.optimizer, of: Optimizers.all)
    decay = try fields.number(.decay, default: decay, in: .from(0, below: 1))
    warmup = try fields.value(.warmup, default: warmup)
    if optimizer.averageSlot != nil { throw fields.error(.optimizer, "it is an average already") }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kindOf: optimizer, forKey: .optimizer)
    try container.encode(decay, forKey: .decay)
    try container.encode(warmup, forKey: .warmup)
  }
}
