import Testing

@testable import Figures

@Suite struct LossAxisTests {
  @Test func aUsualLossHasALinearAxis() {
    #expect(LossAxis(showing: (1...10).map { 1 / Double($0) }) == .linear)
    #expect(LossAxis(showing: [3, 3, 3]) == .linear)
    #expect(LossAxis(showing: [0.5]) == .linear)
    #expect(LossAxis(showing: [.nan, .infinity]) == .linear)
    #expect(LossAxis(showing: []) == .linear)
  }

  /// From 1000 to 0.1 in four powers of ten: nine tenths of the values lie in the lowest two.
  @Test func lossesOverPowersOfTenHaveALogarithmicOne() {
    let losses = [1000, 100] + (0..<28).map { 10 - Double($0) * 0.35 }
    #expect(LossAxis(showing: losses) == .logarithmic)
    #expect(LossAxis(showing: losses + [.nan, .infinity]) == .logarithmic)
  }

  /// Nineteen losses from 0.5 to 1.4 and one of a million. Up to 0.5 + 10 × (1.35 − 0.5) they can be told apart.
  @Test func oneThatSquashesAllOthersIsCutOff() {
    let losses = (0..<19).map { 0.5 + 0.05 * Double($0) }
    #expect(LossAxis(showing: [1e6] + losses) == .linearTo(0.5 + 0.05 * 18))
    #expect(LossAxis(showing: [1e6, 8] + losses) == .linearTo(8))
    let below = losses.map { $0 - 1 }
    #expect(LossAxis(showing: [1e6] + below) == .linearTo(below[18]))
  }
}
