import TestSupport
import Testing

@testable import Plotting

private struct TextFixture: Decodable {
  struct Extent: Decodable {
    var text: String
    var weight: String
    var size: Double
    var dpi: Double
    var width: Int
    var height: Int
    var descent: Int
  }
  var extents: [Extent]
  var mask: [String]
}

@Suite struct TextEngineTests {
  @Test func measuresAsMatplotlibDoes() throws {
    let engine = try TextEngine()
    let extents = try fixture("text.json", as: TextFixture.self).extents
    try #require(!extents.isEmpty)
    for expected in extents {
      let style = TextStyle(size: expected.size, weight: expected.weight == "bold" ? .bold : .regular)
      let run = try engine.run(expected.text, style, dpi: expected.dpi)
      // Newer FreeTypes hint a few letters to the next eighth of a pixel: 8 of 64 parts; there may be two in a line.
      #expect(abs(run.advance - expected.width) <= 16, "\(expected)")
      #expect(run.maxY - run.minY == expected.height, "\(expected)")
      #expect(-run.minY == expected.descent, "\(expected)")
    }
  }

  @Test func drawsAsMatplotlibDoes() throws {
    let expected = try fixture("text.json", as: TextFixture.self).mask.map { row in
      stride(from: 0, to: row.count, by: 2).map { Int(row.dropFirst($0).prefix(2), radix: 16) ?? -1 }
    }
    let mask = try TextEngine().mask("Label: 5", TextStyle(size: 10), dpi: 150)
    #expect(mask.height == expected.count && expected.allSatisfy { $0.count == mask.width })
    let differences = zip(mask.pixels, expected.joined()).map { abs(Int($0) - $1) }
    #expect(differences.reduce(0, +) <= 400)
    #expect(differences.max() ?? 255 <= 40)
  }

  @Test func turnsAMask() {
    let mask = TextMask(width: 3, height: 2, pixels: [1, 2, 3, 4, 5, 6])
    let turned = mask.turned()
    #expect(turned.width == 2 && turned.height == 3)
    #expect(turned.pixels == [3, 6, 2, 5, 1, 4])
  }

  @Test func refusesSizesThatFreeTypeCannotTake() throws {
    let engine = try TextEngine()
    #expect(throws: PlottingError.self) { try engine.run("a", TextStyle(size: 1e6), dpi: 2400) }
  }

  @Test func charactersWithoutGlyphAreDrawnAsABox() throws {
    let engine = try TextEngine(.withoutSystemFonts)
    #expect(try engine.run("漢", TextStyle(), dpi: 150).width > 5)
    #expect(try engine.run("", TextStyle(), dpi: 150).width == 0)
  }
}
