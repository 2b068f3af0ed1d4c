import Metrics
import RunRecords

/// The featured model beside another.
struct ModelComparison: Sendable {
  /// The featured model's name.
  let model: String
  /// The other's.
  let other: String
  /// How far apart their accuracies are.
  let difference: Difference

  /// By what they are told apart.
  enum Difference: Sendable {
    /// The same samples, which each of them answered once.
    case samples(PairedDifference)
    /// Several trainings of each.
    case runs(MeanDifference)

    /// The model's accuracy less the other's, -1 to 1.
    var value: Double {
      switch self {
      case .samples(let difference): difference.difference
      case .runs(let difference): difference.difference
      }
    }

    /// The 95% confidence interval of the difference.
    var interval: ClosedRange<Double> {
      switch self {
      case .samples(let difference): difference.interval
      case .runs(let difference): difference.interval
      }
    }

    /// Whether the interval leaves open which of the two is better.
    var isUndecided: Bool { interval.contains(0) }
  }
}

extension SavedRun {
  /// The featured model beside each of the others: over the trainings of both if they have several, otherwise over the test
  /// samples, as far as the predictions of both and the labels are known.
  var comparisons: [ModelComparison] {
    guard let featured else { return [] }
    return models.compactMap { other in
      guard other.record.name != featured.record.name, let difference = difference(of: featured, from: other)
      else { return nil }
      return ModelComparison(model: featured.record.name, other: other.record.name, difference: difference)
    }
  }

  private func difference(of model: SavedModel, from other: SavedModel) -> ModelComparison.Difference? {
    if let runs = MeanDifference(model.record.accuracies, other.record.accuracies) { return .runs(runs) }
    guard let labels, !labels.isEmpty, let answers = model.predictions, let others = other.predictions
    else { return nil }
    return .samples(PairedDifference(labels: labels, model: answers.classes, other: others.classes))
  }
}

extension ModelRecord {
  /// The test accuracies of the trainings that the model stands for.
  fileprivate var accuracies: [Double] { members.compactMap(\.test?.accuracy) }
}
