import CDrawing

/// The pixels that lines of very many strokes cover. Cairo's time grows with the strokes that cross a row of pixels, and
/// 100,000 of full height took a minute; here each is 8 x 8 samples a pixel, whose number alone matters.
struct StrokeCoverage: ~Copyable {
  private let box: drawing_box
  private let coverage: OpaquePointer

  /// Nil if there are no pixels, or memory runs out.
  init?(_ box: drawing_box) {
    guard let coverage = drawing_coverage_create(box) else { return nil }
    self.box = box
    self.coverage = coverage
  }

  deinit { drawing_coverage_free(coverage) }

  /// Whether these are the pixels of a box.
  func isOf(_ other: drawing_box) -> Bool {
    (box.left, box.top, box.width, box.height) == (other.left, other.top, other.width, other.height)
  }

  /// Adds a line.
  func add(_ path: ArraySlice<Point>, width: Double, hasSquareEnds: Bool) {
    path.withUnsafeBufferPointer { points in
      points.withMemoryRebound(to: Double.self) { numbers in
        guard let start = numbers.baseAddress else { return }
        drawing_coverage_add_line(coverage, start, points.count, width, hasSquareEnds ? 1 : 0)
      }
    }
  }

  /// Adds what lies between two lines with points at the same places, no further apart than two samples.
  func add(between upper: [Point], and lower: [Point]) {
    upper.withUnsafeBytes { upper in
      lower.withUnsafeBytes { lower in
        let bounds = (upper.bindMemory(to: Double.self), lower.bindMemory(to: Double.self))
        guard let one = bounds.0.baseAddress, let other = bounds.1.baseAddress else { return }
        drawing_coverage_add_area(coverage, one, other, min(bounds.0.count, bounds.1.count) / 2)
      }
    }
  }

  /// Paints what is covered, which is nothing afterwards.
  func paint(_ color: Color, on pixels: UnsafeMutablePointer<UInt32>, stride: Int) {
    var ink = drawing_ink()
    drawing_ink_init(&ink, color.premultipliedPixel)
    drawing_coverage_paint(coverage, pixels, Int32(stride), &ink)
  }
}
