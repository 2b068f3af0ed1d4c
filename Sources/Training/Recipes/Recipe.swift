import Datasets
import Kinds
import NeuralNetwork

/// How one model is trained: all that its weights follow from, beside the data and the number of threads.
package struct Recipe: Codable, Sendable, Equatable {
  /// The model's name in figures and tables, such as `CNN`; in a group, the training's own, such as `CNN seed 2`.
  package var name: String
  /// The network.
  package var network: any NetworkDesign
  /// How a step changes the weights.
  package var optimizer: any Optimizer = Adam()
  /// The learning rate of each step.
  package var schedule: any Schedule = ConstantRate()
  /// How training images are varied, one after the other.
  package var augmentation: [any Augmentation] = []
  /// What training makes small.
  package var loss = SoftmaxCrossEntropy()
  /// The share of the training set that is held out for validation: its last samples.
  package var validationSplit = 0.2
  /// The number of passes over the training set.
  package var epochs = 10
  /// The number of samples per step.
  package var batchSize = 128
  /// The seed of the initial weights, the order of the samples, dropout and augmentation.
  package var seed: UInt64 = 42
  /// The name of the model for which this is one training of several, which differ in their seeds alone; nil for a model that
  /// is trained once.
  package var group: String?
  /// How far, in pixels, test images are moved in both directions: the model's answer is the mean of the probabilities.
  package var testShifts = 0

  /// The original's training of a network: Adam at a constant rate, 10 epochs, batches of 128.
  package init(_ network: any NetworkDesign) {
    name = network.name
    self.network = network
  }

  package static func == (left: Recipe, right: Recipe) -> Bool {
    left.name == right.name && left.network.equals(right.network) && left.optimizer.equals(right.optimizer)
      && left.schedule.equals(right.schedule) && left.loss == right.loss
      && left.augmentation.elementsEqual(right.augmentation) { $0.equals($1) }
      && left.validationSplit == right.validationSplit && left.epochs == right.epochs
      && left.batchSize == right.batchSize && left.seed == right.seed
      && left.group == right.group && left.testShifts == right.testShifts
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case name, network, optimizer, schedule, augmentation, loss, epochs, seed, group
    case testShifts = "test_shifts"
    case validationSplit = "validation_split"
    case batchSize = "batch_size"
  }

  /// Reads a recipe; what is left out, but for the network, is as in the original.
  package init(from decoder: any Decoder) throws {
    let fields = try Fields(of: decoder, CodingKeys.self)
    self.init(try fields.requiredKind(.network, of: NetworkDesigns.all))
    seed = try fields.value(.seed, default: seed)
    group = try fields.value(.group, default: group)
    name = try fields.value(.name, default: group.map { Self.name(of: $0, seed: seed) } ?? name)
    optimizer = try fields.kind(.optimizer, of: Optimizers.all) ?? optimizer
    schedule = try fields.kind(.schedule, of: Schedules.all) ?? schedule
    augmentation = try fields.kinds(.augmentation, of: Augmentations.all)
    if augmentation.count(where: { $0 is Mixup }) > 1 {
      throw fields.error(.augmentation, "\(Mixup.kind) can be there only once")
    }
    loss = try fields.value(.loss, default: loss)
    validationSplit = try fields.number(.validationSplit, default: validationSplit, in: .from(0, below: 1))
    epochs = try fields.number(
      .epochs, default: epochs, in: .from(Self.epochRange.lowerBound, to: Self.epochRange.upperBound))
    batchSize = try fields.number(.batchSize, default: batchSize, in: .from(1, to: 1_000_000))
    testShifts = try fields.number(.testShifts, default: testShifts, in: .from(0, to: 8))
    for (key, text) in [(CodingKeys.name, name), (.group, group ?? name)] where text.isEmpty {
      throw fields.error(key, "it is empty")
    }
    if let problem = warmupProblem { throw fields.error(.schedule, problem) }
  }

  /// The numbers of epochs that a training can have.
  package static let epochRange = 1...1_000_000

  private var warmupProblem: String? {
    schedule.warmupEpochs < Double(epochs)
      ? nil : "its warm-up of \(schedule.warmupEpochs) epochs leaves none of \(epochs)"
  }

  /// Trains for another number of epochs.
  package mutating func train(epochs: Int) throws(RecipeError) {
    self.epochs = epochs
    if let warmupProblem { throw .unfit(model: name, field: "schedule", problem: warmupProblem) }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(kindOf: network, forKey: .network)
    try container.encode(kindOf: optimizer, forKey: .optimizer)
    try container.encode(kindOf: schedule, forKey: .schedule)
    try container.encode(kindsOf: augmentation, forKey: .augmentation)
    try container.encode(loss, forKey: .loss)
    try container.encode(validationSplit, forKey: .validationSplit)
    try container.encode(epochs, forKey: .epochs)
    try container.encode(batchSize, forKey: .batchSize)
    try container.encode(seed, forKey: .seed)
    try container.encodeIfPresent(group, forKey: .group)
    try container.encode(testShifts, forKey: .testShifts)
  }
}
