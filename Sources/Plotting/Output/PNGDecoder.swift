import CPNG

extension RGBImage {
  /// Reads a PNG; what is transparent becomes white.
  ///
  /// - Throws: ``PlottingError`` where `bytes` are no PNG or a damaged one.
  public init(png bytes: [UInt8]) throws(PlottingError) {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    func failure() -> PlottingError {
      let message = withUnsafeBytes(of: image.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      return PlottingError(operation: "read PNG", reason: message)
    }
    // libpng keeps pointing at the file between the two calls.
    let pixels: [UInt8]? = bytes.withUnsafeBytes { file in
      guard png_image_begin_read_from_memory(&image, file.baseAddress, file.count) != 0 else { return nil }
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
    guard let pixels else { throw failure() }
    self.init(width: Int(image.width), height: Int(image.height), bytes: pixels)
  }
}
