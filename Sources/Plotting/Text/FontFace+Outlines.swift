import CFreeType

extension FontFace {
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
    try check(status, "read outline")
    return path.data.isEmpty ? "" : path.data + "z"
  }
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
