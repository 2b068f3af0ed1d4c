import NumberText
import RunRecords

/// How far the models came of which no test is known, and how they did on the validation samples.
func trainings(of models: [ModelRecord]) -> [String] {
  models.filter { $0.test == nil }.flatMap { model -> [String] in
    guard let history = model.history else { return [] }
    let name = plain(model.name)
    let lengths = [(history.epochs, "Epochs"), (history.steps, "Steps")].filter { $0.0 > 0 }
    return lengths.map { "\(name) \($1): \(grouped($0))\(runs(of: model))" }
      + lastAndBest(of: model).map { "\(name) \($0)" }
  }
}

/// The last and the best value of the measure that tells most of those that were logged.
private func lastAndBest(of model: ModelRecord) -> [String] {
  let measures: [(TrainingHistory.Measure, name: String, isAccuracy: Bool)] = [
    (.validationAccuracy, "Validation Accuracy", true), (.validationLoss, "Validation Loss", false),
    (.accuracy, "Training Accuracy", true), (.loss, "Training Loss", false),
  ]
  for (measure, name, isAccuracy) in measures {
    guard let series = model.history?[measure], let last = series.last,
      let best = best(of: series, isHighest: isAccuracy)
    else { continue }
    func text(_ value: Double, _ deviation: Double?) -> String {
      if isAccuracy { return accuracyText(value, deviation: deviation) ?? "\(value)" }
      return fixedPoint(value, decimals: 4) + (deviation.map { " ± \(fixedPoint($0, decimals: 4))" } ?? "")
    }
    let deviations = model.historySD?[measure]
    let place = "\(series.axis.rawValue) \(positionText(series.positions[best]))"
    return [
      "Last \(name): \(text(last, deviations?.last))",
      "Best \(name): \(text(series.values[best], deviations?.values[best])) (\(place))",
    ]
  }
  return []
}

/// Where the first of the best values is; nil if none is a number.
private func best(of series: TrainingHistory.Series, isHighest: Bool) -> Int? {
  let finite = series.values.indices.filter { series.values[$0].isFinite }
  return finite.min { (isHighest ? -1 : 1) * series.values[$0] < (isHighest ? -1 : 1) * series.values[$1] }
}
