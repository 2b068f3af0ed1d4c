/// A line of text at its place.
struct TextLine {
  var text: String
  var run: TextRun
  var style: TextStyle
  var rotation: TextRotation
  /// The density at which the text was measured.
  var dpi: Double
  /// The left end of the baseline.
  var origin: Point

  /// The font's size in pixels.
  var size: Double { style.size * dpi / 72 }
}
