import Testing

@testable import Randomness

@Suite struct CounterRandomTests {
  @Test func aPositionsNumberDoesNotDependOnTheOrder() {
    let random = CounterRandom(seed: 42, purpose: .dropout, indices: [1, 2])
    let forwards = (0..<100).map { random.bits(at: $0) }
    let backwards = (0..<100).reversed().map { random.bits(at: $0) }
    #expect(forwards == backwards.reversed())
    #expect(Set(forwards).count == 100)
  }

  /// Dropout of 0.2 over 100,000 elements keeps 80,000 with a standard deviation of 126.
  @Test func numbersAreUniform() {
    let random = CounterRandom(seed: 42, purpose: .dropout, indices: [0, 0])
    let kept = (0..<100_000).count { random.float(at: UInt64($0)) >= 0.2 }
    #expect(abs(kept - 80_000) < 5 * 126)
  }
}
