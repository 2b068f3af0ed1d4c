import CPNG
import PNGChunks

/// The pixels of a PNG: red, green and blue, row by row from the top, what is transparent over white.
package struct PNGPixels: Sendable {
  /// The number of columns.
  package let width: Int
  /// The number of rows.
  package let height: Int
  /// `width * height * 3` bytes.
  package let bytes: [UInt8]

  /// Why bytes are no PNG that is read; a clause.
  package struct Unreadable: Error {
    /// What is wrong.
    package let reason: String
  }

  /// Reads a PNG.
  ///
  /// - Throws: ``Unreadable`` if `bytes` are no PNG or a damaged one, or it has more than 2^26 pixels.
  package init(_ bytes: [UInt8]) throws(Unreadable) {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    var excess: Unreadable?
    // libpng allocates what a chunk says, before it reads on.
    if !Self.holdsItsChunks(bytes) { throw Unreadable(reason: "it is cut off, or a chunk's length is wrong") }
    // libpng keeps pointing at the file between the two calls.
    let pixels: [UInt8]? = bytes.withUnsafeBytes { file in
      guard png_image_begin_read_from_memory(&image, file.baseAddress, file.count) != 0 else { return nil }
      let (width, height) = (Int(image.width), Int(image.height))
      guard height <= Self.mostRows(in: file, width: width), width * height <= Self.mostPixels else {
        excess = Unreadable(
          reason: "\(width) x \(height) pixels are more than \(file.count) bytes can hold, or than \(Self.mostPixels)")
        return nil
      }
      // 16 bits per channel mean the same as 8, unless the file says otherwise.
      image.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
      image.format = UInt32(PNG_FORMAT_FLAG_COLOR)
      let rowBytes = Int(image.width) * 3
      var background = png_color(red: 255, green: 255, blue: 255)
      var isRead = false
      let pixels = [UInt8](unsafeUninitializedCapacity: rowBytes * Int(image.height)) { buffer, count in
        isRead = png_image_finish_read(&image, &background, buffer.baseAddress, Int32(rowBytes), nil) != 0
        count = isRead ? rowBytes * Int(image.height) : 0
      }
      return isRead ? pixels : nil
    }
    if let excess { throw excess }
    guard let pixels else {
      let message = withUnsafeBytes(of: image.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      throw Unreadable(reason: message)
    }
    width = Int(image.width)
    height = Int(image.height)
    self.bytes = pixels
  }

  /// The columns and rows that a PNG's header states; nil if the bytes do not begin like a PNG.
  package static func size(of bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) else { return nil }
    func number(_ place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    return (number(16), number(20))
  }

  /// Whether all chunks up to the last, IEND, lie within the file. libpng itself says what is no PNG.
  private static func holdsItsChunks(_ bytes: [UInt8]) -> Bool {
    do throws(PNGDamage) {
      var chunks = try PNGChunks(bytes)
      while try chunks.next() != nil {}
      return true
    } catch {
      return error.cause == .foreign
    }
  }

  /// Pixels that are read at most: figures of the size of a poster.
  private static let mostPixels = 1 << 26

  /// Rows of a width that a whole file can hold at most: deflate packs up to 1032 bytes into one.
  private static func mostRows(in file: UnsafeRawBufferPointer, width: Int) -> Int {
    // The header's chunk is the first: depth and type of the samples are its bytes 8 and 9.
    let (depth, type) = (Int(file[24]), file[25])
    let samples = [2: 3, 4: 2, 6: 4][type] ?? 1
    return 1032 * file.count / ((width * samples * depth + 7) / 8 + 1)
  }
}
