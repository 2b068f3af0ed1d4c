import CFreeType
import CRaqm

/// A line whose characters are ordered and shaped: glyphs from left to right.
///
/// The order is that of Unicode's bidirectional algorithm (FriBidi), whose base direction is that of the first letter; the
/// glyphs are HarfBuzz's. Both are reached through Raqm.
struct ShapedLine {
  /// A glyph, with lengths in the units of its font.
  struct Glyph: Equatable {
    var font: FontStack.ID
    var index: UInt32
    var advance: Int
    /// How far right of the pen and how far above the baseline the glyph stands.
    var offset: (x: Int, y: Int)
    /// The first of the Unicode scalars that the glyph stands for, counted from 0.
    var scalar: Int

    static func == (left: Glyph, right: Glyph) -> Bool {
      (left.font, left.index, left.advance, left.scalar) == (right.font, right.index, right.advance, right.scalar)
        && left.offset == right.offset
    }
  }

  var glyphs: [Glyph] = []

  /// Shapes a line whose scalars are of `fonts`, one for each.
  init(_ text: [Unicode.Scalar], _ ids: [FontStack.ID], in stack: FontStack) throws(PlottingError) {
    guard !text.isEmpty else { return }
    let paragraph = try Paragraph(text)
    var faces: [FT_Face: FontStack.ID] = [:]
    var start = 0
    while start < ids.count {
      let end = ids[start...].firstIndex { $0 != ids[start] } ?? ids.count
      try stack[ids[start]].selectDesignUnits()
      let face = stack[ids[start]].face.pointer
      faces[face] = ids[start]
      try paragraph.set(face, in: start..<end)
      start = end
    }
    for glyph in try paragraph.glyphs() {
      guard let face = glyph.ftface, let font = faces[face] else { continue }
      let largest = Int32(FontFace.largestGlyph * 64 * stack[font].face.unitsPerEm)
      guard max(glyph.x_advance.magnitude, glyph.x_offset.magnitude, glyph.y_offset.magnitude) <= largest else {
        throw stack[font].source.failure("glyph \(glyph.index) is moved by more than \(FontFace.largestGlyph) em")
      }
      glyphs.append(
        Glyph(
          font: font, index: glyph.index, advance: Int(glyph.x_advance) / 64,
          offset: (Int(glyph.x_offset) / 64, Int(glyph.y_offset) / 64), scalar: Int(glyph.cluster)))
    }
  }
}

/// The owner of a Raqm paragraph.
private struct Paragraph: ~Copyable {
  private let pointer: OpaquePointer

  init(_ text: [Unicode.Scalar]) throws(PlottingError) {
    guard let pointer = raqm_create() else {
      throw PlottingError(.outOfMemory, operation: "shape text", reason: "Raqm gave no paragraph")
    }
    // No language, since that of the environment would change the letters that some fonts give.
    guard raqm_set_text(pointer, text.map(\.value), text.count), raqm_set_language(pointer, "und", 0, text.count),
      raqm_set_freetype_load_flags(pointer, Int32(FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP))
    else {
      raqm_destroy(pointer)
      throw Self.failure("Raqm took no text")
    }
    self.pointer = pointer
  }

  deinit { raqm_destroy(pointer) }

  borrowing func set(_ face: FT_Face, in range: Range<Int>) throws(PlottingError) {
    guard raqm_set_freetype_face_range(pointer, face, range.lowerBound, range.count) else {
      throw Self.failure("Raqm took no font")
    }
  }

  borrowing func glyphs() throws(PlottingError) -> [raqm_glyph_t] {
    guard raqm_layout(pointer) else { throw Self.failure("Raqm could not lay it out") }
    var count = 0
    let glyphs = raqm_get_glyphs(pointer, &count)
    return Array(UnsafeBufferPointer(start: glyphs, count: glyphs == nil ? 0 : count))
  }

  private static func failure(_ reason: String) -> PlottingError {
    PlottingError(.library, operation: "shape text", reason: reason)
  }
}
