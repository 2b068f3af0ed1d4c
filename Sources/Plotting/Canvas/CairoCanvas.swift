import CCairo

/// The owner of a Cairo surface and of the context that draws on it: what a page of pixels and one of a document share.
class CairoCanvas {
  let surface: OpaquePointer
  let context: OpaquePointer
  let width: Int
  let height: Int

  /// Takes over `surface`, which it destroys at its end. Statuses are checked when the page is finished as well.
  init(owning surface: OpaquePointer?, width: Int, height: Int) throws(PlottingError) {
    guard let surface else { throw PlottingError(.library, operation: "open page", reason: "Cairo gave no surface") }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = cairo_create(surface) else {
      let status = cairo_surface_status(surface)
      cairo_surface_destroy(surface)
      throw PlottingError(status, operation: "open page of \(width) x \(height) pixels")
    }
    self.surface = surface
    self.context = context
    self.width = width
    self.height = height
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Limits drawing to whole pixels from `left` to `right` and from `top` to `bottom` until the limit is lifted.
  func clip(left: Double, top: Double, right: Double, bottom: Double) {
    cairo_save(context)
    cairo_rectangle(context, left, top, max(0, right - left), max(0, bottom - top))
    cairo_clip(context)
  }

  /// Lifts the last limit.
  func unclip() {
    cairo_restore(context)
  }

  /// Fills whole pixels, without antialiasing.
  func fill(left: Int, top: Int, right: Int, bottom: Int, color: Color) {
    setSource(color)
    cairo_set_antialias(context, CAIRO_ANTIALIAS_NONE)
    cairo_rectangle(context, Double(left), Double(top), Double(right - left), Double(bottom - top))
    cairo_fill(context)
    cairo_set_antialias(context, CAIRO_ANTIALIAS_BEST)
  }

  /// Draws a line through each of `paths`.
  func stroke(_ paths: Polylines, _ stroke: Stroke) {
    for path in paths {
      guard let first = path.first else { continue }
      cairo_move_to(context, first.x, first.y)
      for point in path.dropFirst() { cairo_line_to(context, point.x, point.y) }
    }
    apply(stroke)
  }

  /// Fills the shapes whose corners are `paths`; what two of them share is filled once.
  func fill(_ paths: [[Point]], color: Color) {
    setSource(color)
    for path in paths {
      guard let first = path.first else { continue }
      cairo_move_to(context, first.x, first.y)
      for point in path.dropFirst() { cairo_line_to(context, point.x, point.y) }
      cairo_close_path(context)
    }
    cairo_fill(context)
  }

  /// Fills circles; what two of them share is filled once.
  func fillCircles(at centers: [Point], diameter: Double, color: Color) {
    setSource(color)
    for center in centers {
      cairo_new_sub_path(context)
      cairo_arc(context, center.x, center.y, diameter / 2, 0, 2 * Double.pi)
    }
    cairo_fill(context)
  }

  /// Fills a box with rounded corners and draws its edge.
  func box(_ path: RoundedBox, fill: Color, stroke: Stroke) {
    add(path)
    setSource(fill)
    cairo_fill(context)
    add(path)
    apply(stroke)
  }

  /// Draws pixels over `width` x `height` ones with their top left corner at (`left`, `top`), each a sharp-edged box.
  func draw(_ pixels: ColorPixels, left: Int, top: Int, width: Int, height: Int) throws(PlottingError) {
    let image = try ImageSurface(pixels)
    cairo_save(context)
    cairo_translate(context, Double(left), Double(top))
    cairo_scale(context, Double(width) / Double(pixels.width), Double(height) / Double(pixels.height))
    cairo_set_source_surface(context, image.surface, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
    cairo_paint(context)
    cairo_restore(context)
  }

  /// Rounds each part to the nearest of 256 values; Cairo would cut.
  final func setSource(_ color: Color) {
    func rounded(_ part: Double) -> Double { (part * 255).rounded() / 255 }
    cairo_set_source_rgba(
      context, rounded(color.red), rounded(color.green), rounded(color.blue), rounded(color.alpha))
  }

  private func apply(_ stroke: Stroke) {
    // Cairo takes dashes of no length for an error, and counts every one of a million short ones.
    let dashes = stroke.width < Stroke.narrowestDashed ? [] : stroke.dashes
    setSource(stroke.color)
    cairo_set_line_width(context, stroke.width)
    switch stroke.cap {
    case .butt: cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
    case .projecting: cairo_set_line_cap(context, CAIRO_LINE_CAP_SQUARE)
    case .round: cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
    }
    switch stroke.join {
    case .round: cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    case .miter: cairo_set_line_join(context, CAIRO_LINE_JOIN_MITER)
    }
    cairo_set_dash(context, dashes, Int32(dashes.count), 0)
    cairo_stroke(context)
  }

  private func add(_ box: RoundedBox) {
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
}

extension PlottingError {
  /// What Cairo says of its status.
  init(_ status: cairo_status_t, operation: String) {
    self.init(
      status == CAIRO_STATUS_NO_MEMORY ? .outOfMemory : .library, operation: operation,
      reason: cairo_status_to_string(status).map { String(cString: $0) } ?? "Cairo error \(status.rawValue)")
  }
}
