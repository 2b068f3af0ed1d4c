import TestSupport
import Testing

@testable import Plotting

private struct ShapingFixture: Decodable {
  struct Glyph: Decodable, Equatable {
    var index: UInt32
    var scalar: Int
    var advance: Int
    var x: Int
    var y: Int
  }
  var what: String
  var text: String
  var glyphs: [Glyph]
}

extension Theme {
  /// A theme whose text looks the same on every machine.
  static var withoutSystemFonts: Theme {
    var theme = Theme()
    theme.usesSystemFonts = false
    return theme
  }
}

/// Lines that are ordered and shaped, in the compiled-in font, which has Hebrew and Arabic letters.
@Suite struct ShapingTests {
  private let engine: TextEngine

  init() throws {
    engine = try TextEngine(.withoutSystemFonts)
  }

  private func run(_ text: String, _ style: TextStyle = TextStyle()) throws -> TextRun {
    try engine.run(text, style, dpi: 100)
  }

  @Test func glyphsAreThoseOfHarfBuzz() throws {
    let lines = try fixture("shaping.json", as: [ShapingFixture].self)
    try #require(lines.count == 7)
    for expected in lines {
      let ids = try #require(engine.fonts.toShape(expected.text, .regular), "\(expected.what)")
      let line = try ShapedLine(Array(expected.text.unicodeScalars), ids, in: engine.fonts)
      let glyphs = line.glyphs.map {
        ShapingFixture.Glyph(
          index: $0.index, scalar: $0.scalar, advance: $0.advance, x: $0.offset.x, y: $0.offset.y)
      }
      #expect(glyphs == expected.glyphs, "\(expected.what)")
    }
  }

  /// The order in which a reader sees the characters of a line.
  @Test(arguments: [
    ("abc אבג 123", [0, 1, 2, 3, 8, 9, 10, 7, 6, 5, 4]), ("אבג abc", [4, 5, 6, 3, 2, 1, 0]),
    ("אב 12%", [3, 4, 5, 2, 1, 0]),
    ("a\u{202E}bc", [0, 3, 2]),
  ])
  func charactersStandAsTheyAreRead(text: String, order: [Int]) throws {
    let run = try run(text)
    let invisible = Array(text.unicodeScalars).enumerated().filter { $1.isInvisible }.map { $0.offset }
    #expect(run.glyphs.map(\.scalar).filter { !invisible.contains($0) } == order)
    #expect(zip(run.glyphs, run.glyphs.dropFirst()).allSatisfy { $0.pen <= $1.pen })
  }

  @Test func lettersThatJoinAreNarrowerThanAlone() throws {
    let word = try run("مرحبا")
    let alone = try "مرحبا".map { try run(String($0)).width }.reduce(0, +)
    #expect(word.width < alone)
  }

  @Test func whatNeedsNoShapingIsDrawnAsBefore() throws {
    for text in ["Label: 5", "Größe → 10⁻³ µm", "Привет", "αβγ", "", " ", "漢"] {
      #expect(engine.fonts.toShape(text, .regular) == nil, "\(text)")
      #expect(try !run(text).isShaped, "\(text)")
    }
  }

  @Test func anAccentStandsOnItsLetter() throws {
    // As the letter with the accent, which the font has.
    let (composed, apart) = (try run("\u{E9}"), try run("e\u{301}"))
    #expect(apart.glyphs.map(\.index) == composed.glyphs.map(\.index))
    #expect(abs(apart.height - composed.height) <= 1)
  }

  @Test func segmentsKnowTheirTextAndItsDirection() throws {
    let text = "abc אבג"
    let segments = try run(text).segments(scalars: text.unicodeScalars.count)
    #expect(segments.map(\.isBackward) == [false, true])
    #expect(segments.map(\.glyphs) == [0..<4, 4..<7])
    #expect(segments.last?.clusters.map(\.scalars) == [6..<7, 5..<6, 4..<5])
    // A ligature stands for two letters.
    let ligature = try run("لا").segments(scalars: 2)
    #expect(ligature.first?.clusters == [TextSegment.Cluster(scalars: 0..<2, glyphs: 0..<1)])
    let plain = try run("abc").segments(scalars: 3)
    #expect(plain.count == 1 && plain.first?.clusters.map(\.scalars) == [0..<1, 1..<2, 2..<3])
  }

  /// Letters of many scripts, marks, joiners, controls of direction, tags and noncharacters in any order.
  @Test func everyLineIsDrawnWhole() throws {
    let scalars = "aé0 אבּגשׁلامرحبّـक्षกำမြ한漢👨👧\u{301}\u{200D}\u{200F}\u{202E}\u{2067}\u{2069}\u{FE0F}\u{E0067}\0\u{FFFF}"
    let letters = Array(scalars.unicodeScalars)
    // A linear congruential generator.
    var state: UInt32 = 1
    func next(below bound: Int) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int(state >> 16) % bound
    }
    for _ in 0..<300 {
      var text = ""
      for _ in 0...next(below: 12) { text.unicodeScalars.append(letters[next(below: letters.count)]) }
      let run = try run(text)
      let segments = run.segments(scalars: text.unicodeScalars.count)
      #expect(segments.flatMap(\.glyphs) == Array(run.glyphs.indices), "\(text.unicodeScalars)")
      let drawn = segments.flatMap(\.clusters).flatMap(\.scalars).sorted()
      #expect(drawn == Array(text.unicodeScalars.indices.enumerated().map(\.offset)), "\(text.unicodeScalars)")
      #expect(try engine.mask(text, TextStyle(), dpi: 100).width > 0)
    }
  }

  @Test func allFormatsDrawIt() throws {
    let figure = Figure(
      panels: [
        Axes(title: "שָׁלוֹם abc", x: Axis(label: "مرحبا"), y: Axis(label: "العربيّة"), legend: Legend()) {
          Line(y: [0, 1], label: "סוף 12%")
        }
      ])
    #expect(try figure.missingCharacters() == [])
    #expect(try figure.image(dpi: 50).width > 100)
    let svg = String(decoding: try figure.svg(), as: UTF8.self)
    // The first letter of the word, as HarfBuzz chose it in shaping.json, and the mark above its letter.
    #expect(svg.contains("#DejaVuSans-5256\"") && svg.contains(" y=\""))
    #expect(try figure.pdf() == figure.pdf())
  }
}
