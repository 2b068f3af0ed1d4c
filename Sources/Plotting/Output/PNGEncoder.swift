import CPNG

/// Writes images as PNG. The same image and words give the same bytes: no time, no program's version is written.
enum PNGEncoder {
  /// zlib's level.
  static let compressionLevel: Int32 = 6

  /// The bytes of a file that shows `image` at `dpi` dots an inch.
  static func encode(_ image: RGBImage, dpi: Double, title: String, description: String) throws(PlottingError)
    -> [UInt8]
  {
    let pixels = PNGPixels(image)
    var source = PNGSource()
    source.width = UInt32(image.width)
    source.height = UInt32(image.height)
    source.bit_depth = Int32(pixels.bitDepth)
    source.row_bytes = pixels.rowBytes
    source.pixels_per_metre = UInt32((dpi / 0.0254).rounded())
    source.compression_level = compressionLevel
    source.filters = PNG_FILTER_NONE
    var palette: [UInt8] = []
    switch pixels.kind {
    case .grey: source.type = PNG_COLOR_TYPE_GRAY
    case .rgb: source.type = PNG_COLOR_TYPE_RGB
    case .palette(let colors):
      source.type = PNG_COLOR_TYPE_PALETTE
      source.palette_count = Int32(colors.count / 3)
      palette = colors
    }
    var file = PNGFile()
    let isWritten = pixels.rows.withUnsafeBufferPointer { rows in
      palette.withUnsafeBufferPointer { palette in
        title.withCString { title in
          description.withCString { description in
            source.rows = rows.baseAddress
            source.palette = palette.baseAddress
            source.title = title
            source.description = description
            return png_file_write(&source, &file) != 0
          }
        }
      }
    }
    defer { free(file.bytes) }
    guard isWritten, let bytes = file.bytes else {
      let message = withUnsafeBytes(of: file.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      throw PlottingError(operation: "write PNG", reason: message)
    }
    return Array(UnsafeBufferPointer(start: bytes, count: file.count))
  }
}
