/// Images of one size, grey or in colour, one byte per channel: 0 is black, 255 full brightness.
package struct ImageSet: Sendable, Equatable {
  /// The number of images.
  package let count: Int
  /// The number of rows of each image.
  package let height: Int
  /// The number of columns of each image.
  package let width: Int
  /// 1 for grey images, 3 for red, green and blue.
  package let channels: Int
  /// All pixels, `[count, height, width, channels]`, the last dimension the fastest.
  package let pixels: [UInt8]

  /// Bytes of one image.
  package var bytesPerImage: Int { height * width * channels }

  /// Takes `count * height * width * channels` pixels; there are 1 or 3 channels.
  package init(count: Int, height: Int, width: Int, channels: Int = 1, pixels: [UInt8]) {
    precondition(channels == 1 || channels == 3, "images are grey or have three channels")
    precondition(
      pixels.count == count * height * width * channels,
      "the pixels must fill \(count) x \(height) x \(width) x \(channels)")
    self.count = count
    self.height = height
    self.width = width
    self.channels = channels
    self.pixels = pixels
  }

  /// The pixels of one image, `[height, width, channels]`; they are not copied.
  package subscript(image: Int) -> ArraySlice<UInt8> {
    pixels[image * bytesPerImage..<(image + 1) * bytesPerImage]
  }
}
