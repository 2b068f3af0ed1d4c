import PNGReading

extension RGBImage {
  /// Reads a PNG; what is transparent becomes white.
  ///
  /// - Throws: ``PlottingError`` where `bytes` are no PNG or a damaged one, or it has more than 2^26 pixels.
  public init(png bytes: [UInt8]) throws(PlottingError) {
    do throws(PNGPixels.Unreadable) {
      let pixels = try PNGPixels(bytes)
      self.init(width: pixels.width, height: pixels.height, bytes: pixels.bytes)
    } catch {
      throw PlottingError(.unreadableImage, operation: "read PNG", reason: error.reason)
    }
  }
}
