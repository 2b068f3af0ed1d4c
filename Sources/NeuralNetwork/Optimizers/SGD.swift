import Kinds

/// Stochastic gradient descent, with momentum (Polyak, 1964), Nesterov's if asked for, in PyTorch's form:
///
///     g += decay * w
///     m = momentum * m + g
///     w -= rate * (nesterov ? g + momentum * m : m)
package struct SGD: Optimizer {
  package static let kind = "sgd"
  /// The share of the last step's direction that is kept.
  package var momentum = 0.0
  /// Whether the gradient is taken as if at the place to which momentum leads.
  package var nesterov = false
  /// The share of a weight that is added to its gradient.
  package var weightDecay = 0.0

  /// Plain gradient descent.
  package init() {}

  package var slots: [String] { momentum == 0 ? [] : ["sgd.momentum"] }

  package func update(_ parameter: ParameterUpdate, rate: Double, step: Int) {
    let (values, gradient) = (parameter.values, parameter.gradient)
    let (rate, momentum) = (Float(rate), Float(momentum))
    let decay = parameter.decays ? Float(weightDecay) : 0
    guard let moments = parameter.slots.first else {
      for place in values.indices { values[place] -= rate * (gradient[place] + decay * values[place]) }
      return
    }
    // Of the gradient and of the moment, which a step goes along.
    let (direct, kept): (Float, Float) = nesterov ? (1, momentum) : (0, 1)
    for place in values.indices {
      let slope = gradient[place] + decay * values[place]
      let moment = momentum * moments[place] + slope
      moments[place] = moment
      values[place] -= rate * (direct * slope + kept * moment)
    }
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case momentum, nesterov
    case weightDecay = "weight_decay"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    momentum = try fields.number(.momentum, default: momentum, in: .from(0, below: 1))
    nesterov = try fields.value(.nesterov, default: nesterov)
    weightDecay = try fields.number(.weightDecay, default: weightDecay, in: .from(0, to: 1))
    if nesterov, momentum == 0 { throw fields.error(.nesterov, "it needs a momentum above 0") }
  }
}
