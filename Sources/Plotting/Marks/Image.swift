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
