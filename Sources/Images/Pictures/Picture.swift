/// A picture in colour.
package struct Picture: Sendable, Equatable {
  /// The number of columns.
  package let width: Int
  /// The number of rows.
  package let height: Int
  /// Red, green and blue, row by row from the top, `width * height * 3` bytes.
  package let pixels: [UInt8]

  /// Why bytes are no picture that is read; a clause.
  package struct Unreadable: Error, Equatable {
    /// What is wrong.
    package let reason: String

    init(_ reason: String) { self.reason = reason }
  }

  /// Takes `width * height * 3` bytes.
  package init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(pixels.count == width * height * 3, "the pixels must fill \(width) x \(height)")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// Reads a PNG or a JPEG; which of them is seen from the bytes. What is transparent becomes white, and a photo is turned
  /// upright as its EXIF data say.
  ///
  /// - Throws: ``Unreadable`` if it is another format, damaged, or larger than 2^26 pixels.
  package init(_ bytes: [UInt8]) throws(Unreadable) {
    guard let format = PictureFormats.all.first(where: { $0.canStart(bytes) }) else {
      throw Unreadable(bytes.isEmpty ? "it is empty" : "it is no PNG and no JPEG")
    }
    self = try format.read(bytes)
  }

  /// The columns and rows of a picture, upright, without reading its pixels.
  ///
  /// - Throws: ``Unreadable`` if it is another format, or its header is damaged.
  package static func size(of bytes: [UInt8]) throws(Unreadable) -> (width: Int, height: Int) {
    guard let format = PictureFormats.all.first(where: { $0.canStart(bytes) }) else {
      throw Unreadable(bytes.isEmpty ? "it is empty" : "it is no PNG and no JPEG")
    }
    return try format.size(of: bytes)
  }
}

/// A format of pictures.
protocol PictureFormat: Sendable {
  /// Whether a file of the format begins like this.
  static func canStart(_ bytes: [UInt8]) -> Bool
  /// The columns and rows of a picture.
  static func size(of bytes: [UInt8]) throws(Picture.Unreadable) -> (width: Int, height: Int)
  /// Reads a picture.
  static func read(_ bytes: [UInt8]) throws(Picture.Unreadable) -> Picture
}

/// The formats that are read.
enum PictureFormats {
  static let all: [any PictureFormat.Type] = [PNGPicture.self, JPEGPicture.self]
}
