extension SavedModel {
  /// A model that stands for several trainings, such as one per seed: their mean, with each of them as a member.
  ///
  /// Its answers to single samples are those of the first training that was tested.
  ///
  /// - Parameter trainings: at least one, each under a name of its own, such as `seed-1`.
  package init(name: String, meanOf trainings: [(name: String, model: SavedModel)]) {
    let records = trainings.map(\.model.record)
    let history = TrainingHistory.mean(of: records.compactMap(\.history))
    let answered =
      trainings.first { $0.model.record.test != nil } ?? trainings.first { $0.model.predictions != nil }
    self.init(
      record: ModelRecord(
        name: name, parameters: records.first?.parameters, history: history?.mean, historySD: history?.deviation,
        test: ModelRecord.Evaluation(meanOf: records.compactMap(\.test)),
        validation: ModelRecord.Evaluation(meanOf: records.compactMap(\.validation)),
        members: zip(ModelRecord.folders(for: trainings.map(\.name)), records).map { folder, record in
          ModelRecord.Member(
            folder: folder, recipe: record.recipe, history: record.history, test: record.test,
            validation: record.validation)
        }),
      predictions: answered?.model.predictions, extras: answered?.model.extras ?? [:],
      members: trainings.map { SavedMember(predictions: $0.model.predictions, weights: $0.model.weights) })
  }
}

extension ModelRecord.Evaluation {
  /// The mean of several evaluations with the standard deviation of their accuracies; nil without any.
  init?(meanOf evaluations: [ModelRecord.Evaluation]) {
    guard let accuracy = Average(evaluations.map(\.accuracy)) else { return nil }
    let losses = evaluations.compactMap(\.loss)
    self.init(
      loss: losses.count == evaluations.count ? Average(losses)?.mean : nil, accuracy: accuracy.mean,
      accuracySD: accuracy.deviation)
  }
}

extension TrainingHistory {
  /// The mean of several histories and the standard deviation about it, nil of a single one. Both hold the series that all of
  /// them logged, at the positions that all of them have; nil without histories.
  static func mean(of histories: [TrainingHistory]) -> (mean: TrainingHistory, deviation: TrainingHistory?)? {
    guard let first = histories.first else { return nil }
    var (means, deviations): ([String: Series], [String: Series]) = ([:], [:])
    for (name, series) in first.series {
      let logged = histories.compactMap { $0.series[name] }.filter { $0.axis == series.axis }
      guard logged.count == histories.count else { continue }
      let values = logged.map { Dictionary(zip($0.positions, $0.values), uniquingKeysWith: { $1 }) }
      var seen = Set<Double>()
      let shared = series.positions.filter { place in
        values.allSatisfy { $0[place] != nil } && seen.insert(place).inserted
      }
      let averages = shared.compactMap { place in Average(values.compactMap { $0[place] }) }
      means[name] = Series(series.axis, positions: shared, values: averages.map(\.mean))
      if histories.count > 1 {
        deviations[name] = Series(series.axis, positions: shared, values: averages.compactMap(\.deviation))
      }
    }
    return (TrainingHistory(series: means), histories.count > 1 ? TrainingHistory(series: deviations) : nil)
  }
}

/// The mean of some values and their sample standard deviation: the root of the sum of squared differences from the mean over
/// n - 1.
private struct Average {
  let mean: Double
  /// Nil for a single value.
  let deviation: Double?

  /// Nil without values.
  init?(_ values: [Double]) {
    if values.isEmpty { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    self.mean = mean
    deviation =
      values.count == 1
      ? nil
      : (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)).squareRoot()
  }
}
