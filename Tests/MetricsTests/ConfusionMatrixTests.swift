import Metrics
import Testing

@Suite struct ConfusionMatrixTests {
  private let matrix = ConfusionMatrix(
    labels: [0, 0, 0, 1, 1, 2, 2, 2], predictions: [0, 1, 1, 1, 2, 0, 0, 1], classCount: 3)

  @Test func countsTrueClassesInRows() {
    #expect(matrix.counts == [[1, 2, 0], [0, 1, 1], [2, 1, 0]])
    #expect((matrix.total, matrix.correct) == (8, 2))
    #expect(matrix.accuracy == 0.25)
  }

  @Test func theMostConfusedPairsComeFirst() {
    typealias Pair = ConfusionMatrix.ConfusedPair
    #expect(
      matrix.mostConfusedPairs == [
        Pair(label: 0, prediction: 1, count: 2), Pair(label: 2, prediction: 0, count: 2),
        Pair(label: 1, prediction: 2, count: 1), Pair(label: 2, prediction: 1, count: 1),
      ])
  }

  @Test func countsAreTakenAsTheyAre() {
    #expect(ConfusionMatrix(counts: [[1, 2, 0], [0, 1, 1], [2, 1, 0]]) == matrix)
  }

  @Test func noSamplesAreAMatrixToo() {
    let empty = ConfusionMatrix(labels: [], predictions: [], classCount: 2)
    #expect(empty.counts == [[0, 0], [0, 0]])
    #expect(empty.accuracy == 0)
    #expect(empty.mostConfusedPairs.isEmpty)
  }
}
