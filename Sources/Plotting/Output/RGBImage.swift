/// Pixels with red, green and blue, 0 to 255, row by row from the top.
public struct RGBImage: Sendable, Equatable {
  /// Columns of pixels.
  public let width: Int
  /// Rows of pixels.
  public let height: Int
  /// Three bytes a pixel.
  public let bytes: [UInt8]

  /// Takes `3 * width * height` bytes.
  init(width: Int, height: Int, bytes: [UInt8]) {
    self.width = width
    self.height = height
    self.bytes = bytes
  }

  /// Copies borrowed pixels.
  init(_ pixels: PixelBuffer) {
    self.init(
      width: pixels.width, height: pixels.height,
      bytes: (0..<pixels.height).flatMap { y in
        pixels.row(y).flatMap { pixel in [16, 8, 0].map { UInt8(truncatingIfNeeded: pixel >> UInt32($0)) } }
      })
  }
}
