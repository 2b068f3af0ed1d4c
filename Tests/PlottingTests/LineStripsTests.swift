import Foundation
import Testing

@testable import Plotting

@Suite struct LineStripsTests {
  @Test func stripsLieBetweenTheLowestAndTheHighestOfEachColumn() throws {
    // Two columns of an eighth of a pixel, then a gap, then one.
    let paths = [
      [(0.01, 5), (0.05, 9), (0.1, 1), (0.13, 4)], [(0.51, 50), (0.52, 60)],
    ].map { $0.map { Point(x: $0.0, y: Double($0.1)) } }
    let outlines = try #require(LineStrips(paths, strokeWidth: 2)).outlines
    func points(_ pairs: [(Double, Double)]) -> [Point] { pairs.map { Point(x: $0.0, y: $0.1) } }
    #expect(
      outlines == [
        points([(0.0625, 1), (0.1875, 1), (0.1875, 4), (0.0625, 9), (0.0625, 1)]),
        points([(0.5625, 50), (0.5625, 60), (0.5625, 50)]),
      ])
  }

  @Test func linesThatTurnBackOrStepFarHaveNone() {
    #expect(LineStrips([[Point(x: 1, y: 0), Point(x: 0.9, y: 0)]], strokeWidth: 2) == nil)
    #expect(LineStrips([[Point(x: 1, y: 0)], [Point(x: 0.5, y: 0)]], strokeWidth: 2) == nil)
    #expect(LineStrips([[Point(x: 1, y: 0), Point(x: 2, y: 0)]], strokeWidth: 2) == nil)
  }

  @Test func noisePassesOverItselfAndASmoothLineDoesNot() {
    let smooth = (0..<5000).map { Point(x: Double($0) / 50, y: 50 * sin(Double($0) / 900)) }
    let noise = smooth.enumerated().map { Point(x: $1.x, y: $1.y + Double($0 * $0 % 97)) }
    #expect(PathSimplifier.passes([smooth], strokeWidth: 4) < 1.5)
    #expect(PathSimplifier.passes([noise], strokeWidth: 4) > 10)
    // Gaps after every third point do not make it less often: two strokes of three remain.
    let broken = stride(from: 0, to: noise.count - 3, by: 3).map { Array(noise[$0..<$0 + 3]) }
    let share = PathSimplifier.passes(broken, strokeWidth: 4) / PathSimplifier.passes([noise], strokeWidth: 4)
    #expect(abs(share - 2.0 / 3) < 0.05)
  }

  /// A long line with gaps: of noise, and smooth; a gap that can be seen, and many that cannot.
  private static let lines: [@Sendable (Int) -> Double] = [
    { index in index % 997 == 0 || (3000..<3400).contains(index) ? .nan : sin(Double(index) / 900) },
    { index in
      index % 97 == 0 || (6000..<6300).contains(index)
        ? .nan : sin(Double(index) / 900) + 0.2 * sin(Double(index * index % 977))
    },
    { index in index % 2 == 0 ? .nan : sin(Double(index) / 900) },
  ]

  @Test(arguments: lines.indices, [Line.Dash.solid, .dashed])
  func aLongLineWithGapsLooksAsIfItWereDrawnStrokeByStroke(shape: Int, dash: Line.Dash) throws {
    let y = (0..<9000).map(Self.lines[shape])
    let simplified = try Line(y: y, color: .black, width: 1, dash: dash).pixels(strokedByCairo: true)
    let x = y.indices.map(Double.init)
    let whole = try PlainLine(x: x, y: y, width: 1, dash: dash).pixels(strokedByCairo: true)
    let differences = differences(simplified, whole)
    #expect(Double(differences.reduce(0, +)) / Double(differences.count) < 1.5, "\(shape) \(dash)")
    #expect(Double(differences.count { $0 > 64 }) / Double(differences.count) < 0.01, "\(shape) \(dash)")
  }
}
