/// A font that is open, with the size that its face has.
///
/// Of one drawing, as the engine that holds it.
final class LoadedFont {
  let source: FontSource
  let face: FontFace
  private var size: FontSize?

  /// Opens a font.
  init(_ source: FontSource) throws(PlottingError) {
    self.source = source
    face = try FontFace(source)
  }

  /// Whether the font has a character.
  func has(_ character: Unicode.Scalar) -> Bool { face.glyphIndex(of: character) != 0 }

  /// Whether the font has all of `characters`.
  func has(_ characters: some Sequence<Unicode.Scalar>) -> Bool { characters.allSatisfy { has($0) } }

  /// Sets the size at which glyphs are measured and drawn.
  func select(_ size: FontSize) throws(PlottingError) {
    guard self.size != size else { return }
    self.size = nil
    try face.setSize(size.points, dpi: size.dpi)
    self.size = size
  }

  /// Sets the size at which a pixel is a unit of the font, for shaping.
  func selectDesignUnits() throws(PlottingError) {
    size = nil
    try face.setDesignSize()
  }
}

/// A font's size in points at a density.
struct FontSize: Hashable {
  var points: Double
  var dpi: Double
}
