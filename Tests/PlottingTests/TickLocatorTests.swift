import Foundation
import TestSupport
import Testing

@testable import Plotting

struct TickCase: Decodable {
  var lower: Double
  var upper: Double
  var steps: Int
  var ticks: [Double]
  var labels: [String]
  var common: String

  var range: AxisRange { AxisRange(lower: lower, upper: upper) }
}

@Suite struct TickLocatorTests {
  @Test func findsTheTicksOfMatplotlib() throws {
    for expected in try fixtureCases("ticks.json", of: TickCase.self) {
      let ticks = TickLocator(steps: expected.steps).ticks(in: expected.range)
      let tolerance = 1e-9 * max(abs(expected.lower), abs(expected.upper), expected.upper - expected.lower)
      #expect(ticks.count == expected.ticks.count, "\(expected)")
      for (tick, other) in zip(ticks, expected.ticks) { #expect(abs(tick - other) <= tolerance, "\(expected)") }
    }
  }

  @Test func stepsThatFitFollowFromTheLength() {
    // 5 inches hold 12 labels of 10 points three times as wide as high, 18 lines of twice the height.
    #expect(TickLocator(length: 360, fontSize: 10, horizontal: true).maximumSteps == 9)
    #expect(TickLocator(length: 100, fontSize: 10, horizontal: true).maximumSteps == 3)
    #expect(TickLocator(length: 100, fontSize: 10, horizontal: false).maximumSteps == 5)
    #expect(TickLocator(length: 0, fontSize: 10, horizontal: false).maximumSteps == 1)
    #expect(TickLocator(length: .nan, fontSize: 10, horizontal: false).maximumSteps == 1)
  }

  /// The number of ranges to try: 10,000, or as many as PROPERTY_CASES says. A million take two minutes.
  static let rangeCount = ProcessInfo.processInfo.environment["PROPERTY_CASES"].flatMap { Int($0) } ?? 10_000

  @Test func anyRangeHasTwoVisibleTicksInOrder() throws {
    var generator = SplitMix(state: 42)
    try #require(Self.rangeCount > 0)
    for _ in 0..<Self.rangeCount {
      let range = AxisRange(lower: generator.number(), upper: generator.number()).withMargin(0.05)
      let ticks = TickLocator(steps: Int.random(in: 1...9, using: &generator)).ticks(in: range)
      let visible = ticks.filter(range.containsClosely)
      #expect(visible.count >= 2 && visible.count <= 25, "\(range) \(ticks)")
      #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 }, "\(range) \(ticks)")
      #expect(TickFormatter(ticks: ticks, range: range).labels.count == ticks.count)
    }
  }
}

/// Numbers that are the same in every run: a SplitMix64 generator.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of either sign whose size is anything from 1e-300 to 1e300.
  mutating func number() -> Double {
    let size = Double(sign: .plus, exponent: Int.random(in: -996...996, using: &self), significand: 1)
    return size * Double.random(in: -1...1, using: &self)
  }
}
