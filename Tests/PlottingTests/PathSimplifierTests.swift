import Foundation
import Testing

@testable import Plotting

@Suite struct PathSimplifierTests {
  @Test func keepsTheEndsAndTheExtremesOfAColumn() {
    // All in one column of an eighth of a pixel, then one in the next.
    let path = [(0.01, 5), (0.02, 9), (0.03, 1), (0.04, 4), (0.05, 6), (0.2, 7)].map { Point(x: $0.0, y: Double($0.1)) }
    let long = path + (0..<PathSimplifier.leastPoints).map { Point(x: 0.3, y: Double($0 % 2)) }
    let kept = PathSimplifier.simplified(long)
    #expect(kept.prefix(5) == [path[0], path[1], path[2], path[4], path[5]])
    #expect(kept.count == 8)
    #expect(PathSimplifier.simplified(path) == path)
  }

  @Test func onlyADenseLineToTheRightHasEdges() throws {
    let dense = (0..<5000).map { Point(x: Double($0) / 100, y: Double($0 % 2)) }
    let (upper, lower) = try #require(PathSimplifier.edges(dense))
    // 50 pixels are 400 columns, in each of which the line goes from 0 to 1.
    #expect(upper.count == 400 && upper.allSatisfy { $0.y == 0 } && lower.allSatisfy { $0.y == 1 })
    #expect(PathSimplifier.edges(dense.reversed()) == nil)
    #expect(PathSimplifier.edges(dense.map { Point(x: $0.x * 100, y: $0.y) }) == nil)
  }

  /// Lines of 5,000 points: one from left to right with noise, one that goes round, one that jumps anywhere.
  static let shapes: [@Sendable (Int) -> (Double, Double)] = [
    { index in (Double(index), sin(Double(index) / 900) + 0.3 * sin(Double(index * index % 977))) },
    { index in (cos(Double(index) / 500) * Double(index), sin(Double(index) / 500) * Double(index)) },
    { index in (Double(index * 7919 % 5003), Double(index * 104729 % 4999)) },
  ]

  @Test(arguments: shapes.indices)
  func aLongLineLooksAsIfNothingWereLeftOut(shape: Int) throws {
    let points = (0..<5000).map(Self.shapes[shape])
    let (x, y) = (points.map(\.0), points.map(\.1))
    let simplified = try Line(x: x, y: y, color: .black, width: 1).pixels(strokedByCairo: true)
    let whole = try PlainLine(x: x, y: y, width: 1).pixels(strokedByCairo: true)
    let differences = differences(simplified, whole)
    // An eighth of a pixel sideways is an eighth of an edge's 255; few pixels come near it.
    #expect((differences.max() ?? 255) <= 32, "\(shape)")
    #expect(Double(differences.reduce(0, +)) / Double(differences.count) < 0.5, "\(shape)")
  }
}
