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
}
