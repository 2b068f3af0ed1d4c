import Glibc
import RunRecords
import Testing

@testable import Importing

@Suite struct EvaluationTests {
  @Test func accuracyAndLossFollowFromTheProbabilities() throws {
    let predictions = Predictions(probabilities: [0.5, 0.5, 0.25, 0.75, 0.25, 0.75], classCount: 2)
    let test = ModelRecord.Evaluation(of: predictions, labels: [0, 1, 0])
    // A tie goes to the first class; the last sample is wrong.
    #expect(test.accuracy == 2 / 3.0)
    #expect(abs(try #require(test.loss) - (log(2) - log(0.75) + log(4)) / 3) < 1e-12)
  }

  @Test func classesAloneHaveNoLoss() {
    let test = ModelRecord.Evaluation(of: Predictions(classes: [0, 1, 1, 1], classCount: 2), labels: [0, 1, 1, 0])
    #expect(test == ModelRecord.Evaluation(loss: nil, accuracy: 0.75))
  }
}
