import Testing

@testable import Randomness

@Suite struct SeededRandomTests {
  /// The values that xoshiro256starstar.c gives for the state 1, 2, 3, 4; the Rust crate rand_xoshiro tests the same.
  @Test func agreesWithThePublishedValues() {
    var random = SeededRandom(state: (1, 2, 3, 4))
    let values = (0..<10).map { _ in random.next() }
    #expect(
      values == [
        11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360, 607_988_272_756_665_600,
        16_172_922_978_634_559_625, 8_476_171_486_693_032_832, 10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
      ])
  }

  /// The seed's meaning may never change: a saved run names it.
  @Test func aSeedIsFourValuesOfSplitMix64() {
    let random = SeededRandom(seed: 1_234_567)
    #expect(random.state.0 == 6_457_827_717_110_365_317)
    #expect(random.state.3 == 4_593_380_528_125_082_431)
  }

  @Test func numbersOfTheUnitIntervalStayBelowOne() {
    #expect(unitDouble(.max) == 1 - 0x1p-53)
    #expect(unitFloat(.max) == 1 - 0x1p-24)
    #expect(unitDouble(0) == 0 && unitFloat(0) == 0)
    #expect(unitDouble(1 << 63) == 0.5 && unitFloat(1 << 63) == 0.5)
  }

  /// Mean 1/2 and variance 1/12 of 100,000 numbers, within five standard errors.
  @Test func numbersAreUniform() {
    var random = SeededRandom(seed: 7)
    let numbers = (0..<100_000).map { _ in random.double() }
    let mean = numbers.reduce(0, +) / 100_000
    let variance = numbers.reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) } / 100_000
    #expect(abs(mean - 0.5) < 5 * 0.2887 / 316.2)
    #expect(abs(variance - 1.0 / 12) < 5 * 0.0745 / 316.2)
  }

  /// 60,000 throws of a die: each face 10,000 times with a standard deviation of 91.
  @Test func integersAreUniform() {
    var random = SeededRandom(seed: 7)
    var faces = [Int](repeating: 0, count: 6)
    for _ in 0..<60_000 { faces[random.integer(below: 6)] += 1 }
    #expect(faces.allSatisfy { abs($0 - 10_000) < 5 * 91 })
    #expect(random.integer(below: 1) == 0)
  }
}
