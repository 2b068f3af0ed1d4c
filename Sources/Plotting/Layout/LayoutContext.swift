/// What layout needs besides what is laid out: text, density and theme.
struct LayoutContext {
  var text: TextEngine
  var dpi: Double
  var theme: Theme

  /// Pixels of a length in points.
  func pixels(_ points: Double) -> Double { points * dpi / 72 }

  /// The same, through inches: matplotlib's offsets of titles and tick labels round so.
  func offset(_ points: Double) -> Double { points / 72 * dpi }
}
