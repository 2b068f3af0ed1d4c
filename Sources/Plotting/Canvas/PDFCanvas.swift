import CCairo
import CDrawing
import Fonts

/// A page of a PDF, whose text can be selected and searched.
final class PDFCanvas: CairoCanvas, Canvas {
  let scalesPixels = true
  private let sink: ByteSink
  private var fonts: [FontWeight: OpaquePointer] = [:]

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

  /// Draws a line as glyphs that know their characters.
  func draw(_ line: TextLine, text: TextEngine) throws(PlottingError) {
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, line.origin.x, line.origin.y)
    if line.rotation == .vertical { cairo_rotate(context, -Double.pi / 2) }
    setSource(line.style.color)
    cairo_set_font_face(context, try font(line.style.weight))
    cairo_set_font_size(context, line.size)
    let options = cairo_font_options_create()
    defer { cairo_font_options_destroy(options) }
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_set_font_options(context, options)
    let glyphs = line.run.glyphs.map { cairo_glyph_t(index: UInt($0.glyph), x: Double($0.pen) / 64, y: 0) }
    let words = line.text.forC
    let clusters = words.unicodeScalars.map {
      cairo_text_cluster_t(num_bytes: Int32(UTF8.width($0)), num_glyphs: 1)
    }
    cairo_show_text_glyphs(
      context, words, Int32(words.utf8.count), glyphs, Int32(glyphs.count), clusters, Int32(clusters.count),
      cairo_text_cluster_flags_t(0))
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

  private func font(_ weight: FontWeight) throws(PlottingError) -> OpaquePointer {
    if let font = fonts[weight] { return font }
    let file = weight == .bold ? font_dejavu_sans_bold() : font_dejavu_sans()
    guard let font = drawing_font_create(file.bytes, file.count) else {
      throw PlottingError(.font, operation: "open font", reason: "Cairo could not open it")
    }
    fonts[weight] = font
    return font
  }
}

extension UTF8 {
  /// The bytes that a character takes.
  fileprivate static func width(_ character: Unicode.Scalar) -> Int { String(character).utf8.count }
}
