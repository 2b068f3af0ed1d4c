/// Pixels with red, green and blue, 0 to 255, row by row from the top.
public struct RGBImage: Sendable, Equatable {
  /// Columns of pixels.
  public let width: Int
  /// Rows of pixels.
  public let height: Int
  /// Three bytes a pixel.
  public let bytes: [UInt8]

  /// Takes `3 * width * height` bytes.
  package init(width: Int, height: Int, bytes: [UInt8]) {
    self.width = width
    self.height = height
    self.bytes = bytes
  }

  /// Copies borrowed pixels; what is transparent becomes white, as when a PNG is read.
  init(_ pixels: PixelBuffer) {
    let bytes = [UInt8](unsafeUninitializedCapacity: 3 * pixels.width * pixels.height) { target, count in
      for y in 0..<pixels.height {
        for pixel in pixels.row(y) {
          // The same white for all three parts, which are at most as large as the opacity.
          let pixel = pixels.isOpaque ? pixel : pixel & 0xFF_FFFF &+ (255 - pixel >> 24) * 0x01_0101
          target[count] = UInt8(truncatingIfNeeded: pixel >> 16)
          target[count + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
          target[count + 2] = UInt8(truncatingIfNeeded: pixel)
          count += 3
        }
      }
    }
    self.init(width: pixels.width, height: pixels.height, bytes: bytes)
  }
}
