import RunRecords

/// What a panel of figure 02 shows.
enum Quantity: CaseIterable {
  case accuracy, loss, learningRate

  /// The name in titles and on axes.
  var name: String {
    switch self {
    case .accuracy: "Accuracy"
    case .loss: "Loss"
    case .learningRate: "Learning Rate"
    }
  }

  /// The series of a history that it is logged in: on the training and on the validation samples.
  var series: (training: String, validation: String?) {
    typealias Measure = TrainingHistory.Measure
    return switch self {
    case .accuracy: (Measure.accuracy.rawValue, Measure.validationAccuracy.rawValue)
    case .loss: (Measure.loss.rawValue, Measure.validationLoss.rawValue)
    case .learningRate: (TrainingHistory.learningRate, nil)
    }
  }

  /// The index of the best of `values`, the first of several; nil if none is finite.
  func best(of values: [Double]) -> Int? {
    let finite = values.indices.filter { values[$0].isFinite }
    return self == .accuracy
      ? finite.max { (values[$0], -$0) < (values[$1], -$1) } : finite.min { (values[$0], $0) < (values[$1], $1) }
  }
}

extension TrainingHistory {
  /// The series of the learning rate.
  static let learningRate = "learning_rate"
}
