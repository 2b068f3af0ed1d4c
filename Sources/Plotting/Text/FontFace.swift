import CFreeType

/// The owner of a FreeType library and of one face.
///
/// Glyphs of lines that run from left to right without shaping are hinted as matplotlib 3.10 does it: at eight times the
/// horizontal density, scaled back by the face's matrix, so that heights snap to pixels and widths to eighths of one.
struct FontFace: ~Copyable {
  /// How FreeType 2.6.1 hints a few letters of DejaVu Sans differently from later versions: how much further right their
  /// ink begins and how much further they advance, in 1/64 pixel, by horizontal pixel size (the sizes 9, 10, 12 and 14
  /// at 72 to 300 dpi). An eighth of a pixel, but it decides to which pixel the rest of a line rounds.
  private static let olderHinting: [Int: [Unicode.Scalar: (left: Int, advance: Int)]] = [
    111: ["!": (0, 8)], 167: ["6": (4, 0)], 200: ["9": (0, -8), "e": (-4, -8)], 222: ["9": (0, 8), "e": (0, -8)],
    311: ["6": (0, 8), "9": (0, 8)], 333: ["9": (0, -8)], 400: ["6": (0, 8)], 467: ["e": (0, 8)],
  ]

  /// How much finer than a pixel the grid is to which widths are hinted.
  static let hintingFactor = 8

  /// The size of the largest glyph of a shaped line, and the longest way from one to the next, in em.
  static let largestGlyph = 32

  /// Hinting that moves outlines up and down alone, so that letters join as their font has it: `FT_LOAD_TARGET_LIGHT`.
  private static let lightHinting = FT_Int32(FT_LOAD_NO_BITMAP) | (FT_Int32(FT_RENDER_MODE_LIGHT.rawValue) & 15) << 16

  private let source: FontSource
  private let library: FT_Library
  private let face: FT_Face

  /// Opens a font.
  init(_ source: FontSource) throws(PlottingError) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else {
      throw PlottingError(.library, operation: "start FreeType", reason: "no library")
    }
    var face: FT_Face?
    let status = source.open(in: library, &face)
    guard status == 0, let face else {
      FT_Done_FreeType(library)
      throw source.failure(Self.reason(status))
    }
    if let fault = Self.fault(of: face.pointee) {
      FT_Done_Face(face)
      FT_Done_FreeType(library)
      throw source.failure(fault)
    }
    self.source = source
    self.library = library
    self.face = face
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
  }

  /// FreeType's face, which lives as long as its owner.
  var pointer: FT_Face { face }

  /// Whether the font says that its strokes are bold.
  var isBold: Bool { face.pointee.style_flags & FT_Long(FT_STYLE_FLAG_BOLD) != 0 }

  /// The em in the units of outlines.
  var unitsPerEm: Int { Int(face.pointee.units_per_EM) }

  /// The size of a pixel in units of the font, across and up, at the size that was set.
  var unit: (x: Double, y: Double) {
    guard let metrics = face.pointee.size?.pointee.metrics else { return (1, 1) }
    let em = Double(unitsPerEm)
    return (Double(metrics.x_ppem) / Double(Self.hintingFactor) / em, Double(metrics.y_ppem) / em)
  }

  /// Why text cannot be drawn with a font; nil if it can.
  private static func fault(of face: FT_FaceRec_) -> String? {
    if face.face_flags & FT_Long(FT_FACE_FLAG_SCALABLE) == 0 { return "it has no outlines" }
    // What OpenType allows.
    if !(16...16_384).contains(face.units_per_EM) { return "its em is of \(face.units_per_EM) units" }
    return face.charmap == nil ? "it has no Unicode characters" : nil
  }

  /// Sets the size at which a pixel is a unit of the font.
  func setDesignSize() throws(PlottingError) {
    FT_Set_Transform(face, nil, nil)
    try check(FT_Set_Pixel_Sizes(face, FT_UInt(unitsPerEm), FT_UInt(unitsPerEm)), "set font size")
  }

  /// Sets the size in points at a density.
  ///
  /// The pixel sizes are rounded to whole ones in both directions: DejaVu's `head` table asks for it (flag 3), and
  /// FreeType 2.6.1, which matplotlib builds in, obeyed it for hinted outlines too. Later versions do not.
  func setSize(_ points: Double, dpi: Double) throws(PlottingError) {
    let quantised = (points * 64).rounded(.towardZero) / 64
    let horizontal = max(1, (quantised * dpi * Double(Self.hintingFactor) / 72).rounded())
    let vertical = max(1, (quantised * dpi / 72).rounded())
    guard horizontal < 32_000 else {
      throw PlottingError(
        .invalidValue, operation: "set font size", reason: "\(points) points at \(dpi) dpi are too large")
    }
    try check(
      FT_Set_Char_Size(face, FT_F26Dot6(horizontal) * 64, FT_F26Dot6(vertical) * 64, 72, 72), "set font size")
    var matrix = FT_Matrix(xx: FT_Fixed(0x10000 / Self.hintingFactor), xy: 0, yx: 0, yy: 0x10000)
    FT_Set_Transform(face, &matrix, nil)
  }

  /// The glyph of a character; 0, the box for what is missing, where the font has none.
  func glyphIndex(of character: Unicode.Scalar) -> UInt32 {
    FT_Get_Char_Index(face, FT_ULong(character.value))
  }

  /// How much closer two glyphs stand than their advances say, in 1/64 pixel.
  func kerning(_ left: UInt32, _ right: UInt32) -> Int {
    var delta = FT_Vector()
    guard left != 0, right != 0, FT_Get_Kerning(face, left, right, FT_KERNING_DEFAULT.rawValue, &delta) == 0 else {
      return 0
    }
    return delta.x / Self.hintingFactor
  }

  /// The outline's extent and the advance of a glyph at the size that was set.
  func metrics(of glyph: UInt32, for character: Unicode.Scalar) throws(PlottingError) -> GlyphMetrics {
    let slot = try load(glyph, FT_Int32(FT_LOAD_FORCE_AUTOHINT))
    var box = FT_BBox()
    FT_Outline_Get_CBox(&slot.pointee.outline, &box)
    var advance = slot.pointee.advance.x
    if ("0"..."9").contains(character) { advance = try digitAdvance(glyph) ?? advance }
    if source == .compiledIn(.regular), let size = face.pointee.size,
      let older = Self.olderHinting[Int(size.pointee.metrics.x_ppem)]?[character]
    {
      box.xMin += older.left
      advance += older.advance
    }
    return GlyphMetrics(
      minX: box.xMin, minY: box.yMin, maxX: box.xMax, maxY: box.yMax, advance: advance)
  }

  /// The outline's extent of a glyph in a shaped line; the advance is HarfBuzz's.
  func extent(of glyph: UInt32) throws(PlottingError) -> GlyphMetrics {
    let slot = try load(glyph, Self.lightHinting)
    var box = FT_BBox()
    FT_Outline_Get_CBox(&slot.pointee.outline, &box)
    // No letter is so large; a damaged file's would take all memory.
    let largest = Self.largestGlyph * 64 * Int(face.pointee.size?.pointee.metrics.y_ppem ?? 0)
    guard max(abs(box.xMin), abs(box.xMax), abs(box.yMin), abs(box.yMax)) <= largest else {
      throw source.failure("glyph \(glyph) is larger than \(Self.largestGlyph) em")
    }
    return GlyphMetrics(minX: box.xMin, minY: box.yMin, maxX: box.xMax, maxY: box.yMax, advance: 0)
  }

  /// The coverage of a glyph whose pen stands `offset` 1/64 pixel right of a whole pixel and `rise` above one.
  func bitmap(of glyph: UInt32, offset: Int, rise: Int, isShaped: Bool) throws(PlottingError) -> GlyphBitmap {
    let slot = try load(glyph, isShaped ? Self.lightHinting : FT_Int32(FT_LOAD_FORCE_AUTOHINT))
    FT_Outline_Translate(&slot.pointee.outline, offset, rise)
    try check(FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL), "render glyph")
    let source = slot.pointee.bitmap
    let width = Int(source.width)
    let height = Int(source.rows)
    var pixels = [UInt8](repeating: 0, count: width * height)
    if let buffer = source.buffer {
      for row in 0..<height {
        for column in 0..<width { pixels[row * width + column] = buffer[row * Int(source.pitch) + column] }
      }
    }
    return GlyphBitmap(
      left: Int(slot.pointee.bitmap_left), top: Int(slot.pointee.bitmap_top), width: width, height: height,
      pixels: pixels)
  }

  /// The advance of a digit as FreeType 2.6.1's autohinter gave it, in 1/64 pixel; nil for an empty outline.
  ///
  /// Later versions leave the advance of digits unhinted so that columns of numbers line up. The older rule moves
  /// both side bearings with the outline's outer edges and rounds them (`af_loader_load_g` in `afloader.c`).
  private func digitAdvance(_ glyph: UInt32) throws(PlottingError) -> Int? {
    func extent(_ flags: Int32) throws(PlottingError) -> (min: Int, max: Int, advance: Int) {
      let slot = try load(glyph, flags | FT_Int32(FT_LOAD_IGNORE_TRANSFORM))
      var box = FT_BBox()
      FT_Outline_Get_CBox(&slot.pointee.outline, &box)
      return (box.xMin, box.xMax, slot.pointee.advance.x)
    }
    let plain = try extent(FT_Int32(FT_LOAD_NO_HINTING))
    let hinted = try extent(FT_Int32(FT_LOAD_FORCE_AUTOHINT))
    guard plain.max > plain.min else { return nil }
    let rightBearing = plain.advance - plain.max
    var start = hinted.min - plain.min
    var end = hinted.max + rightBearing
    if plain.min < 24 { start -= 8 }
    if rightBearing < 24 { end += 8 }
    func rounded(_ position: Int) -> Int { (position + 32) & ~63 }
    start = rounded(start)
    end = rounded(end)
    if start >= hinted.min && plain.min > 0 { start -= 64 }
    if end <= hinted.max && rightBearing > 0 { end += 64 }
    return (end - start) / Self.hintingFactor
  }

  func load(_ glyph: UInt32, _ flags: FT_Int32) throws(PlottingError) -> FT_GlyphSlot {
    try check(FT_Load_Glyph(face, glyph, flags), "load glyph")
    guard let slot = face.pointee.glyph else {
      throw PlottingError(.library, operation: "load glyph", reason: "no glyph slot")
    }
    return slot
  }

  func check(_ status: FT_Error, _ operation: String) throws(PlottingError) {
    guard status != 0 else { return }
    if status == FT_Err_Out_Of_Memory {
      throw PlottingError(.outOfMemory, operation: operation, reason: Self.reason(status))
    }
    throw source.failure("\(operation): \(Self.reason(status))")
  }

  private static func reason(_ status: FT_Error) -> String {
    switch status {
    case FT_Error(FT_Err_Cannot_Open_Resource): "there is no such file, or it cannot be read"
    case FT_Error(FT_Err_Unknown_File_Format): "it is no font that FreeType knows"
    default: "FreeType error \(status)"
    }
  }
}
