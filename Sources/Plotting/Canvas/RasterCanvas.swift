import CCairo
import CDrawing

/// A page of pixels.
final class RasterCanvas: CairoCanvas, Canvas {
  let scalesPixels = false

  var strokesManyPoints = true
  private let isOpaque: Bool
  private var coverage: StrokeCoverage?
  private var strokedPoints = 0

  /// Opens a page of one colour.
  init(width: Int, height: Int, background: Color) throws(PlottingError) {
    isOpaque = background.alpha >= 1
    let format = isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32
    try super.init(owning: drawing_image_create(format, Int32(width), Int32(height)), width: width, height: height)
    setSource(background)
    // In place of what the memory held.
    cairo_set_operator(context, CAIRO_OPERATOR_SOURCE)
    cairo_paint(context)
    cairo_set_operator(context, CAIRO_OPERATOR_OVER)
    cairo_set_antialias(context, CAIRO_ANTIALIAS_BEST)
  }

  /// Few points are Cairo's; more are painted as what they cover.
  override func stroke(_ paths: Polylines, _ stroke: Stroke) {
    let count = paths.points.count
    strokedPoints += count
    guard
      strokesManyPoints, count >= Self.fewestCovered, stroke.dashes.isEmpty, stroke.join == .round,
      stroke.cap != .round,
      stroke.width >= Self.thinnestCovered,
      strokedPoints >= PathSimplifier.leastPoints || !PathSimplifier.areShort(paths, length: Self.longestStroked),
      let box = clipBox
    else { return super.stroke(paths, stroke) }
    if coverage?.isOf(box) != true { coverage = StrokeCoverage(box) }
    guard coverage != nil, let (pixels, stride) = pixels else { return super.stroke(paths, stroke) }
    for path in sampled(paths, strokeWidth: stroke.width) {
      coverage?.add(path, width: stroke.width, hasSquareEnds: stroke.cap == .projecting)
    }
    coverage?.paint(stroke.color, on: pixels, stride: stride)
    cairo_surface_mark_dirty(surface)
  }

  /// The lines without what no sample would tell apart, if they have very many points. What lies within them is added to what is
  /// covered.
  private func sampled(_ paths: Polylines, strokeWidth: Double) -> Polylines {
    guard paths.points.count >= PathSimplifier.veryManyPoints else { return paths }
    guard let strips = LineStrips(paths, strokeWidth: strokeWidth, columnWidths: LineStrips.sampledColumnWidths),
      let first = paths.first, let last = paths.last
    else { return PathSimplifier.finelySimplified(paths) }
    for strip in strips.strips { coverage?.add(between: strip.upper, and: strip.lower) }
    // The first and the last stroke for their caps.
    return strips.edgeLines + [Array(first.prefix(2)), Array(last.suffix(2))]
  }

  /// Lines of few points that are longer, in pixels, are noise.
  private static let longestStroked = 40_000.0
  /// Ticks and the lines of a grid are Cairo's.
  private static let fewestCovered = 64
  /// The width in pixels below which samples would miss parts of a line.
  private static let thinnestCovered = 0.5

  /// Sums up the area column by column.
  func fill(between one: [Point], and other: [Point], color: Color) -> Bool {
    guard one.count == other.count, let box = clipBox, let (pixels, stride) = pixels else { return false }
    var ink = drawing_ink()
    drawing_ink_init(&ink, color.premultipliedPixel)
    let numbers = zip(one, other).flatMap { [$0.x, $0.y, $1.y] }
    let isDone = drawing_band(pixels, Int32(stride), box, numbers, one.count, &ink)
    cairo_surface_mark_dirty(surface)
    return isDone != 0
  }

  /// The pixels to which drawing is limited; nil for none.
  private var clipBox: drawing_box? {
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    cairo_clip_extents(context, &left, &top, &right, &bottom)
    let (first, end) = (max(Snapping.pixel(left), 0), min(Snapping.pixel(right), width))
    let (firstRow, endRow) = (max(Snapping.pixel(top), 0), min(Snapping.pixel(bottom), height))
    guard first < end, firstRow < endRow else { return nil }
    return drawing_box(
      left: Int32(first), top: Int32(firstRow), width: Int32(end - first), height: Int32(endRow - firstRow))
  }

  /// The page's pixels, after all that was drawn before, and how many a row has.
  private var pixels: (UnsafeMutablePointer<UInt32>, stride: Int)? {
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { return nil }
    return (
      UnsafeMutableRawPointer(data).assumingMemoryBound(to: UInt32.self),
      Int(cairo_image_surface_get_stride(surface)) / 4
    )
  }

  /// Paints through masks; see ``StampMasks``.
  func draw(_ stamp: Stamp, at points: [Point], color: Color) throws(PlottingError) {
    guard points.count >= Stamp.leastPlaces, var masks = StampMasks(stamp) else {
      return drawShapes(stamp, at: points, color: color)
    }
    guard var box = clipBox else { return }
    guard let (pixels, stride) = pixels else {
      throw PlottingError(.library, operation: "draw symbols", reason: "the surface has no pixels")
    }
    var ink = drawing_ink()
    drawing_ink_init(&ink, color.premultipliedPixel)
    for point in color.alpha < 1 ? points : try masks.visible(points, width: width, height: height) {
      let (x, y) = (Stamp.split(point.x), Stamp.split(point.y))
      let mask = try masks.mask(x: x.phase, y: y.phase)
      drawing_stamp(
        pixels, Int32(stride), &box, mask.coverages, Int32(masks.side), Int32(x.pixel - masks.reach),
        Int32(y.pixel - masks.reach), &ink)
    }
    cairo_surface_mark_dirty(surface)
  }

  /// Draws a line as one mask at a whole pixel.
  func draw(_ line: TextLine, text: TextEngine) throws(PlottingError) {
    let (run, origin) = (line.run, line.origin)
    let mask = try text.mask(line.text, line.style, dpi: line.dpi)
    switch line.rotation {
    case .horizontal:
      let left = (origin.x + run.leftBearing).rounded(.toNearestOrEven)
      let bottom = (origin.y + run.descent).rounded(.toNearestOrEven) + 1
      try draw(mask, left: Snapping.pixel(left), top: Snapping.pixel(bottom) - mask.height, color: line.style.color)
    case .vertical:
      let right = (origin.x + run.leftBearing + run.descent).rounded(.toNearestOrEven)
      let bottom = origin.y.rounded(.toNearestOrEven) + 1
      try draw(
        mask.turned(), left: Snapping.pixel(right) - mask.height, top: Snapping.pixel(bottom) - mask.width,
        color: line.style.color)
    case .turned:
      try drawTurned(line, text: text)
    }
  }

  /// Draws a line at an angle: what it is at four times the density, turned and blended down, since hinted letters that are turned
  /// look ragged.
  private func drawTurned(_ line: TextLine, text: TextEngine) throws(PlottingError) {
    let finer = 4.0
    let run = try text.run(line.text, line.style, dpi: line.dpi * finer)
    let mask = try text.mask(line.text, line.style, dpi: line.dpi * finer)
    let image = try ImageSurface(mask)
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, line.origin.x, line.origin.y)
    cairo_rotate(context, -line.rotation.radians)
    cairo_scale(context, 1 / finer, 1 / finer)
    cairo_translate(context, run.leftBearing, run.descent + 1 - Double(mask.height))
    setSource(line.style.color)
    // The pattern's filter blends the pixels that shrink into one.
    guard let pattern = cairo_pattern_create_for_surface(image.surface) else { return }
    defer { cairo_pattern_destroy(pattern) }
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD)
    cairo_mask(context, pattern)
  }

  /// Paints `color` through a mask with its top left corner at (`left`, `top`).
  private func draw(_ mask: TextMask, left: Int, top: Int, color: Color) throws(PlottingError) {
    let image = try ImageSurface(mask)
    setSource(color)
    cairo_mask_surface(context, image.surface, Double(left), Double(top))
  }

  /// Lends the finished page's pixels.
  func withPixels<Result>(_ body: (PixelBuffer) throws(PlottingError) -> Result) throws(PlottingError)
    -> Result
  {
    let status = cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw PlottingError(status, operation: "draw")
    }
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else {
      throw PlottingError(.library, operation: "read page", reason: "the surface has no pixels")
    }
    let stride = Int(cairo_image_surface_get_stride(surface)) / 4
    let start = UnsafeRawPointer(data).assumingMemoryBound(to: UInt32.self)
    return try body(PixelBuffer(width: width, height: height, stride: stride, isOpaque: isOpaque, start: start))
  }
}

extension ImageSurface {
  /// The coverage of a text.
  fileprivate init(_ mask: TextMask) throws(PlottingError) {
    try self.init(CAIRO_FORMAT_A8, width: mask.width, height: mask.height) { row, target in
      for column in 0..<mask.width {
        target.storeBytes(of: mask.pixels[row * mask.width + column], toByteOffset: column, as: UInt8.self)
      }
    }
  }
}
