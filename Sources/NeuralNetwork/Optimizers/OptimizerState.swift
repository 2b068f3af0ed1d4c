/// What an optimizer keeps of a model's parameters. All of it is allocated here, before the first step.
struct OptimizerState {
  /// One slot of one parameter, with the name that a checkpoint has it under.
  struct Slot {
    let name: String
    let parameter: Parameter
    let tensor: Tensor
  }

  let optimizer: any Optimizer
  /// All slots, parameter by parameter.
  let slots: [Slot]
  private let updates: [ParameterUpdate]
  private let averages: [Slot]

  init(_ optimizer: any Optimizer, of parameters: [Parameter]) throws(ComputeError) {
    func slot(_ name: String, of parameter: Parameter) throws(ComputeError) -> Slot {
      try Slot(name: "\(name).\(parameter.name)", parameter: parameter, tensor: parameter.value.similar())
    }
    var all: [Slot] = []
    var updates: [ParameterUpdate] = []
    var averages: [Slot] = []
    for parameter in parameters {
      if let gradient = parameter.gradient {
        var own: [Slot] = []
        for name in optimizer.slots { own.append(try slot(name, of: parameter)) }
        updates.append(
          ParameterUpdate(
            values: parameter.value.values, gradient: gradient.values, slots: own.map(\.tensor.values),
            // Biases and normalization's factors are vectors.
            decays: parameter.shape.count > 1))
        all += own
      }
      if let name = optimizer.averageSlot {
        averages.append(try slot(name, of: parameter))
        all.append(averages[averages.count - 1])
      }
    }
    self.optimizer = optimizer
    slots = all
    self.updates = updates
    self.averages = averages
  }

  /// Takes a step; `step` counts from 1.
  func update(rate: Double, step: Int) {
    for parameter in updates { optimizer.update(parameter, rate: rate, step: step) }
    for average in averages {
      optimizer.updateAverage(average.tensor.values, of: average.parameter.value.values, step: step)
    }
  }

  /// Whether evaluation uses averages in place of the parameters.
  var hasAverages: Bool { !averages.isEmpty }

  /// Puts averages in the parameters' place, or back.
  func exchangeAverages() {
    for average in averages {
      let (values, averaged) = (average.parameter.value.values, average.tensor.values)
      for place in values.indices { swap(&values[place], &averaged[place]) }
    }
  }
}
