import Foundation
import Metrics
import Testing

@testable import Report

@Suite struct GateTests {
  /// The interval of the change is -6.352 to -3.628 percentage points.
  @Test(arguments: [
    ("accuracy < -3", false, true), ("accuracy < -4", false, false), ("accuracy < -4", true, true),
    ("accuracy < -7", true, false), ("accuracy<\u{2212}3", false, true),
    // Of 500 dogs, 50: (-50 ± 1.959964 sqrt(51 - 2500 / 502)) / 502, which is -12.61 to -7.31.
    ("recall(dog) < -7", false, true), ("recall( dog ) < -8", false, false), ("recall(cat) < 0", false, false),
    ("any recall < -7", false, true), ("any recall < -8", false, false), ("any recall < -8", true, true),
  ])
  func theIntervalDecides(expression: String, strict: Bool, fails: Bool) throws {
    let runs = worseRuns()
    let comparison = try RunComparison(runs.base, runs.head)
    let verdict = try Gate(parsing: expression, isStrict: strict).verdict(on: comparison)
    #expect(verdict.failed == fails && verdict.expression == expression, "\(verdict.reason)")
    #expect(!verdict.reason.contains("\n"))
  }

  @Test func theReasonHasTheIntervalAndTheMargin() throws {
    let runs = worseRuns()
    let verdict = try Gate(parsing: "accuracy < -3").verdict(on: RunComparison(runs.base, runs.head))
    #expect(
      verdict.reason
        == "the change in accuracy of CNN, \u{2212}5.00 points (95% interval \u{2212}6.35 to \u{2212}3.63), is below "
        + "\u{2212}3.00 points")
  }

  /// The interval of a loss that grows by 0.1 on average.
  @Test func lossFailsWhereItGrows() throws {
    let gate = try Gate(parsing: "loss > 0.05")
    #expect(gate.fails(Change(base: 0.1, head: 0.2, interval: 0.06...0.14)) == true)
    #expect(gate.fails(Change(base: 0.1, head: 0.2, interval: 0.04...0.16)) == false)
    #expect(
      try Gate(parsing: "loss > 0.05", isStrict: true).fails(Change(base: 0.1, head: 0.1, interval: -0.1...0.1)) == true
    )
  }

  @Test func whatIsNoConditionIsTold() {
    for (expression, error) in [
      ("accuracy", GateError.noSign("accuracy")), ("speed < 1", .unknownMeasure("speed")),
      ("recall() < 1", .unknownMeasure("recall()")), ("accuracy < much", .noNumber("much")),
      ("accuracy > 0.2", .wrongSign("accuracy", lossFalls: false)), ("loss < 0.1", .wrongSign("loss", lossFalls: true)),
    ] {
      #expect(throws: error) { try Gate(parsing: expression) }
    }
    let runs = worseRuns()
    #expect(throws: GateError.noClass("cow")) {
      try Gate(parsing: "recall(cow) < 0").verdict(on: RunComparison(runs.base, runs.head))
    }
  }

  /// How often of 1,000 pairs of 5,000 samples a gate fails. Each sample is one that only the base gets right with
  /// probability `onlyBase`, and one that only the head does with probability `onlyHead`.
  private func failures(of gate: Gate, onlyBase: Double, onlyHead: Double, seed: UInt64) -> Int {
    var generator = SplitMix(state: seed)
    let (samples, apart) = (5000, onlyBase + onlyHead)
    return (0..<1000).count { _ in
      var (base, head, place) = (0, 0, 0)
      while true {
        // The distance to the next sample that tells them apart.
        place += 1 + Int(log(generator.proportion()) / log(1 - apart))
        if place > samples { break }
        if generator.proportion() * apart < onlyBase { base += 1 } else { head += 1 }
      }
      let difference = PairedDifference(samples: samples, onlyModel: head, onlyOther: base)
      return gate.fails(Change(base: 0, head: difference.difference, interval: difference.interval)) == true
    }
  }

  @Test func equalModelsSeldomFailAndALossOfTwiceTheMarginDoes() throws {
    let equal = failures(of: try Gate(parsing: "accuracy < 0"), onlyBase: 0.02, onlyHead: 0.02, seed: 1)
    #expect((10...50).contains(equal), "\(equal) of 1,000")
    // A loss of 3 points, of which 1.5 are taken.
    let worse = failures(of: try Gate(parsing: "accuracy < -1.5"), onlyBase: 0.04, onlyHead: 0.01, seed: 2)
    #expect(worse >= 950, "\(worse) of 1,000")
  }
}

/// Vigna's SplitMix64, so that the simulation is the same each time.
private struct SplitMix {
  var state: UInt64

  /// Above 0, at most 1.
  mutating func proportion() -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    word ^= word >> 31
    return Double((word >> 11) + 1) / 0x1p53
  }
}
