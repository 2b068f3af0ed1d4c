import CPNG
import CPNGWriter
import Glibc

/// Writes images as PNG. The same image and words give the same bytes with the same zlib: no time, no program's version is
/// written.
enum PNGEncoder {
  /// The bytes of a file that shows `pixels` at `dpi` dots an inch.
  static func encode(_ pixels: PixelBuffer, dpi: Double, title: String, description: String, embedding: PNGText? = nil)
    throws(PlottingError) -> [UInt8]
  {
    try embedding?.check()
    let format = PNGFormat(pixels)
    let data = try RowCompressor.compress(pixels, format)
    let palette = format.paletteBytes
    var source = PNGSource()
    source.width = UInt32(pixels.width)
    source.height = UInt32(pixels.height)
    source.bit_depth = Int32(format.bitDepth)
    source.type =
      switch format.kind {
      case .grey: PNG_COLOR_TYPE_GRAY
      case .palette: PNG_COLOR_TYPE_PALETTE
      case .rgb: PNG_COLOR_TYPE_RGB
      case .rgba: PNG_COLOR_TYPE_RGB_ALPHA
      }
    source.data_count = data.count
    source.palette_count = Int32(palette.count / 3)
    source.pixels_per_metre = UInt32((dpi / 0.0254).rounded())
    var file = PNGFile()
    let isWritten = data.withUnsafeBufferPointer { data in
      palette.withUnsafeBufferPointer { palette in
        title.forC.withCString { title in
          description.forC.withCString { description in
            source.data = data.baseAddress
            source.palette = palette.baseAddress
            source.title = title
            source.description = description
            guard let embedding else { return png_file_write(&source, &file) }
            return embedding.keyword.withCString { keyword in
              embedding.text.withCString { text in
                source.keyword = keyword
                source.text = text
                return png_file_write(&source, &file)
              }
            }
          }
        }
      }
    }
    defer { free(file.bytes) }
    guard isWritten, let bytes = file.bytes else {
      let message = withUnsafeBytes(of: file.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      throw PlottingError(
        file.is_out_of_memory ? .outOfMemory : .library, operation: "write PNG", reason: message)
    }
    return Array(UnsafeBufferPointer(start: bytes, count: file.count))
  }
}
