import CCairo

/// The owner of a Cairo image surface and of the context that draws on it: a page of pixels.
///
/// Coordinates are pixels from the top left corner; y grows downwards.
struct RasterCanvas: ~Copyable {
  private let surface: OpaquePointer
  private let context: OpaquePointer
  let width: Int
  let height: Int

  /// Opens a page of one colour.
  init(width: Int, height: Int, background: Color) throws(PlottingError) {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)) else {
      throw PlottingError(operation: "open page", reason: "Cairo gave no surface")
    }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = cairo_create(surface) else {
      let status = cairo_surface_status(surface)
      cairo_surface_destroy(surface)
      throw PlottingError(operation: "open page of \(width) x \(height) pixels", reason: Self.message(status))
    }
    self.surface = surface
    self.context = context
    self.width = width
    self.height = height
    setSource(background)
    cairo_paint(context)
    cairo_set_antialias(context, CAIRO_ANTIALIAS_BEST)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Limits drawing to whole pixels from `left` to `right` and from `top` to `bottom` until the limit is lifted.
  borrowing func clip(left: Double, top: Double, right: Double, bottom: Double) {
    cairo_save(context)
    cairo_rectangle(context, left, top, max(0, right - left), max(0, bottom - top))
    cairo_clip(context)
  }

  /// Lifts the last limit.
  borrowing func unclip() {
    cairo_restore(context)
  }

  /// Fills whole pixels, without antialiasing.
  borrowing func fill(left: Int, top: Int, right: Int, bottom: Int, color: Color) {
    setSource(color)
    cairo_set_antialias(context, CAIRO_ANTIALIAS_NONE)
    cairo_rectangle(context, Double(left), Double(top), Double(right - left), Double(bottom - top))
    cairo_fill(context)
    cairo_set_antialias(context, CAIRO_ANTIALIAS_BEST)
  }

  /// Draws a line through each of `paths`.
  borrowing func stroke(_ paths: [[Point]], _ stroke: Stroke) {
    for path in paths {
      guard let first = path.first else { continue }
      cairo_move_to(context, first.x, first.y)
      for point in path.dropFirst() { cairo_line_to(context, point.x, point.y) }
    }
    apply(stroke)
  }

  /// Fills the shapes whose corners are `paths`; what two of them share is filled once.
  borrowing func fill(_ paths: [[Point]], color: Color) {
    setSource(color)
    for path in paths {
      guard let first = path.first else { continue }
      cairo_move_to(context, first.x, first.y)
      for point in path.dropFirst() { cairo_line_to(context, point.x, point.y) }
      cairo_close_path(context)
    }
    cairo_fill(context)
  }

  /// Fills circles.
  borrowing func fillCircles(at centers: [Point], diameter: Double, color: Color) {
    setSource(color)
    for center in centers {
      cairo_new_sub_path(context)
      cairo_arc(context, center.x, center.y, diameter / 2, 0, 2 * Double.pi)
    }
    cairo_fill(context)
  }

  /// Fills a box with rounded corners and draws its edge.
  borrowing func box(_ path: RoundedBox, fill: Color, stroke: Stroke) {
    add(path)
    setSource(fill)
    cairo_fill(context)
    add(path)
    apply(stroke)
  }

  /// Copies pixels with their top left corner at (`left`, `top`).
  borrowing func draw(_ pixels: GreyPixels, left: Int, top: Int) throws(PlottingError) {
    let image = try ImageSurface(CAIRO_FORMAT_RGB24, width: pixels.width, height: pixels.height) { row, target in
      for column in 0..<pixels.width {
        let grey = UInt32(pixels.values[row * pixels.width + column])
        target.storeBytes(of: grey << 16 | grey << 8 | grey, toByteOffset: 4 * column, as: UInt32.self)
      }
    }
    cairo_set_source_surface(context, image.surface, Double(left), Double(top))
    cairo_paint(context)
  }

  /// Paints pixels with their top left corner at (`left`, `top`); the page shows where they are 0.
  borrowing func draw(_ pixels: ColorPixels, left: Int, top: Int) throws(PlottingError) {
    let image = try ImageSurface(CAIRO_FORMAT_ARGB32, width: pixels.width, height: pixels.height) { row, target in
      for column in 0..<pixels.width {
        target.storeBytes(of: pixels.values[row * pixels.width + column], toByteOffset: 4 * column, as: UInt32.self)
      }
    }
    cairo_set_source_surface(context, image.surface, Double(left), Double(top))
    cairo_paint(context)
  }

  /// Paints `color` through a mask with its top left corner at (`left`, `top`).
  borrowing func draw(_ mask: TextMask, left: Int, top: Int, color: Color) throws(PlottingError) {
    let image = try ImageSurface(CAIRO_FORMAT_A8, width: mask.width, height: mask.height) { row, target in
      for column in 0..<mask.width {
        target.storeBytes(of: mask.pixels[row * mask.width + column], toByteOffset: column, as: UInt8.self)
      }
    }
    setSource(color)
    cairo_mask_surface(context, image.surface, Double(left), Double(top))
  }

  /// Lends the finished page's pixels.
  borrowing func withPixels<Result>(_ body: (PixelBuffer) throws(PlottingError) -> Result) throws(PlottingError)
    -> Result
  {
    let status = cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw PlottingError(operation: "draw", reason: Self.message(status))
    }
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else {
      throw PlottingError(operation: "read page", reason: "the surface has no pixels")
    }
    let stride = Int(cairo_image_surface_get_stride(surface)) / 4
    let start = UnsafeRawPointer(data).assumingMemoryBound(to: UInt32.self)
    return try body(PixelBuffer(width: width, height: height, stride: stride, start: start))
  }

  /// Rounds each part to the nearest of 256 values; Cairo would cut.
  private borrowing func setSource(_ color: Color) {
    func rounded(_ part: Double) -> Double { (part * 255).rounded() / 255 }
    cairo_set_source_rgba(
      context, rounded(color.red), rounded(color.green), rounded(color.blue), rounded(color.alpha))
  }

  private borrowing func apply(_ stroke: Stroke) {
    setSource(stroke.color)
    cairo_set_line_width(context, stroke.width)
    switch stroke.cap {
    case .butt: cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
    case .projecting: cairo_set_line_cap(context, CAIRO_LINE_CAP_SQUARE)
    }
    switch stroke.join {
    case .round: cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    case .miter: cairo_set_line_join(context, CAIRO_LINE_JOIN_MITER)
    }
    cairo_set_dash(context, stroke.dashes, Int32(stroke.dashes.count), 0)
    cairo_stroke(context)
  }

  private borrowing func add(_ box: RoundedBox) {
    cairo_new_path(context)
    for (index, corner) in box.corners.enumerated() {
      if index == 0 {
        cairo_move_to(context, corner.start.x, corner.start.y)
      } else {
        cairo_line_to(context, corner.start.x, corner.start.y)
      }
      // A quadratic curve as a cubic one: the controls lie at two thirds of the way to the quadratic's.
      let toward = corner.control
      cairo_curve_to(
        context, corner.start.x + (toward.x - corner.start.x) * 2 / 3,
        corner.start.y + (toward.y - corner.start.y) * 2 / 3, corner.end.x + (toward.x - corner.end.x) * 2 / 3,
        corner.end.y + (toward.y - corner.end.y) * 2 / 3, corner.end.x, corner.end.y)
    }
    cairo_close_path(context)
  }

  fileprivate static func message(_ status: cairo_status_t) -> String {
    cairo_status_to_string(status).map { String(cString: $0) } ?? "Cairo error \(status.rawValue)"
  }
}

/// The owner of a small Cairo surface that is painted from.
private struct ImageSurface: ~Copyable {
  let surface: OpaquePointer

  init(
    _ format: cairo_format_t, width: Int, height: Int, fillRow: (Int, UnsafeMutableRawPointer) -> Void
  ) throws(PlottingError) {
    guard let surface = cairo_image_surface_create(format, Int32(width), Int32(height)) else {
      throw PlottingError(operation: "create image", reason: "Cairo gave no surface")
    }
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface) else {
      cairo_surface_destroy(surface)
      throw PlottingError(
        operation: "create image of \(width) x \(height) pixels", reason: RasterCanvas.message(status))
    }
    cairo_surface_flush(surface)
    let stride = Int(cairo_image_surface_get_stride(surface))
    for row in 0..<height { fillRow(row, UnsafeMutableRawPointer(data + row * stride)) }
    cairo_surface_mark_dirty(surface)
    self.surface = surface
  }

  deinit {
    cairo_surface_destroy(surface)
  }
}
