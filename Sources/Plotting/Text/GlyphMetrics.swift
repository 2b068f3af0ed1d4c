/// The extent of a glyph's outline around its pen and the way to the next pen, in 1/64 pixel.
struct GlyphMetrics: Sendable {
  var minX: Int
  var minY: Int
  var maxX: Int
  var maxY: Int
  var advance: Int
}

/// The coverage of a glyph, 0 to 255, and where it lies around its pen in pixels; `top` counts upwards.
struct GlyphBitmap: Sendable {
  var left: Int
  var top: Int
  var width: Int
  var height: Int
  var pixels: [UInt8]
}
