import Randomness
import Testing

@testable import NeuralNetwork

@Suite struct InitializerTests {
  @Test func glorotsDistributionIsUniformWithinItsLimits() throws {
    var random = SeededRandom(seed: 1)
    let count = 50_000
    let values = Initializer.glorotUniform(fanIn: 30, fanOut: 20).values(count: count, random: &random).map(Double.init)
    try #require(values.count == count)
    // sqrt(6 / (30 + 20)).
    let limit = 0.34641016151377546
    let (lowest, highest) = (try #require(values.min()), try #require(values.max()))
    #expect(lowest >= -limit * 1.000001 && lowest < -0.999 * limit)
    #expect(highest <= limit * 1.000001 && highest > 0.999 * limit)
    // A uniform distribution has the mean 0 and the variance limit²/3 = 0.04; over 50,000 values they vary by 0.0009 and
    // 0.00016, so these bounds are five times that.
    let mean = values.reduce(0, +) / Double(count)
    let variance = values.reduce(0) { $0 + $1 * $1 } / Double(count)
    #expect(abs(mean) < 0.0045 && abs(variance - 0.04) < 0.0008)
  }

  @Test func constantsAreConstant() {
    var random = SeededRandom(seed: 1)
    #expect(Initializer.zeros.values(count: 3, random: &random) == [0, 0, 0])
    #expect(Initializer.ones.values(count: 2, random: &random) == [1, 1])
  }
}
