extension Figure {
  /// Draws the figure as a PNG.
  ///
  /// The same figure gives the same pixels with the same versions of Cairo and FreeType, and the same bytes with the same
  /// zlib: neither the locale nor the time matters. If ``Theme/usesSystemFonts`` and a text has characters that the compiled-in
  /// font lacks, the system's fonts matter. The file holds the density, the figure's name and its alternative text.
  ///
  /// - Parameters:
  ///   - dpi: The density in dots per inch, 10 to 2400.
  ///   - embedding: A text that the file carries beside its pixels, such as the data that the figure was drawn from.
  /// - Throws: ``PlottingError`` if `dpi` or the figure's size is out of range, the text cannot be kept in a PNG, or
  ///   memory runs out.
  public func png(dpi: Double = 150, embedding: PNGText? = nil) throws(PlottingError) -> [UInt8] {
    let canvas = try draw(dpi: dpi)
    return try canvas.withPixels { pixels throws(PlottingError) in
      try PNGEncoder.encode(pixels, dpi: dpi, title: name, description: altText, embedding: embedding)
    }
  }

  /// Draws the figure as pixels.
  ///
  /// - Parameter dpi: The density in dots per inch, 10 to 2400.
  /// - Throws: ``PlottingError`` if `dpi` or the figure's size is out of range, or memory runs out.
  public func image(dpi: Double = 150) throws(PlottingError) -> RGBImage {
    let canvas = try draw(dpi: dpi)
    return try canvas.withPixels { pixels throws(PlottingError) in RGBImage(pixels) }
  }

  private func draw(dpi: Double) throws(PlottingError) -> RasterCanvas {
    let text = try TextEngine(theme)
    let layout = try FigureLayout(self, dpi: dpi, text: text)
    let canvas = try RasterCanvas(width: layout.width, height: layout.height, background: theme.background)
    try layout.draw(text: text, on: canvas)
    return canvas
  }
}
