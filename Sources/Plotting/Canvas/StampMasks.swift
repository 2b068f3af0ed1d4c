import CCairo

/// What a stamp covers at each phase of a pixel; each mask is made when it is first needed.
struct StampMasks {
  /// The coverages of `side` x `side` pixels, row by row.
  struct Mask {
    var coverages: [UInt8]
    /// The columns of each row that are covered at all.
    var touched: [Range<Int>]
    /// The most columns side by side of each row that are wholly covered.
    var full: [Range<Int>]
  }

  let stamp: Stamp
  /// The pixels from a mask's edge to the one that holds the origin.
  let reach: Int
  var side: Int { 2 * reach + 1 }
  private var masks: [Mask?] = Array(repeating: nil, count: Stamp.phases * Stamp.phases)

  /// Nil for what is too large for masks.
  init?(_ stamp: Stamp) {
    guard stamp.reach <= Stamp.largestReach else { return nil }
    self.stamp = stamp
    reach = Int(stamp.reach.rounded(.up)) + 1
  }

  /// The mask for an origin at these phases of its pixel.
  mutating func mask(x: Int, y: Int) throws(PlottingError) -> Mask {
    let index = y * Stamp.phases + x
    if let mask = masks[index] { return mask }
    let mask = try drawn(x: x, y: y)
    masks[index] = mask
    return mask
  }

  private func drawn(x: Int, y: Int) throws(PlottingError) -> Mask {
    let canvas = try MaskCanvas(side: side)
    let phase = Point(x: Double(x) / Double(Stamp.phases), y: Double(y) / Double(Stamp.phases))
    let origin = Point(x: Double(reach) + phase.x, y: Double(reach) + phase.y)
    switch stamp {
    case .disc(let diameter): canvas.fillCircles(at: [origin], diameter: diameter, color: .black)
    case .polygon(let corners): canvas.fill([corners.map { $0.moved(by: origin) }], color: .black)
    case .strokes(let paths, let width):
      canvas.stroke(
        Polylines(paths.map { $0.map { $0.moved(by: origin) } }), Stroke(color: .black, width: width, cap: .butt))
    }
    let coverages = try canvas.coverages()
    let rows = (0..<side).map { coverages[$0 * side..<($0 + 1) * side] }
    return Mask(
      coverages: coverages,
      touched: rows.map { row in
        guard let first = row.firstIndex(where: { $0 > 0 }), let last = row.lastIndex(where: { $0 > 0 }) else {
          return 0..<0
        }
        return first - row.startIndex..<last - row.startIndex + 1
      },
      full: rows.map(Self.longestFullRun))
  }

  private static func longestFullRun(_ row: ArraySlice<UInt8>) -> Range<Int> {
    var longest = 0..<0
    var start = 0
    for (column, coverage) in row.enumerated() {
      if coverage < 255 {
        start = column + 1
      } else if column + 1 - start > longest.count {
        longest = start..<column + 1
      }
    }
    return longest
  }
}

/// A square that keeps only how far its pixels are covered.
private final class MaskCanvas: CairoCanvas {
  init(side: Int) throws(PlottingError) {
    try super.init(
      owning: cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(side), Int32(side)), width: side, height: side)
    cairo_set_antialias(context, CAIRO_ANTIALIAS_BEST)
  }

  /// The coverages, row by row.
  func coverages() throws(PlottingError) -> [UInt8] {
    let status = cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS else { throw PlottingError(status, operation: "draw symbol") }
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else {
      throw PlottingError(.library, operation: "draw symbol", reason: "the surface has no pixels")
    }
    let stride = Int(cairo_image_surface_get_stride(surface))
    return (0..<height).flatMap { row in UnsafeBufferPointer(start: data + row * stride, count: width) }
  }
}
