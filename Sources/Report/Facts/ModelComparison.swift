import Metrics
import RunRecords

/// The featured model beside another.
struct ModelComparison: Sendable {
  /// The featured model's name.
  let model: String
  /// The other's.
  let other: String
  /// How far apart their accuracies are.
  let difference: PairedDifference
}

extension SavedRun {
  /// The featured model beside each of the others, as far as the predictions of both and the test labels are known.
  var comparisons: [ModelComparison] {
    guard let featured, let labels, !labels.isEmpty, let answers = featured.predictions else { return [] }
    return models.compactMap { other in
      guard other.record.name != featured.record.name, let others = other.predictions else { return nil }
      return ModelComparison(
        model: featured.record.name, other: other.record.name,
        difference: PairedDifference(labels: labels, model: answers.classes, other: others.classes))
    }
  }
}
