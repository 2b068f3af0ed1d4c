import Testing

@testable import RunRecords

@Suite struct EnsembleTests {
  private func model(_ probabilities: [Float], parameters: Int? = 10) -> SavedModel {
    SavedModel(
      record: ModelRecord(name: "A", parameters: parameters),
      predictions: Predictions(probabilities: probabilities, classCount: 2))
  }

  /// Two samples, three networks: 0.25, 0.5 and 0.75 are 0.5; 0.5, 0.25 and 0 are 0.25.
  @Test func probabilitiesAreAveragedOverMembersAndModels() throws {
    let seeds = SavedModel(
      name: "B", meanOf: [("1", model([0.25, 0.75, 0.5, 0.5])), ("2", model([0.5, 0.5, 0.25, 0.75]))])
    let ensemble = try #require(SavedModel(ensembleOf: [seeds, model([0.75, 0.25, 0, 1])]))
    #expect(ensemble.predictions?.probabilities == [0.5, 0.5, 0.25, 0.75])
    #expect(ensemble.record.name == "Ensemble" && ensemble.record.ensemble && ensemble.record.parameters == 30)
    let evaluation = ModelRecord.Evaluation(of: try #require(ensemble.predictions), labels: [1, 1])
    #expect(evaluation.accuracy == 0.5)
    // -(ln 0.5 + ln 0.75) / 2
    #expect(abs(try #require(evaluation.loss) - 0.49041462650) < 1e-7)
  }

  @Test func whatIsNotKnownOfAllIsNoEnsemble() {
    let classes = SavedModel(record: ModelRecord(name: "A"), predictions: Predictions(classes: [0, 1], classCount: 2))
    #expect(SavedModel(ensembleOf: [model([1, 0])]) == nil)
    #expect(SavedModel(ensembleOf: [model([1, 0, 0, 1]), classes]) == nil)
    #expect(SavedModel(ensembleOf: [model([1, 0, 0, 1]), model([1, 0])]) == nil)
    #expect(SavedModel(ensembleOf: [model([1, 0]), model([1, 0], parameters: nil)])?.record.parameters == nil)
  }

  @Test func aProbabilityOfZeroHasALoss() throws {
    let evaluation = ModelRecord.Evaluation(of: Predictions(probabilities: [1, 0], classCount: 2), labels: [1])
    #expect(evaluation.loss?.isFinite == true && evaluation.accuracy == 0)
    let classes = ModelRecord.Evaluation(of: Predictions(classes: [1], classCount: 2), labels: [1])
    #expect(classes.loss == nil && classes.accuracy == 1)
  }
}
