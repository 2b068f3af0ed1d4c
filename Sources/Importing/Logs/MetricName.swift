import RunRecords

/// What the name of a logged metric says, whichever trainer chose it: `val_accuracy`, `train_loss_epoch`, `Loss/train`,
/// `valid/acc`, `epoch_sparse_categorical_accuracy`.
struct MetricName {
  /// The series of a history that the metric is; nil for all others.
  let series: TrainingHistory.Measure?
  /// Which of several names for a series is the better one: one that says that it is an epoch's value, as Lightning's
  /// `_epoch` beside `_step` does, before Keras' own name, before any other.
  let rank: Int

  init(_ name: String) {
    var words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    func take(_ some: Set<String>) -> Bool {
      let count = words.count
      words.removeAll(where: some.contains)
      return words.count < count
    }
    rank = take(["epoch"]) ? 2 : ["loss", "accuracy", "val_loss", "val_accuracy"].contains(name) ? 1 : 0
    let isValidation = take(["val", "valid", "validation", "dev"])
    let isTraining = take(["train", "training"])
    if isValidation && isTraining {
      series = nil
    } else if words == ["loss"] {
      series = isValidation ? .validationLoss : .loss
    } else if Self.accuracies.contains(words) {
      series = isValidation ? .validationAccuracy : .accuracy
    } else {
      series = nil
    }
  }

  /// Keras' and torchmetrics' names of the share of samples classified rightly.
  private static let accuracies: Set = [
    ["acc"], ["accuracy"], ["sparse", "categorical", "accuracy"], ["categorical", "accuracy"], ["binary", "accuracy"],
    ["multiclass", "accuracy"], ["multiclassaccuracy"], ["binaryaccuracy"],
  ]
}

extension MetricName {
  /// For each series the place of the name that fits it best, the first of several; and the places of all other names.
  static func choose(among names: [String]) -> (taken: [TrainingHistory.Measure: Int], others: [Int]) {
    var taken: [TrainingHistory.Measure: (place: Int, rank: Int)] = [:]
    var others: [Int] = []
    for (place, name) in names.enumerated() {
      let metric = MetricName(name)
      guard let series = metric.series else {
        others.append(place)
        continue
      }
      if let other = taken[series] {
        guard metric.rank > other.rank else {
          others.append(place)
          continue
        }
        others.append(other.place)
      }
      taken[series] = (place, metric.rank)
    }
    return (taken.mapValues(\.place), others)
  }
}
