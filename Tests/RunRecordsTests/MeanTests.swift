import Testing

@testable import RunRecords

/// Means and standard deviations, with n - 1, as NumPy's `mean` and `std(ddof=1)` give them.
@Suite struct MeanTests {
  private func model(_ history: TrainingHistory?, _ test: ModelRecord.Evaluation? = nil) -> SavedModel {
    SavedModel(record: ModelRecord(name: "CNN", history: history, test: test))
  }

  private func mean(_ histories: TrainingHistory?...) -> ModelRecord {
    let named = histories.enumerated().map { (name: "seed-\($0)", model: model($1)) }
    return SavedModel(name: "CNN", meanOf: named).record
  }

  private func expect(
    _ series: TrainingHistory.Series?, _ positions: [Double], _ values: [Double],
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let series = try #require(series, sourceLocation: location)
    #expect(series.positions == positions && series.values.count == values.count, sourceLocation: location)
    for (value, expected) in zip(series.values, values) {
      #expect(abs(value - expected) < 1e-12, sourceLocation: location)
    }
  }

  @Test func aHistoryIsTheMeanOfItsMembers() throws {
    let record = mean(
      TrainingHistory(loss: [0.9, 0.5, 0.3], accuracy: [0.5, 0.75, 1]), TrainingHistory(loss: [0.7, 0.6, 0.2]),
      TrainingHistory(loss: [0.8, 0.4, 0.4], accuracy: [0.5]))
    try expect(record.history?.loss, [1, 2, 3], [0.8, 0.5, 0.3])
    try expect(record.historySD?.loss, [1, 2, 3], [0.1, 0.1, 0.1])
    // Not all of them logged it.
    #expect(record.history?.accuracy == nil && record.historySD?.accuracy == nil)
    #expect(record.members.map(\.folder) == ["seed_0", "seed_1", "seed_2"])
    #expect(record.members[0].history?.accuracy?.values == [0.5, 0.75, 1])
  }

  @Test func onlyPositionsOfAllMembersHaveAMean() throws {
    func series(_ positions: [Double], _ values: [Double]) -> TrainingHistory {
      TrainingHistory(series: ["val_loss": TrainingHistory.Series(.epoch, positions: positions, values: values)])
    }
    let record = mean(series([2, 4, 6], [4, 3, 2]), series([1, 2, 3, 4], [9, 2, 9, 1]))
    try expect(record.history?.validationLoss, [2, 4], [3, 2])
    try expect(record.historySD?.validationLoss, [2, 4], [Double(2).squareRoot(), Double(2).squareRoot()])
    let apart = mean(series([1, 3], [1, 1]), series([2, 4], [1, 1]))
    #expect(apart.history == TrainingHistory() && apart.members.count == 2)
  }

  @Test func stepsAndEpochsHaveNoMean() {
    let steps = TrainingHistory(series: ["loss": TrainingHistory.Series(.step, positions: [1], values: [1])])
    #expect(mean(steps, TrainingHistory(loss: [1])).history?.loss == nil)
    #expect(mean(nil, nil).history == nil)
    let single = mean(TrainingHistory(loss: [1]), nil)
    #expect(single.history?.loss?.values == [1] && single.historySD == nil)
  }

  @Test func aMeanWithNaNIsNaN() {
    let record = mean(TrainingHistory(loss: [1, .nan]), TrainingHistory(loss: [3, 1]))
    #expect(record.history?.loss?.values[0] == 2)
    #expect(record.history?.loss?.values[1].isNaN == true && record.historySD?.loss?.values[1].isNaN == true)
  }

  @Test(arguments: [
    ([0.86, 0.82, 0.78, 0.74], 0.8, 0.05163977794943222), ([0.5, 0.75], 0.625, 0.1767766952966369),
    ([0.9, 0.9, 0.9], 0.9, 0),
  ])
  func anAccuracyHasItsDeviation(accuracies: [Double], mean: Double, deviation: Double) throws {
    let trainings = accuracies.map { (name: "\($0)", model: model(nil, ModelRecord.Evaluation(loss: 1, accuracy: $0))) }
    let test = try #require(SavedModel(name: "CNN", meanOf: trainings).record.test)
    #expect(abs(test.accuracy - mean) < 1e-12 && test.loss == 1)
    #expect(abs(try #require(test.accuracySD) - deviation) < 1e-12)
  }

  @Test func theAnswersAreThoseOfTheFirstThatWasTested() {
    let answers = Predictions(classes: [1], classCount: 2)
    var tested = model(nil, ModelRecord.Evaluation(loss: nil, accuracy: 1))
    tested.predictions = answers
    let mean = SavedModel(name: "CNN", meanOf: [("a", model(nil)), ("b", tested), ("c", tested)])
    #expect(mean.predictions == answers && mean.record.answeringMember?.folder == "b")
    #expect(mean.members.map(\.predictions) == [nil, answers, answers])
  }
}
