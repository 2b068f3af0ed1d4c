/// A glyph at its place in a line, in 1/64 pixel.
struct PlacedGlyph: Sendable {
  var font: FontStack.ID
  var index: UInt32
  /// The position of the pen.
  var pen: Int
  /// How far above the baseline the glyph stands.
  var rise = 0
  /// The first of the Unicode scalars that the glyph stands for, counted from 0.
  var scalar: Int
}

/// One line of text, measured: its glyphs from left to right, the extent of its ink. Lengths are in 1/64 pixel.
struct TextRun: Sendable {
  private(set) var glyphs: [PlacedGlyph] = []
  /// The position of the pen after the last glyph.
  var advance = 0
  /// Whether glyphs are placed by HarfBuzz, and hinted up and down alone.
  var isShaped = false
  private(set) var minX = 0
  private(set) var minY = 0
  private(set) var maxX = 0
  private(set) var maxY = 0

  /// The width in pixels, from the first pen to the last.
  var width: Double { Double(advance) / 64 }
  /// The height of the ink in pixels.
  var height: Double { Double(maxY - minY) / 64 }
  /// How far the ink reaches below the baseline, in pixels.
  var descent: Double { Double(-minY) / 64 }
  /// How far right of the first pen the ink begins, in pixels.
  var leftBearing: Double { Double(minX) / 64 }

  /// Adds the next character's glyph at the pen. One without ink, such as a space, counts as a point at the origin, as in
  /// matplotlib.
  mutating func append(_ glyph: UInt32, _ metrics: GlyphMetrics, of font: FontStack.ID) {
    let hasInk = metrics.maxX > metrics.minX || metrics.maxY > metrics.minY
    let pen = hasInk ? advance : 0
    widen(by: metrics, x: pen, y: 0)
    glyphs.append(PlacedGlyph(font: font, index: glyph, pen: advance, scalar: glyphs.count))
    advance += metrics.advance
  }

  /// Adds a glyph of a shaped line.
  mutating func append(_ glyph: PlacedGlyph, _ metrics: GlyphMetrics) {
    let hasInk = metrics.maxX > metrics.minX || metrics.maxY > metrics.minY
    widen(by: metrics, x: hasInk ? glyph.pen : 0, y: hasInk ? glyph.rise : 0)
    glyphs.append(glyph)
  }

  private mutating func widen(by metrics: GlyphMetrics, x: Int, y: Int) {
    let isFirst = glyphs.isEmpty
    minX = isFirst ? metrics.minX + x : min(minX, metrics.minX + x)
    maxX = isFirst ? metrics.maxX + x : max(maxX, metrics.maxX + x)
    minY = isFirst ? metrics.minY + y : min(minY, metrics.minY + y)
    maxY = isFirst ? metrics.maxY + y : max(maxY, metrics.maxY + y)
  }
}
