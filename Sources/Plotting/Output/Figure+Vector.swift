extension Figure {
  /// Lengths are rounded to parts of 1/288 inch, a quarter of a point.
  private static let vectorDPI = 288.0

  /// Draws the figure as an SVG: shapes that stay sharp at every size, text as outlines, images as they are.
  ///
  /// The same figure gives the same bytes on every machine. The figure's name and its alternative text stand in `<title>`
  /// and `<desc>`, where screen readers find them. The size is that of ``png(dpi:embedding:)`` in points.
  ///
  /// - Returns: The document in UTF-8.
  /// - Throws: ``PlottingError`` where the figure cannot be drawn, or is larger than 104 inches.
  public func svg() throws(PlottingError) -> [UInt8] {
    let text = try TextEngine()
    let layout = try FigureLayout(self, dpi: Self.vectorDPI, text: text)
    let canvas = SVGCanvas(
      width: layout.width, height: layout.height, dpi: layout.dpi, background: theme.background, title: name,
      description: altText)
    try layout.draw(text: text, on: canvas)
    return canvas.finish()
  }

  /// Draws the figure as a PDF of one page, whose text can be selected and searched.
  ///
  /// The same figure gives the same bytes, as long as Cairo's version is the same: the date in the document is always the
  /// same. The document's title is the figure's name and its subject the alternative text. The size is that of
  /// ``png(dpi:embedding:)`` in points.
  ///
  /// - Throws: ``PlottingError`` where the figure cannot be drawn, or is larger than 104 inches.
  public func pdf() throws(PlottingError) -> [UInt8] {
    let text = try TextEngine()
    let layout = try FigureLayout(self, dpi: Self.vectorDPI, text: text)
    let canvas = try PDFCanvas(
      width: layout.width, height: layout.height, dpi: layout.dpi, background: theme.background, title: name,
      description: altText)
    try layout.draw(text: text, on: canvas)
    return try canvas.finish()
  }
}
