import CFreeType
import Fonts

/// The owner of a FreeType library and of one of the compiled-in faces.
///
/// Glyphs are hinted as matplotlib 3.10 does it: at eight times the horizontal density, scaled back by the face's
/// matrix, so that heights snap to pixels and widths to eighths of one.
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

  private let weight: FontWeight
  private let library: FT_Library
  private let face: FT_Face

  /// Opens a compiled-in face.
  init(_ weight: FontWeight) throws(PlottingError) {
    let file = weight == .bold ? font_dejavu_sans_bold() : font_dejavu_sans()
    var library: FT_Library?
    try Self.check(FT_Init_FreeType(&library), "start FreeType")
    guard let library else { throw PlottingError(.library, operation: "start FreeType", reason: "no library") }
    var face: FT_Face?
    let status = FT_New_Memory_Face(library, file.bytes, FT_Long(file.count), 0, &face)
    guard status == 0, let face else {
      FT_Done_FreeType(library)
      throw PlottingError(.font, operation: "open font", reason: "FreeType error \(status)")
    }
    self.weight = weight
    self.library = library
    self.face = face
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
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
    try Self.check(
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
    if weight == .regular, let size = face.pointee.size,
      let older = Self.olderHinting[Int(size.pointee.metrics.x_ppem)]?[character]
    {
      box.xMin += older.left
      advance += older.advance
    }
    return GlyphMetrics(
      minX: box.xMin, minY: box.yMin, maxX: box.xMax, maxY: box.yMax, advance: advance)
  }

  /// The coverage of a glyph whose pen stands `offset` 1/64 pixel right of a whole pixel.
  func bitmap(of glyph: UInt32, offset: Int) throws(PlottingError) -> GlyphBitmap {
    let slot = try load(glyph, FT_Int32(FT_LOAD_FORCE_AUTOHINT))
    FT_Outline_Translate(&slot.pointee.outline, offset, 0)
    try Self.check(FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL), "render glyph")
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

  /// The em of both faces in the units of outlines.
  static let unitsPerEm = 2048

  /// The outline of a glyph as an SVG path in font units, y growing upwards; empty for a space.
  func outline(of glyph: UInt32) throws(PlottingError) -> String {
    let slot = try load(glyph, FT_Int32(FT_LOAD_NO_SCALE | FT_LOAD_IGNORE_TRANSFORM))
    var functions = FT_Outline_Funcs(
      move_to: { to, path in GlyphPath.add("M", [to], to: path) },
      line_to: { to, path in GlyphPath.add("L", [to], to: path) },
      conic_to: { control, to, path in GlyphPath.add("Q", [control, to], to: path) },
      cubic_to: { first, second, to, path in GlyphPath.add("C", [first, second, to], to: path) }, shift: 0, delta: 0)
    var path = GlyphPath()
    let status = withUnsafeMutablePointer(to: &path) { path in
      FT_Outline_Decompose(&slot.pointee.outline, &functions, path)
    }
    try Self.check(status, "read outline")
    return path.data.isEmpty ? "" : path.data + "z"
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

  private func load(_ glyph: UInt32, _ flags: FT_Int32) throws(PlottingError) -> FT_GlyphSlot {
    try Self.check(FT_Load_Glyph(face, glyph, flags), "load glyph")
    guard let slot = face.pointee.glyph else {
      throw PlottingError(.library, operation: "load glyph", reason: "no glyph slot")
    }
    return slot
  }

  private static func check(_ status: FT_Error, _ operation: String) throws(PlottingError) {
    guard status != 0 else { return }
    throw PlottingError(
      status == FT_Err_Out_Of_Memory ? .outOfMemory : .font, operation: operation, reason: "FreeType error \(status)")
  }
}

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

/// An outline as FreeType tells it.
private struct GlyphPath {
  var data = ""

  /// Adds a command with its points to the path at `path`, and tells FreeType to go on.
  static func add(_ command: String, _ points: [UnsafePointer<FT_Vector>?], to path: UnsafeMutableRawPointer?) -> Int32
  {
    guard let path = path?.assumingMemoryBound(to: GlyphPath.self) else { return 1 }
    if command == "M" && !path.pointee.data.isEmpty { path.pointee.data += "z" }
    path.pointee.data += command
    path.pointee.data += points.compactMap { $0.map { "\($0.pointee.x) \($0.pointee.y)" } }.joined(separator: " ")
    return 0
  }
}
