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
