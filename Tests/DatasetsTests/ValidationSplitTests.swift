import Datasets
import Testing

@Suite struct ValidationSplitTests {
  @Test func theLastFifthIsHeldOut() {
    let split = ValidationSplit(count: 60_000)
    #expect(split.training == 0..<48_000)
    #expect(split.validation == 48_000..<60_000)
  }

  /// Values of Python's int(math.floor(count * (1.0 - 0.2))).
  @Test(arguments: [(0, 0), (1, 0), (2, 1), (4, 3), (5, 4), (9, 7), (10, 8), (101, 80)])
  func itRoundsAsKerasDoes(count: Int, start: Int) {
    #expect(ValidationSplit(count: count).training == 0..<start)
    #expect(ValidationSplit(count: count).validation == start..<count)
  }

  /// Values of Python's int(math.floor(count * (1.0 - share))); 10 * (1.0 - 0.9) is a little less than 1.
  @Test(arguments: [
    (10, 0, 10), (10, 1, 0), (7, 0.5, 3), (60_000, 0.1, 54_000), (10, 0.25, 7), (10, 0.7, 3), (10, 0.9, 0),
    (100, 0.3, 70),
  ])
  func anyShareCanBeHeldOut(count: Int, share: Double, start: Int) {
    #expect(ValidationSplit(count: count, share: share).training == 0..<start)
    #expect(ValidationSplit(count: count, share: share).validation == start..<count)
  }
}
