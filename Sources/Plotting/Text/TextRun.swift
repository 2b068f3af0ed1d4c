/// One line of text, measured: its glyphs, their pens, the extent of its ink. Lengths are in 1/64 pixel.
struct TextRun: Sendable {
  /// Glyphs with the position of their pens.
  private(set) var glyphs: [(glyph: UInt32, pen: Int)] = []
  /// The position of the pen after the last glyph.
  var advance = 0
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

  /// Adds a glyph at the pen. One without ink, such as a space, counts as a point at the origin, as in matplotlib.
  mutating func append(_ glyph: UInt32, _ metrics: GlyphMetrics) {
    let hasInk = metrics.maxX > metrics.minX || metrics.maxY > metrics.minY
    let pen = hasInk ? advance : 0
    let isFirst = glyphs.isEmpty
    minX = isFirst ? metrics.minX + pen : min(minX, metrics.minX + pen)
    maxX = isFirst ? metrics.maxX + pen : max(maxX, metrics.maxX + pen)
    minY = isFirst ? metrics.minY : min(minY, metrics.minY)
    maxY = isFirst ? metrics.maxY : max(maxY, metrics.maxY)
    glyphs.append((glyph, advance))
    advance += metrics.advance
  }
}

/// The coverage of a line of text, 0 to 255, from its top row down.
struct TextMask: Sendable {
  var width: Int
  var height: Int
  var pixels: [UInt8]

  /// Lays a glyph over the mask; what lies outside is left out.
  mutating func add(_ bitmap: GlyphBitmap, x: Int, y: Int) {
    for row in max(0, -y)..<max(0, -y, min(bitmap.height, height - y)) {
      for column in max(0, -x)..<max(0, -x, min(bitmap.width, width - x)) {
        pixels[(y + row) * width + x + column] |= bitmap.pixels[row * bitmap.width + column]
      }
    }
  }

  /// The mask turned to run from bottom to top.
  func turned() -> TextMask {
    var result = TextMask(width: height, height: width, pixels: [UInt8](repeating: 0, count: pixels.count))
    for row in 0..<height {
      for column in 0..<width { result.pixels[(width - 1 - column) * height + row] = pixels[row * width + column] }
    }
    return result
  }
}
