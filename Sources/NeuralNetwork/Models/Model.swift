import Problems
import Randomness

/// A network with its parameters and its optimizer's state, ready to train and to predict.
///
/// All tensors and operations are made here, before the first step. A model belongs to one thread; oneDNN spreads the
/// work over its own.
package final class Model {
  /// An array in Keras' order, with Keras' shape.
  package struct Weights: Sendable, Equatable {
    /// `conv_1.kernel`, `norm_2.moving_mean`, `dense_3.bias` and so on.
    package var name: String
    /// Such as [3, 3, 32, 64].
    package var shape: [Int]
    /// The values, the last dimension contiguous.
    package var values: [Float]

    /// Takes an array.
    package init(name: String, shape: [Int], values: [Float]) {
      self.name = name
      self.shape = shape
      self.values = values
    }
  }

  /// What the network is.
  package let network: Network
  private let engine: Engine
  private let store: ParameterStore
  private let clock: StepClock
  private let trainingPlans: [Plan]
  private let inferencePlan: Plan
  private let optimization: OptimizerState
  private let loss: SoftmaxCrossEntropy

  /// Makes a model with initial weights drawn from the seed.
  ///
  /// - Parameters:
  ///   - seed: the run's seed; weights and dropout masks follow from it and `index` alone.
  ///   - index: which of the run's models this is, so that each draws numbers of its own.
  ///   - trainingBatchSizes: all sizes that `train` will be called with: the batch size, and what the last batch of an
  ///     epoch has left. Empty for a model that only predicts.
  ///   - inferenceBatchSize: how many samples are predicted at once, 1 or more.
  ///   - dropout: false leaves dropout out, to compare with another implementation.
  ///   - fused: false keeps every layer on its own, with oneDNN's operations, to compare with the fast ones.
  ///   - optimizer: how a step changes the parameters.
  ///   - loss: what training makes small; evaluation always takes the cross-entropy as it is.
  package init(
    _ network: Network, seed: UInt64, index: Int = 0, trainingBatchSizes: [Int], inferenceBatchSize: Int,
    dropout: Bool = true, fused: Bool = true, optimizer: any Optimizer = Adam(),
    loss: SoftmaxCrossEntropy = SoftmaxCrossEntropy(), engine: Engine
  ) throws(ComputeError) {
    self.network = network
    self.loss = loss
    self.engine = engine
    store = ParameterStore(network.nodes)
    clock = StepClock(seed: seed, model: UInt64(index))
    let fusions = fused ? Fusions.standard : []
    var context = PlanContext(isTraining: true, drops: dropout, parameters: store, clock: clock, engine: engine)
    var training: [Plan] = []
    for size in trainingBatchSizes {
      training.append(try Plan(network, batchSize: size, fusions: fusions, context: context))
    }
    trainingPlans = training
    context.isTraining = false
    inferencePlan = try Plan(network, batchSize: inferenceBatchSize, fusions: fusions, context: context)
    optimization = try OptimizerState(optimizer, of: store.all)
    for (place, parameter) in store.all.enumerated() {
      var random = SeededRandom(
        seed: seed, purpose: .initialWeights, indices: [UInt64(index), UInt64(place)])
      let values = parameter.spec.initializer.values(count: parameter.spec.count, random: &random)
      try parameter.setKerasValues(values, of: parameter.value)
    }
  }

  /// Training steps taken so far.
  package var step: Int { clock.step }

  /// The number of samples predicted at once.
  package var inferenceBatchSize: Int { inferencePlan.batchSize }

  // MARK: Training

  /// Takes one training step on as many samples as there are labels.
  ///
  /// - Parameters:
  ///   - labels: the true classes; their number is one of `trainingBatchSizes`.
  ///   - mixed: as many second labels if samples are mixtures of two.
  ///   - rate: the learning rate of this step.
  ///   - fill: writes the samples, [samples, height, width, channels], 0 to 1.
  ///   - passed: called after every pass, for a profile.
  /// - Returns: loss and hits before the step's update.
  package func train(
    labels: UnsafeBufferPointer<Int32>, mixed: MixedLabels? = nil, rate: Double,
    fill: (UnsafeMutableBufferPointer<Float>) -> Void, passed: ((Pass) -> Void)? = nil
  ) throws(ComputeError) -> BatchResult {
    let result = try computeGradients(labels: labels, mixed: mixed, fill: fill, passed: passed)
    clock.step += 1
    optimization.update(rate: rate, step: clock.step)
    passed?(.update)
    return result
  }

  /// Computes loss and gradients of one batch without an update.
  func computeGradients(
    labels: UnsafeBufferPointer<Int32>, mixed: MixedLabels? = nil, fill: (UnsafeMutableBufferPointer<Float>) -> Void,
    passed: ((Pass) -> Void)? = nil
  ) throws(ComputeError) -> BatchResult {
    guard let plan = trainingPlans.first(where: { $0.batchSize == labels.count }),
      let gradient = plan.logitsGradient
    else {
      throw ComputeError(
        operation: "training a batch of \(labels.count)", reason: "the model was not made for this batch size")
    }
    fill(plan.input.values)
    passed?(.batch)
    try plan.forward(passed: passed)
    let result = loss.evaluate(
      logits: UnsafeBufferPointer(plan.logits.values), labels: labels, mixed: mixed, classes: network.outputCount,
      gradient: gradient.values)
    passed?(.loss)
    try plan.backward(passed: passed)
    return result
  }

  /// What each pass of a training step has to do at least, for the first of the training batch sizes.
  package var work: [Pass: PassWork] { trainingPlans.first?.work ?? [:] }

  // MARK: Inference

  /// Loss and hits on as many samples as there are labels, at most `inferenceBatchSize`, without dropout and with the
  /// moving statistics.
  ///
  /// - Parameters:
  ///   - fill: writes the samples; what it leaves of the buffer is ignored.
  ///   - probabilities: where the classes' probabilities of each sample are appended; nil where they are not wanted.
  package func evaluate(
    labels: UnsafeBufferPointer<Int32>, fill: (UnsafeMutableBufferPointer<Float>) -> Void,
    probabilities: ((UnsafeBufferPointer<Float>) -> Void)? = nil
  ) throws(ComputeError) -> BatchResult {
    precondition(labels.count <= inferenceBatchSize, "at most \(inferenceBatchSize) samples are evaluated at once")
    fill(inferencePlan.input.values)
    try inferencePlan.forward()
    let logits = inferencePlan.logits.values
    let classes = network.outputCount
    let result = SoftmaxCrossEntropy().evaluate(
      logits: UnsafeBufferPointer(logits), labels: labels, classes: classes, gradient: nil)
    if let probabilities {
      let rows = UnsafeMutableBufferPointer(rebasing: logits[0..<labels.count * classes])
      SoftmaxCrossEntropy.probabilities(logits: UnsafeBufferPointer(rows), classes: classes, into: rows)
      probabilities(UnsafeBufferPointer(rows))
    }
    return result
  }

  /// Evaluates, or reads the weights, with the averages in the parameters' place if the optimizer keeps any.
  package func withAverages<Result>(_ body: () throws -> Result) rethrows -> Result {
    optimization.exchangeAverages()
    defer { optimization.exchangeAverages() }
    return try body()
  }

  // MARK: Weights and state

  /// All parameters, batch normalization's moving statistics included.
  package func weights() throws(ComputeError) -> [Weights] {
    var all: [Weights] = []
    for parameter in store.all {
      all.append(
        Weights(name: parameter.name, shape: parameter.shape, values: try parameter.kerasValues(parameter.value)))
    }
    return all
  }

  /// The gradients that the last step computed.
  func gradients() throws(ComputeError) -> [Weights] {
    var all: [Weights] = []
    for parameter in store.all {
      guard let gradient = parameter.gradient else { continue }
      all.append(Weights(name: parameter.name, shape: parameter.shape, values: try parameter.kerasValues(gradient)))
    }
    return all
  }

  /// Parameters and the optimizer's slots, from which `restore` goes on: names `x`, `adam.m.x` and so on.
  package func state() throws(ComputeError) -> [Weights] {
    var all = try weights()
    for slot in optimization.slots {
      let values = try slot.parameter.kerasValues(slot.tensor)
      all.append(Weights(name: slot.name, shape: slot.parameter.shape, values: values))
    }
    return all
  }

  /// Sets parameters, the optimizer's slots if any are given, and how many steps led to them.
  package func restore(_ state: [Weights], step: Int = 0) throws(ModelStateError) {
    let given = Dictionary(state.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    func set(_ tensor: Tensor, of parameter: Parameter, from name: String, required: Bool) throws(ModelStateError) {
      guard let weights = given[name] else {
        if required { throw .missing(name: name) }
        return
      }
      guard weights.shape == parameter.shape, weights.values.count == parameter.shape.reduce(1, *) else {
        throw .wrongShape(name: name, expected: parameter.shape, found: weights.shape)
      }
      do { try parameter.setKerasValues(weights.values, of: tensor) } catch { throw .compute(error) }
    }
    let hasSlots = optimization.slots.contains { given[$0.name] != nil }
    for parameter in store.all {
      try set(parameter.value, of: parameter, from: parameter.name, required: true)
    }
    for slot in optimization.slots {
      try set(slot.tensor, of: slot.parameter, from: slot.name, required: hasSlots)
    }
    clock.step = step
  }
}

/// Weights that do not fit a model.
package enum ModelStateError: Problem, Equatable {
  /// An array that the model needs is not there.
  case missing(name: String)
  /// An array has another shape than the model's.
  case wrongShape(name: String, expected: [Int], found: [Int])
  /// oneDNN failed.
  case compute(ComputeError)

  /// Which array is wrong, and how.
  package var what: String {
    switch self {
    case .missing(let name): "the weights \(name) are missing"
    case .wrongShape(let name, let expected, let found):
      "the weights \(name) have the shape \(found) where \(expected) is needed"
    case .compute(let error): error.what
    }
  }

  /// What to do about it.
  package var advice: String {
    switch self {
    case .missing, .wrongShape: "Give the weights of this network"
    case .compute(let error): error.advice
    }
  }

  /// Weights are read from files.
  package var kind: ProblemKind {
    switch self {
    case .missing, .wrongShape: .badData
    case .compute(let error): error.kind
    }
  }
}
