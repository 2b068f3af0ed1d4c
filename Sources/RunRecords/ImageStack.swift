/// Grey images of one size, one byte a pixel: 0 is black, 255 white.
public struct ImageStack: Sendable, Equatable {
  /// The number of images.
  public let count: Int
  /// Rows of an image.
  public let height: Int
  /// Columns of an image.
  public let width: Int
  /// All pixels, `[count, height, width]` row by row.
  public let pixels: [UInt8]

  /// Takes `count * height * width` pixels.
  public init(count: Int, height: Int, width: Int, pixels: [UInt8]) {
    precondition(pixels.count == count * height * width, "the pixels must fill \(count) x \(height) x \(width)")
    self.count = count
    self.height = height
    self.width = width
    self.pixels = pixels
  }

  /// The pixels of one image, row by row.
  public subscript(image: Int) -> ArraySlice<UInt8> {
    pixels[image * height * width..<(image + 1) * height * width]
  }
}
