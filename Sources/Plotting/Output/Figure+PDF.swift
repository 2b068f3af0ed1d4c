extension Figure {
  /// Draws the figure as a PDF of one page, whose text can be selected and searched.
  ///
  /// The same figure gives the same bytes, as long as Cairo's version is the same, as are the fonts that ``png(dpi:embedding:)``
  /// speaks of: the date in the document is always the same. The document's title is the figure's name and its subject the alternative text. The size is that of
  /// ``png(dpi:embedding:)`` in points.
  ///
  /// - Throws: ``PlottingError`` where the figure cannot be drawn, or is larger than 104 inches.
  public func pdf() throws(PlottingError) -> [UInt8] {
    let text = try TextEngine(theme)
    let layout = try FigureLayout(self, dpi: FigureLayout.vectorDPI, text: text)
    let canvas = try PDFCanvas(
      width: layout.width, height: layout.height, dpi: layout.dpi, background: theme.background, title: name,
      description: altText)
    try layout.draw(text: text, on: canvas)
    return try canvas.finish()
  }
}
