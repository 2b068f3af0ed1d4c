/// Grey images of one size with the class of each.
public struct LabeledImages: Sendable, Equatable {
  /// All pixels, `[count, height, width]` row by row, one byte each: 0 is black, 255 white.
  public let images: [UInt8]
  /// The number of images.
  public let count: Int
  /// Rows of an image.
  public let height: Int
  /// Columns of an image.
  public let width: Int
  /// The class of each image, `[count]`, counted from 0.
  public let labels: [UInt8]

  /// Pixels of an image.
  public var pixelsPerImage: Int { height * width }

  /// Takes `count * height * width` pixels and `count` labels.
  public init(images: [UInt8], count: Int, height: Int, width: Int, labels: [UInt8]) {
    precondition(images.count == count * height * width, "the pixels must fill \(count) x \(height) x \(width)")
    precondition(labels.count == count, "each image needs a label")
    self.images = images
    self.count = count
    self.height = height
    self.width = width
    self.labels = labels
  }

  /// The pixels of one image, row by row; they are not copied.
  public func image(_ index: Int) -> ArraySlice<UInt8> {
    images[index * pixelsPerImage..<(index + 1) * pixelsPerImage]
  }
}
