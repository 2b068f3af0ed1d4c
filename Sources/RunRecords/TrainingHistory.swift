/// What was measured after each epoch of a training, in Keras' terms.
///
/// Every series has one value an epoch, in order, or none at all where the trainer did not log it; the series of one
/// history may have different lengths. A value may be NaN or infinite, as it was logged.
public struct TrainingHistory: Codable, Sendable, Equatable {
  /// The loss on the training samples, a running mean over the epoch.
  public var loss: [Double]
  /// The share of training samples classified rightly, 0 to 1, a running mean over the epoch.
  public var accuracy: [Double]
  /// The loss on the validation samples after the epoch.
  public var validationLoss: [Double]
  /// The share of validation samples classified rightly after the epoch, 0 to 1.
  public var validationAccuracy: [Double]
  /// How long the epoch took, its validation included.
  public var seconds: [Double]

  /// Creates a history; series that are left out are empty.
  public init(
    loss: [Double] = [], accuracy: [Double] = [], validationLoss: [Double] = [], validationAccuracy: [Double] = [],
    seconds: [Double] = []
  ) {
    self.loss = loss
    self.accuracy = accuracy
    self.validationLoss = validationLoss
    self.validationAccuracy = validationAccuracy
    self.seconds = seconds
  }

  /// One of the measures that are taken each epoch.
  enum Series: CaseIterable { case loss, accuracy, validationLoss, validationAccuracy }

  /// A measure's values, one an epoch.
  subscript(series: Series) -> [Double] {
    get {
      switch series {
      case .loss: loss
      case .accuracy: accuracy
      case .validationLoss: validationLoss
      case .validationAccuracy: validationAccuracy
      }
    }
    set {
      switch series {
      case .loss: loss = newValue
      case .accuracy: accuracy = newValue
      case .validationLoss: validationLoss = newValue
      case .validationAccuracy: validationAccuracy = newValue
      }
    }
  }

  /// The number of epochs of the longest series.
  public var epochs: Int {
    max(loss.count, accuracy.count, validationLoss.count, validationAccuracy.count)
  }

  /// Reads a history; a series that is not there is empty.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func series(_ key: CodingKeys) throws -> [Double] {
      try container.decodeIfPresent([Double].self, forKey: key) ?? []
    }
    loss = try series(.loss)
    accuracy = try series(.accuracy)
    validationLoss = try series(.validationLoss)
    validationAccuracy = try series(.validationAccuracy)
    seconds = try series(.seconds)
  }

  enum CodingKeys: String, CodingKey {
    case loss, accuracy, seconds
    case validationLoss = "val_loss"
    case validationAccuracy = "val_accuracy"
  }
}
