import Testing

@testable import Randomness

@Suite struct SplitMix64Tests {
  /// The values that splitmix64.c gives for the seed 1234567.
  @Test func agreesWithThePublishedValues() {
    let values = (0..<5).map { SplitMix64.value(seed: 1_234_567, at: $0) }
    #expect(
      values == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }
}
