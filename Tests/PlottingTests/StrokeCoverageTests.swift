import Foundation
import Testing

@testable import Plotting

/// Long lines and bands look as if Cairo drew each stroke and each corner.
@Suite struct StrokeCoverageTests {
  private static func noise(_ index: Int) -> Double { Double(index * 7919 % 5003) / 5003 }

  /// 5,000 points: noise; a smooth wave; noise with gaps; a way that turns back; points anywhere.
  static let lines: [@Sendable (Int) -> (Double, Double)] = [
    { index in (Double(index), noise(index)) },
    { index in (Double(index), sin(Double(index) / 300)) },
    { index in (Double(index), index % 3 == 2 ? .nan : noise(index)) },
    { index in (cos(Double(index) / 100) * Double(index), sin(Double(index) / 100) * Double(index)) },
    { index in (noise(index), Double(index * 104_729 % 4999)) },
  ]

  @Test(arguments: lines.indices, [0.7, 1, 3.3])
  func aLongLineLooksAsCairoDrawsIt(shape: Int, width: Double) throws {
    let points = (0..<5000).map(Self.lines[shape])
    let (x, y) = (points.map(\.0), points.map(\.1))
    let covered = try Line(x: x, y: y, color: .black, width: width).pixels(strokedByCairo: false)
    let plain = try PlainLine(x: x, y: y, width: width).pixels(strokedByCairo: true)
    let largest = differences(covered, plain).max()
    #expect((1...32).contains(largest ?? 255), "\(shape)")
  }

  /// 210,000 points, a thousand a pixel: a noisy wave, and one with gaps after two or three points.
  @Test(arguments: [false, true], [0.7, 3.3])
  func aLineOfVeryManyPointsLooksAsCairoDrawsIt(hasGaps: Bool, width: Double) throws {
    let y = (0..<210_000).map { index in
      hasGaps && index % 7 % 3 == 2 ? .nan : sin(Double(index) / 30_000) + 0.05 * Self.noise(index)
    }
    let x = y.indices.map(Double.init)
    let covered = try Line(x: x, y: y, color: .black, width: width).pixels(strokedByCairo: false)
    let plain = try PlainLine(x: x, y: y, width: width).pixels(strokedByCairo: true)
    let largest = differences(covered, plain).max()
    #expect((1...32).contains(largest ?? 255))
  }

  @Test func aTranslucentLineIsOfOneColorWhereItCrossesItself() throws {
    let line = Line(y: (0..<5000).map(Self.noise), color: .black.opacity(0.4), width: 2)
    // 255 x 0.6 and no darker.
    #expect(try line.pixels(strokedByCairo: false).min() == 153)
  }

  @Test func aBandOfNoiseLooksAsCairoFillsIt() throws {
    let x = (0..<5000).map(Double.init)
    let lower = (0..<5000).map(Self.noise)
    let upper = lower.map { $0 + 0.3 }
    let band = Band(x: x, lower: lower, upper: upper, color: .black, opacity: 1)
    let plain = PlainBand(x: x, lower: lower, upper: upper)
    let largest = try differences(band.pixels(strokedByCairo: false), plain.pixels(strokedByCairo: true)).max()
    #expect((1...32).contains(largest ?? 255))
  }

  @Test func edgesThatCrossAreFilledOnBothSides() throws {
    let x = (0...2000).map { Double($0) / 2000 }
    let band = Band(x: x, lower: x, upper: x.map { 1 - $0 }, color: .black, opacity: 1)
    let plain = PlainBand(x: x, lower: x, upper: x.map { 1 - $0 })
    let largest = try differences(band.pixels(strokedByCairo: false), plain.pixels(strokedByCairo: true)).max()
    #expect((largest ?? 255) <= 32)
  }
}
