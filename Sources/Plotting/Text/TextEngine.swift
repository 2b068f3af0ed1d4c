/// Measures and draws lines of text at a density; everything is measured and drawn once.
///
/// Of one drawing: it is not shared between threads.
final class TextEngine {
  private let regular: FontFace
  private let bold: FontFace
  private var current: [FontWeight: FontKey] = [:]
  private var glyphs: [GlyphKey: Glyph] = [:]
  private var bitmaps: [BitmapKey: GlyphBitmap] = [:]
  private var runs: [RunKey: TextRun] = [:]

  /// Opens the compiled-in fonts.
  init() throws(PlottingError) {
    regular = try FontFace(.regular)
    bold = try FontFace(.bold)
  }

  /// One line of text, measured.
  func run(_ text: String, _ style: TextStyle, dpi: Double) throws(PlottingError) -> TextRun {
    let font = FontKey(weight: style.weight, size: style.size, dpi: dpi)
    let key = RunKey(text: text, font: font)
    if let known = runs[key] { return known }
    var run = TextRun()
    // Letters of no size: FreeType would make them a pixel high.
    guard style.isSeen else { return run }
    var previous: UInt32 = 0
    for character in text.unicodeScalars {
      let glyph = try self.glyph(character, font)
      if previous != 0 { run.advance += try kerning(previous, glyph.index, font) }
      run.append(glyph.index, glyph.metrics)
      previous = glyph.index
    }
    runs[key] = run
    return run
  }

  /// The coverage of a line of text as one mask.
  ///
  /// Each glyph is drawn where its pen stands, to 1/64 pixel, and blitted at a whole one; overlaps are or-ed.
  func mask(_ text: String, _ style: TextStyle, dpi: Double) throws(PlottingError) -> TextMask {
    let font = FontKey(weight: style.weight, size: style.size, dpi: dpi)
    let run = try run(text, style, dpi: dpi)
    let width = (run.maxX - run.minX) / 64 + 2
    let height = (run.maxY - run.minY) / 64 + 2
    var mask = TextMask(width: width, height: height, pixels: [UInt8](repeating: 0, count: width * height))
    for (glyph, pen) in run.glyphs {
      let bitmap = try bitmap(glyph, offset: pen & 63, font)
      let x = Int((Double(bitmap.left + pen >> 6) - Double(run.minX) / 64).rounded(.towardZero))
      let y = Int((Double(run.maxY) / 64 - Double(bitmap.top) + 1).rounded(.towardZero))
      mask.add(bitmap, x: x, y: y)
    }
    return mask
  }

  /// The outline of a glyph as an SVG path; see ``FontFace``.
  func outline(of glyph: UInt32, _ weight: FontWeight) throws(PlottingError) -> String {
    weight == .bold ? try bold.outline(of: glyph) : try regular.outline(of: glyph)
  }

  private func glyph(_ character: Unicode.Scalar, _ font: FontKey) throws(PlottingError) -> Glyph {
    let key = GlyphKey(character: character, font: font)
    if let known = glyphs[key] { return known }
    try select(font)
    let glyph: Glyph
    switch font.weight {
    case .regular:
      let index = regular.glyphIndex(of: character)
      glyph = Glyph(index: index, metrics: try regular.metrics(of: index, for: character))
    case .bold:
      let index = bold.glyphIndex(of: character)
      glyph = Glyph(index: index, metrics: try bold.metrics(of: index, for: character))
    }
    glyphs[key] = glyph
    return glyph
  }

  private func kerning(_ left: UInt32, _ right: UInt32, _ font: FontKey) throws(PlottingError) -> Int {
    try select(font)
    return font.weight == .bold ? bold.kerning(left, right) : regular.kerning(left, right)
  }

  private func bitmap(_ glyph: UInt32, offset: Int, _ font: FontKey) throws(PlottingError) -> GlyphBitmap {
    let key = BitmapKey(glyph: glyph, offset: offset, font: font)
    if let known = bitmaps[key] { return known }
    try select(font)
    let bitmap =
      font.weight == .bold
      ? try bold.bitmap(of: glyph, offset: offset) : try regular.bitmap(of: glyph, offset: offset)
    bitmaps[key] = bitmap
    return bitmap
  }

  private func select(_ font: FontKey) throws(PlottingError) {
    if current[font.weight] == font { return }
    if font.weight == .bold {
      try bold.setSize(font.size, dpi: font.dpi)
    } else {
      try regular.setSize(font.size, dpi: font.dpi)
    }
    current[font.weight] = font
  }

  private struct FontKey: Hashable {
    var weight: FontWeight
    var size: Double
    var dpi: Double
  }

  private struct GlyphKey: Hashable {
    var character: Unicode.Scalar
    var font: FontKey
  }

  private struct BitmapKey: Hashable {
    var glyph: UInt32
    var offset: Int
    var font: FontKey
  }

  private struct RunKey: Hashable {
    var text: String
    var font: FontKey
  }

  private struct Glyph {
    var index: UInt32
    var metrics: GlyphMetrics
  }
}
