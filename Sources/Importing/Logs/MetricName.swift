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

/// A history made of logged columns.
struct LoggedHistory {
  /// The metrics that a run keeps.
  var history = TrainingHistory()
  /// The names of all other metrics, sorted.
  var leftOut: [String]
  /// What else a person should know of how the log was read; clauses.
  var notes: [String] = []

  /// Takes for each series the column whose name fits it best.
  ///
  /// - Parameter values: a column's values, one an epoch; only asked for those that are taken.
  init<Failure: Error>(
    columns names: [String], leftOut others: [String] = [], notes: [String] = [],
    values: (Int) throws(Failure) -> [Double]
  ) throws(Failure) {
    let choice = MetricName.choose(among: names)
    for (series, column) in choice.taken { history[series] = TrainingHistory.Series(perEpoch: try values(column)) }
    leftOut = (others + choice.others.map { names[$0] }).sorted()
    self.notes = notes
  }
}
