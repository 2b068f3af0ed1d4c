import RunRecords
import Testing

@Suite struct PredictionsTests {
  @Test func theFirstOfTheHighestIsPredicted() {
    let predictions = Predictions(probabilities: [0.2, 0.4, 0.4, 0.5, 0.25, 0.25], classCount: 3)
    #expect(predictions.classes == [1, 0])
    #expect(predictions.count == 2)
    #expect(predictions.confidence(of: 0) == 0.4)
  }

  /// numpy.argmax([0.2, nan, 0.4]) is 1.
  @Test func notANumberIsTheHighest() {
    #expect(Predictions(probabilities: [0.2, .nan, 0.4], classCount: 3).classes == [1])
  }

  @Test func classesAloneHaveNoConfidence() {
    #expect(Predictions(classes: [2], classCount: 3).confidence(of: 0) == nil)
  }
}
