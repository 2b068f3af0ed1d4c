import Testing

@testable import Randomness

@Suite struct RandomStreamTests {
  @Test func everySeedPurposeAndIndexIsAStreamOfItsOwn() {
    var keys = Set<UInt64>()
    var count = 0
    for seed: UInt64 in [0, 1, 2, 42, .max] {
      for purpose in RandomPurpose.allCases {
        keys.insert(RandomStream(seed: seed, purpose: purpose).key)
        count += 1
        for first: UInt64 in 0..<4 {
          keys.insert(RandomStream(seed: seed, purpose: purpose, indices: [first]).key)
          for second: UInt64 in 0..<4 {
            keys.insert(RandomStream(seed: seed, purpose: purpose, indices: [first, second]).key)
          }
          count += 5
        }
      }
    }
    #expect(keys.count == count)
  }

  @Test func aStreamDoesNotDependOnWhatWasDrawnBefore() {
    var first = SeededRandom(seed: 42, purpose: .epochOrder, indices: [3])
    var other = SeededRandom(seed: 42, purpose: .epochOrder, indices: [2])
    _ = other.next()
    var again = SeededRandom(seed: 42, purpose: .epochOrder, indices: [3])
    #expect(first.next() == again.next())
    #expect(first.next() != other.next())
  }
}
