import CCairo
import CDrawing

/// A page of a PDF, whose text can be selected and searched.
final class PDFCanvas: CairoCanvas, Canvas {
  let scalesPixels = true
  private let sink: ByteSink
  private var fonts: [FontSource: OpaquePointer] = [:]

  /// Opens a page of one colour, `width` x `height` pixels of 1 / `dpi` inch.
  init(width: Int, height: Int, dpi: Double, background: Color, title: String, description: String)
    throws(PlottingError)
  {
    let sink = ByteSink()
    self.sink = sink
    let point = 72 / dpi
    let surface = cairo_pdf_surface_create_for_stream(
      ByteSink.write, sink.pointer, Double(width) * point, Double(height) * point)
    try super.init(owning: surface, width: width, height: height)
    cairo_pdf_surface_set_metadata(self.surface, CAIRO_PDF_METADATA_TITLE, title.forC)
    cairo_pdf_surface_set_metadata(self.surface, CAIRO_PDF_METADATA_SUBJECT, description.forC)
    // Else Cairo writes the time, and the same figure would give other bytes.
    cairo_pdf_surface_set_metadata(self.surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z")
    cairo_scale(context, point, point)
    setSource(background)
    cairo_paint(context)
  }

  deinit {
    // What Cairo has not written yet goes to the sink, which must still be there.
    cairo_surface_finish(surface)
    for font in fonts.values { cairo_font_face_destroy(font) }
  }

  /// Draws discs as the round ends of lines without a length, which take a fifth of a circle's bytes.
  func draw(_ stamp: Stamp, at points: [Point], color: Color) throws(PlottingError) {
    let points = try stamp.visible(points, color: color, width: width, height: height)
    guard points.count >= Stamp.leastPlaces, case .disc(let diameter) = stamp else {
      return drawShapes(stamp, at: points, color: color)
    }
    let ends = points.map { [$0, $0] }
    let round = Stroke(color: color, width: diameter, cap: .round)
    let groups = color.alpha < 1 ? ends.map { [$0] } : [ends]
    for paths in groups { stroke(paths, round) }
  }

  /// Draws a line as glyphs that know their characters.
  func draw(_ line: TextLine, text: TextEngine) throws(PlottingError) {
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, line.origin.x, line.origin.y)
    if line.rotation != .horizontal { cairo_rotate(context, -line.rotation.radians) }
    setSource(line.style.color)
    cairo_set_font_size(context, line.size)
    let options = cairo_font_options_create()
    defer { cairo_font_options_destroy(options) }
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_set_font_options(context, options)
    let scalars = Array(line.text.forC.unicodeScalars)
    for segment in line.run.segments(scalars: scalars.count) {
      cairo_set_font_face(context, try font(text.fonts[segment.font].source))
      show(segment, of: line.run, scalars)
    }
  }

  /// Shows glyphs together with the characters that they stand for.
  private func show(_ segment: TextSegment, of run: TextRun, _ scalars: [Unicode.Scalar]) {
    // Cairo takes clusters in the order of the text.
    let ordered = segment.isBackward ? segment.clusters.reversed() : segment.clusters
    var words = ""
    var clusters: [cairo_text_cluster_t] = []
    for cluster in ordered {
      let start = words.utf8.count
      words.unicodeScalars.append(contentsOf: scalars[cluster.scalars])
      clusters.append(
        cairo_text_cluster_t(num_bytes: Int32(words.utf8.count - start), num_glyphs: Int32(cluster.glyphs.count)))
    }
    let glyphs = run.glyphs[segment.glyphs].map {
      cairo_glyph_t(index: UInt($0.index), x: Double($0.pen) / 64, y: -Double($0.rise) / 64)
    }
    cairo_show_text_glyphs(
      context, words, Int32(words.utf8.count), glyphs, Int32(glyphs.count), clusters, Int32(clusters.count),
      segment.isBackward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(0))
  }

  /// Ends the document and returns its bytes.
  func finish() throws(PlottingError) -> [UInt8] {
    cairo_show_page(context)
    cairo_surface_finish(surface)
    for status in [cairo_status(context), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
      throw PlottingError(status, operation: "write PDF")
    }
    return sink.bytes
  }

  private func font(_ source: FontSource) throws(PlottingError) -> OpaquePointer {
    if let font = fonts[source] { return font }
    let font =
      switch source {
      case .compiledIn(let weight): drawing_font_create(weight.file.bytes, weight.file.count)
      case .file(let path, let index): drawing_font_open(path.forC, index)
      }
    guard let font else { throw source.failure("Cairo could not open it") }
    fonts[source] = font
    return font
  }
}
