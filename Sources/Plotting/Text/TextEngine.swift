/// Measures and draws lines of text at a density; everything is measured and drawn once.
///
/// Of one drawing: it is not shared between threads.
final class TextEngine {
  let fonts: FontStack
  private var glyphs: [GlyphKey: Glyph] = [:]
  private var extents: [ExtentKey: GlyphMetrics] = [:]
  private var bitmaps: [BitmapKey: GlyphBitmap] = [:]
  private var runs: [RunKey: TextRun] = [:]

  /// Opens the compiled-in fonts and those of a theme.
  init(_ theme: Theme = Theme()) throws(PlottingError) {
    fonts = try FontStack(own: theme.fonts, usesSystem: theme.usesSystemFonts)
  }

  /// One line of text, measured.
  func run(_ text: String, _ style: TextStyle, dpi: Double) throws(PlottingError) -> TextRun {
    let key = RunKey(text: text, weight: style.weight, size: FontSize(points: style.size, dpi: dpi))
    if let known = runs[key] { return known }
    // Letters of no size: FreeType would make them a pixel high.
    guard style.isSeen else { return TextRun() }
    let run: TextRun
    if let ids = fonts.toShape(text, style.weight) {
      run = try shapedRun(text, ids, key.size)
    } else {
      run = try plainRun(text, .compiledIn(style.weight), key.size)
    }
    runs[key] = run
    return run
  }

  /// The coverage of a line of text as one mask.
  ///
  /// Each glyph is drawn where its pen stands, to 1/64 pixel, and blitted at a whole one; overlaps are or-ed.
  func mask(_ text: String, _ style: TextStyle, dpi: Double) throws(PlottingError) -> TextMask {
    let run = try run(text, style, dpi: dpi)
    let size = FontSize(points: style.size, dpi: dpi)
    let width = (run.maxX - run.minX) / 64 + 2
    let height = (run.maxY - run.minY) / 64 + 2
    var mask = TextMask(width: width, height: height, pixels: [UInt8](repeating: 0, count: width * height))
    for glyph in run.glyphs {
      let bitmap = try bitmap(glyph, size, isShaped: run.isShaped)
      let x = Int((Double(bitmap.left + glyph.pen >> 6) - Double(run.minX) / 64).rounded(.towardZero))
      let y = Int((Double(run.maxY) / 64 - Double(bitmap.top + glyph.rise >> 6) + 1).rounded(.towardZero))
      mask.add(bitmap, x: x, y: y)
    }
    return mask
  }

  /// A line from left to right, a glyph for each character.
  private func plainRun(_ text: String, _ font: FontStack.ID, _ size: FontSize) throws(PlottingError) -> TextRun {
    var run = TextRun()
    var previous: UInt32 = 0
    for character in text.unicodeScalars {
      let glyph = try self.glyph(character, font, size)
      if previous != 0 {
        try fonts[font].select(size)
        run.advance += fonts[font].face.kerning(previous, glyph.index)
      }
      run.append(glyph.index, glyph.metrics, of: font)
      previous = glyph.index
    }
    return run
  }

  private func shapedRun(_ text: String, _ ids: [FontStack.ID], _ size: FontSize) throws(PlottingError) -> TextRun {
    let line = try ShapedLine(Array(text.forC.unicodeScalars), ids, in: fonts)
    var run = TextRun()
    run.isShaped = true
    var pen = 0.0
    for glyph in line.glyphs {
      let metrics = try extent(glyph.index, glyph.font, size)
      try fonts[glyph.font].select(size)
      let unit = fonts[glyph.font].face.unit
      let placed = PlacedGlyph(
        font: glyph.font, index: glyph.index, pen: Int((pen + Double(glyph.offset.x) * unit.x * 64).rounded()),
        rise: Int((Double(glyph.offset.y) * unit.y * 64).rounded()), scalar: glyph.scalar)
      run.append(placed, metrics)
      pen += Double(glyph.advance) * unit.x * 64
    }
    run.advance = Int(pen.rounded())
    return run
  }

  private func glyph(_ character: Unicode.Scalar, _ font: FontStack.ID, _ size: FontSize) throws(PlottingError) -> Glyph
  {
    let key = GlyphKey(character: character, font: font, size: size)
    if let known = glyphs[key] { return known }
    try fonts[font].select(size)
    let index = fonts[font].face.glyphIndex(of: character)
    let glyph = Glyph(index: index, metrics: try fonts[font].face.metrics(of: index, for: character))
    glyphs[key] = glyph
    return glyph
  }

  private func extent(_ glyph: UInt32, _ font: FontStack.ID, _ size: FontSize) throws(PlottingError) -> GlyphMetrics {
    let key = ExtentKey(glyph: glyph, font: font, size: size)
    if let known = extents[key] { return known }
    try fonts[font].select(size)
    let extent = try fonts[font].face.extent(of: glyph)
    extents[key] = extent
    return extent
  }

  private func bitmap(_ glyph: PlacedGlyph, _ size: FontSize, isShaped: Bool) throws(PlottingError) -> GlyphBitmap {
    let key = BitmapKey(
      glyph: glyph.index, offset: glyph.pen & 63, rise: glyph.rise & 63, font: glyph.font, size: size,
      isShaped: isShaped)
    if let known = bitmaps[key] { return known }
    try fonts[glyph.font].select(size)
    let bitmap = try fonts[glyph.font].face.bitmap(
      of: glyph.index, offset: key.offset, rise: key.rise, isShaped: isShaped)
    bitmaps[key] = bitmap
    return bitmap
  }

  private struct GlyphKey: Hashable {
    var character: Unicode.Scalar
    var font: FontStack.ID
    var size: FontSize
  }

  private struct ExtentKey: Hashable {
    var glyph: UInt32
    var font: FontStack.ID
    var size: FontSize
  }

  private struct BitmapKey: Hashable {
    var glyph: UInt32
    var offset: Int
    var rise: Int
    var font: FontStack.ID
    var size: FontSize
    var isShaped: Bool
  }

  private struct RunKey: Hashable {
    var text: String
    var weight: FontWeight
    var size: FontSize
  }

  private struct Glyph {
    var index: UInt32
    var metrics: GlyphMetrics
  }
}
