import Testing

@testable import Randomness

@Suite struct ShuffleTests {
  @Test func aPermutationHoldsEveryNumberOnce() {
    var random = SeededRandom(seed: 1)
    let order = random.permutation(of: 100..<1100)
    #expect(order.sorted() == Array(100..<1100))
    #expect(order != Array(100..<1100))
  }

  @Test func nothingAndOneAreTheirOwnPermutation() {
    var random = SeededRandom(seed: 1)
    #expect(random.permutation(of: 5..<5) == [])
    #expect(random.permutation(of: 5..<6) == [5])
  }

  /// The six orders of three in 60,000 shuffles: each 10,000 times with a standard deviation of 91.
  @Test func everyOrderIsAsLikely() {
    var random = SeededRandom(seed: 3)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<60_000 { counts[random.permutation(of: 0..<3), default: 0] += 1 }
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { abs($0 - 10_000) < 5 * 91 })
  }
}
