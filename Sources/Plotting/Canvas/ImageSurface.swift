import CCairo

/// The owner of a small Cairo surface that is painted from.
struct ImageSurface: ~Copyable {
  let surface: OpaquePointer

  init(
    _ format: cairo_format_t, width: Int, height: Int, fillRow: (Int, UnsafeMutableRawPointer) -> Void
  ) throws(PlottingError) {
    guard let surface = cairo_image_surface_create(format, Int32(width), Int32(height)) else {
      throw PlottingError(.library, operation: "create image", reason: "Cairo gave no surface")
    }
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface) else {
      cairo_surface_destroy(surface)
      throw PlottingError(status, operation: "create image of \(width) x \(height) pixels")
    }
    cairo_surface_flush(surface)
    let stride = Int(cairo_image_surface_get_stride(surface))
    for row in 0..<height { fillRow(row, UnsafeMutableRawPointer(data + row * stride)) }
    cairo_surface_mark_dirty(surface)
    self.surface = surface
  }

  /// A surface of pixels.
  init(_ pixels: ColorPixels) throws(PlottingError) {
    let format = pixels.isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32
    try self.init(format, width: pixels.width, height: pixels.height) { row, target in
      let start = row * pixels.width
      for column in 0..<pixels.width {
        target.storeBytes(of: pixels.values[start + column], toByteOffset: 4 * column, as: UInt32.self)
      }
    }
  }

  /// The pixels as a PNG without any words.
  func png() throws(PlottingError) -> [UInt8] {
    let sink = ByteSink()
    let status = cairo_surface_write_to_png_stream(surface, ByteSink.write, sink.pointer)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw PlottingError(status, operation: "write image")
    }
    return sink.bytes
  }

  deinit {
    cairo_surface_destroy(surface)
  }
}
