/// A picture of grey pixels, each a square of one unit. Its darkest pixel is drawn black, its brightest white.
public struct Image: Sendable, Equatable {
  /// Columns of pixels.
  public let width: Int
  /// Rows of pixels.
  public let height: Int
  /// The pixels from the top row down, 0 is black, 255 white.
  public let pixels: [UInt8]

  /// Takes `width * height` pixels; missing ones are black.
  public init(width: Int, height: Int, pixels: some Sequence<UInt8>) {
    self.width = max(width, 1)
    self.height = max(height, 1)
    let count = self.width * self.height
    var pixels = Array(pixels.prefix(count))
    pixels.append(contentsOf: repeatElement(0, count: count - pixels.count))
    self.pixels = pixels
  }
}

extension Image: DrawableMark {
  /// Draws the image from a whole pixel to a whole pixel, both rounded as matplotlib and Agg do it.
  func draw(in area: MarkArea, on canvas: borrowing RasterCanvas) throws(PlottingError) {
    let frame = area.frame
    let extent = Rect(
      minX: area.scale.x(-0.5, in: frame), minY: area.scale.y(Double(height) - 0.5, in: frame),
      maxX: area.scale.x(Double(width) - 0.5, in: frame), maxY: area.scale.y(-0.5, in: frame))
    guard let box = extent.intersection(frame), box.isVisible else { return }
    let pixelWidth = Int(box.width.rounded(.up))
    let pixelHeight = Int(box.height.rounded(.up))
    let left = Int(Snapping.round(box.minX))
    let top = area.pageHeight - (Int(Snapping.round(box.minY)) + pixelHeight)
    // Agg clips to whole pixels, the last ones included.
    canvas.clip(
      left: Snapping.round(frame.minX), top: Snapping.round(area.down(frame.maxY)),
      right: Snapping.round(frame.maxX) + 1, bottom: Snapping.round(area.down(frame.minY)) + 1)
    try canvas.draw(resampled(width: pixelWidth, height: pixelHeight), left: left, top: top)
    canvas.unclip()
  }
}
