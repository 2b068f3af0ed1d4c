extension Figure {
  /// Draws the figure as an SVG: shapes that stay sharp at every size, text as outlines, images as they are.
  ///
  /// The same figure gives the same bytes with the same version of FreeType and, if it has images or large heatmaps, of
  /// Cairo and zlib, as long as the fonts that ``png(dpi:embedding:)`` speaks of are the same. The figure's name and its alternative text stand in `<title>`
  /// and `<desc>`, where screen readers find them. The size is that of ``png(dpi:embedding:)`` in points.
  ///
  /// - Returns: The document in UTF-8.
  /// - Throws: ``PlottingError`` where the figure cannot be drawn, or is larger than 104 inches.
  public func svg() throws(PlottingError) -> [UInt8] {
    let text = try TextEngine(theme)
    let layout = try FigureLayout(self, dpi: FigureLayout.vectorDPI, text: text)
    let canvas = SVGCanvas(
      width: layout.width, height: layout.height, dpi: layout.dpi, background: theme.background, title: name,
      description: altText)
    try layout.draw(text: text, on: canvas)
    return canvas.finish()
  }
}

extension FigureLayout {
  /// The density of layouts that become shapes: lengths are rounded to parts of 1/288 inch, a quarter of a point.
  static let vectorDPI = 288.0
}
