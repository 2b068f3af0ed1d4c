import CPNG
import PNGChunks

extension RGBImage {
  /// Reads a PNG; what is transparent becomes white.
  ///
  /// - Throws: ``PlottingError`` where `bytes` are no PNG or a damaged one, or it has more than 2^26 pixels.
  public init(png bytes: [UInt8]) throws(PlottingError) {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    var excess: PlottingError?
    func failure() -> PlottingError {
      let message = withUnsafeBytes(of: image.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      return PlottingError(.unreadableImage, operation: "read PNG", reason: message)
    }
    // libpng allocates what a chunk says, before it reads on.
    if !Self.holdsItsChunks(bytes) {
      throw PlottingError(
        .unreadableImage, operation: "read PNG", reason: "it is cut off, or a chunk's length is wrong")
    }
    // libpng keeps pointing at the file between the two calls.
    let pixels: [UInt8]? = bytes.withUnsafeBytes { file in
      guard png_image_begin_read_from_memory(&image, file.baseAddress, file.count) != 0 else { return nil }
      let (width, height) = (Int(image.width), Int(image.height))
      guard height <= Self.mostRows(in: file, width: width), width * height <= Self.mostPixels else {
        excess = PlottingError(
          .unreadableImage, operation: "read PNG",
          reason: "\(width) x \(height) pixels are more than \(file.count) bytes can hold, or than \(Self.mostPixels)")
        return nil
      }
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
    guard let pixels else { throw failure() }
    self.init(width: Int(image.width), height: Int(image.height), bytes: pixels)
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
