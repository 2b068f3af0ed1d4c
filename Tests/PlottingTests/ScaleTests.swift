import TestSupport
import Testing

@testable import Plotting

private struct ScaleCase: Decodable {
  var kind: String
  var base: Double?
  var threshold: Double?
  var lower: Double
  var upper: Double
  var maximum: Int?
  var major: [Double]
  var minor: [Double]?
  var labels: [String]?
  var minorLabels: [String]?
  var places: [Double]?

  var range: AxisRange { AxisRange(lower: lower, upper: upper) }

  /// Whether two lists of ticks are alike to twelve digits.
  static func agree(_ ticks: [Double], _ expected: [Double]) -> Bool {
    ticks.count == expected.count
      && zip(ticks, expected).allSatisfy { abs($0 - $1) <= 1e-12 * max(abs($0), abs($1), 1e-290) }
  }
}

private struct RangeCase: Decodable {
  var scale: String
  var values: [Double]
  var limits: [Double]
}

@Suite struct ScaleTests {
  private func cases(_ kind: String) throws -> [ScaleCase] {
    let cases = try fixtureCases("scale_ticks.json", of: ScaleCase.self).filter { $0.kind == kind }
    try #require(!cases.isEmpty)
    return cases
  }

  @Test func logarithmicTicksAreMatplotlibs() throws {
    for expected in try cases("log") {
      let base = try #require(expected.base)
      let ticks = LogTicks(in: expected.range, base: base, maximum: try #require(expected.maximum))
      func shown(_ values: [Double]) -> [Double] { values.filter { expected.lower <= $0 && $0 <= expected.upper } }
      #expect(ScaleCase.agree(shown(ticks.major), expected.major), "\(expected) \(ticks.major)")
      #expect(ScaleCase.agree(shown(ticks.minor), expected.minor ?? []), "\(expected) \(ticks.minor)")
      let formatter = PowerFormatter(range: expected.range, base: base)
      #expect(expected.major.map(formatter.label) == expected.labels, "\(expected)")
      #expect((expected.minor ?? []).map(formatter.label) == expected.minorLabels, "\(expected)")
    }
  }

  @Test func ticksAroundZeroAreMatplotlibs() throws {
    for expected in try cases("symlog") {
      let (base, threshold) = (try #require(expected.base), try #require(expected.threshold))
      let ticks = SymlogTicks.ticks(in: expected.range, threshold: threshold, base: base)
      let shown = ticks.filter { expected.lower <= $0 && $0 <= expected.upper }
      #expect(ScaleCase.agree(shown, expected.major), "\(expected) \(shown)")
      let formatter = PowerFormatter(range: expected.range, base: base, threshold: threshold)
      #expect(expected.major.map(formatter.label) == expected.labels, "\(expected)")
      let scale = Scale.symlog(threshold: threshold, base: base)
      let axis = AxisScale(
        scale: scale,
        range: AxisRange(lower: scale.transform(expected.lower), upper: scale.transform(expected.upper)))
      let places = try #require(expected.places)
      #expect(places.count == expected.major.count)
      for (tick, place) in zip(expected.major, places) {
        #expect(abs(axis.position(tick, start: 0, length: 1) - place) < 1e-9, "\(expected) \(tick)")
      }
    }
  }

  @Test func smallTicksAreMatplotlibs() throws {
    for expected in try cases("linear") {
      let ticks = MinorTicks.ticks(between: expected.major, in: expected.range).filter {
        expected.lower <= $0 && $0 <= expected.upper
      }
      let length = expected.range.length
      #expect(ticks.count == expected.minor?.count, "\(expected) \(ticks)")
      for (tick, other) in zip(ticks, expected.minor ?? []) { #expect(abs(tick - other) < 1e-9 * length) }
    }
  }

  @Test func rangesAreMatplotlibs() throws {
    for expected in try fixtureCases("ranges.json", of: RangeCase.self) {
      let scale: Scale =
        switch expected.scale {
        case "log": .log()
        case "symlog": .symlog(threshold: 1)
        default: .linear
        }
      let shown = AxisScale(
        scale, showing: DataExtent(range: scale.extent(of: expected.values)), margin: 0.05
      ).dataRange
      #expect(expected.limits.count == 2)
      for (end, other) in zip([shown.lower, shown.upper], expected.limits) {
        #expect(abs(end - other) <= 1e-9 * max(abs(end), abs(other)), "\(expected) \(shown)")
      }
    }
  }

  @Test func aTransformAndItsInverseCancel() {
    for scale in [Scale.linear, .log(), .log(base: 2), .symlog(), .symlog(threshold: 0.01, base: 2), .band(["a"])] {
      for value in [1e-9, 0.5, 1, 3, 1e6] {
        #expect(abs(scale.inverse(scale.transform(value)) - value) <= 1e-12 * value + 1e-15, "\(scale) \(value)")
      }
    }
    #expect(Scale.log().transform(0).isNaN && Scale.log().transform(-1).isNaN && Scale.linear.transform(.nan).isNaN)
    #expect(Scale.linear.transform(1e301).isNaN && Scale.symlog().transform(-5) == -Scale.symlog().transform(5))
  }

  @Test func namesStandInTheMiddleOfTheirBands() {
    let axis = AxisScale(.band(["a", "b"]), showing: DataExtent(), margin: 0.05)
    #expect(axis.position(0, start: 0, length: 100) == 25 && axis.position(1, start: 0, length: 100) == 75)
  }

  @Test func noMarginGoesBelowTheFootOfBars() {
    let data = DataExtent(range: AxisRange(lower: 0, upper: 10), sticky: [0])
    #expect(AxisScale(.linear, showing: data, margin: 0.05).range == AxisRange(lower: 0, upper: 10.5))
  }
}
