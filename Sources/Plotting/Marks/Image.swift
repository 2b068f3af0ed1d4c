/// A picture of grey or coloured pixels: each a square of one unit, or all together in stated ranges of the axes. Units of both
/// axes are equally long.
public struct Image: Sendable, Equatable {
  /// What the bytes of a pixel stand for; the raw value is how many there are.
  public enum Channels: Int, Sendable {
    /// A grey.
    case grey = 1
    /// Red, green and blue.
    case rgb = 3
    /// Red, green, blue and opacity.
    case rgba = 4
  }

  /// The number of columns of pixels.
  public let width: Int
  /// The number of rows of pixels.
  public let height: Int
  /// What the bytes of a pixel stand for.
  public let channels: Channels
  /// The pixels from the top row down, `width * height * channels` bytes.
  public let pixels: [UInt8]
  /// The values that are shown as black and as white, or as none and all of a colour; values beyond them are shown like
  /// them. If it is nil, grey images are stretched from their smallest to their largest value, and those of a single value
  /// and colours are shown as they are.
  public var range: ClosedRange<UInt8>?
  /// The numbers at the left and at the right edge; nil for one a column, the first of which has 0 in its middle.
  public var x: ClosedRange<Double>? {
    get { columns?.closed }
    set { columns = newValue.map { AxisRange(lower: $0.lowerBound, upper: $0.upperBound) } }
  }
  /// The numbers at the bottom and at the top edge, on an axis that grows upwards; nil for one a row from the top down, the first
  /// of which has 0 in its middle.
  public var y: ClosedRange<Double>? {
    get { rows?.closed }
    set { rows = newValue.map { AxisRange(lower: $0.lowerBound, upper: $0.upperBound) } }
  }
  /// ``x`` and ``y``, whose ends may be no numbers until they are checked.
  private var columns: AxisRange?
  private var rows: AxisRange?

  /// Creates an image. Drawing throws if the number of bytes is not `width * height * channels`, or a side is not within
  /// 1 to 20,000 pixels.
  ///
  /// A range whose first number is above its last is a runtime error in Swift. For ranges that are computed from data, there is
  /// `Image(…, left:right:bottom:top:)`.
  public init(
    width: Int, height: Int, pixels: some Collection<UInt8>, channels: Channels = .grey,
    range: ClosedRange<UInt8>? = nil, x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil
  ) {
    self.width = width
    self.height = height
    self.channels = channels
    self.pixels = Array(pixels)
    self.range = range
    self.x = x
    self.y = y
  }

  /// Creates an image between numbers of the axes: those at its left and right edge, in either order, and those at its bottom and
  /// top edge, in either order. It is shown as it is, not turned over.
  ///
  /// Drawing throws if one is not finite, or both of an axis are the same.
  public init(
    width: Int, height: Int, pixels: some Collection<UInt8>, channels: Channels = .grey,
    range: ClosedRange<UInt8>? = nil, left: Double, right: Double, bottom: Double, top: Double
  ) {
    self.init(width: width, height: height, pixels: pixels, channels: channels, range: range)
    columns = left <= right ? AxisRange(lower: left, upper: right) : AxisRange(lower: right, upper: left)
    rows = bottom <= top ? AxisRange(lower: bottom, upper: top) : AxisRange(lower: top, upper: bottom)
  }
}

extension AxisRange {
  /// Nil if its ends are no numbers, or the wrong way round.
  fileprivate var closed: ClosedRange<Double>? { lower <= upper ? lower...upper : nil }
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Image: DrawableMark {
  /// The largest number of rows and of columns.
  static let largestSide = 20_000

  public var kind: String { "image" }
  public var parts: [MarkPart] { [] }
  public var isBackground: Bool { true }
  public var growsDownwards: Bool { rows == nil }
  public var summary: String {
    let size = "\(width) x \(height) pixels"
    guard let shown = range ?? (channels == .grey ? ownRange : nil) else { return size }
    return size + ", \(shown.lowerBound) shown as \(channels == .grey ? "black" : "none") and \(shown.upperBound) as "
      + (channels == .grey ? "white" : "all of a colour")
  }

  public func check(_ check: ValueCheck) throws(PlottingError) {
    for (name, side) in [("width", width), ("height", height)] where !(1...Self.largestSide).contains(side) {
      throw check.failure("\(name) is \(side), not within 1...\(Self.largestSide)")
    }
    for (name, range) in [("x", columns), ("y", rows)] {
      guard let range else { continue }
      try check.numbers(["\(name).lowerBound": range.lower, "\(name).upperBound": range.upper], .finite)
      guard AxisScale(.linear, from: range.lower, to: range.upper) != nil else {
        throw check.failure("\(name) is \(range.lower)...\(range.upper), between whose ends nothing can be shown")
      }
    }
    let expected = width * height * channels.rawValue
    guard pixels.count != expected else { return }
    throw check.failure(
      "pixels has \(pixels.count) bytes, and \(width) x \(height) \(channels) pixels take \(expected)")
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    let edges = edges(direction)
    return DataExtent(sticky: [edges.lower, edges.upper], cells: edges)
  }

  private func edges(_ direction: AxisDirection) -> AxisRange {
    if let stated = direction == .x ? columns : rows { return stated }
    return AxisRange(lower: -0.5, upper: Double(direction == .x ? width : height) - 0.5)
  }

  /// Draws the image from a whole pixel to a whole pixel, both rounded as matplotlib and Agg do it.
  public func draw(in area: MarkArea, on canvas: MarkCanvas) throws(PlottingError) {
    let (frame, scale) = (area.frame, area.scale)
    let (columns, rows) = (edges(.x), edges(.y))
    let across = [columns.lower, columns.upper].map { scale.x(edge: $0, in: frame) }.sorted()
    let upwards = [rows.lower, rows.upper].map { scale.y(edge: $0, in: frame) }.sorted()
    let extent = Rect(minX: across[0], minY: upwards[0], maxX: across[1], maxY: upwards[1])
    guard let box = extent.intersection(frame), box.isVisible else { return }
    let pixelWidth = Int(box.width.rounded(.up))
    let pixelHeight = Int(box.height.rounded(.up))
    let left = Snapping.pixel(box.minX)
    let top = area.pageHeight - (Snapping.pixel(box.minY) + pixelHeight)
    // Agg clips to whole pixels, the last ones included.
    canvas.page.clip(
      left: Snapping.round(frame.minX), top: Snapping.round(area.down(frame.maxY)),
      right: Snapping.round(frame.maxX) + 1, bottom: Snapping.round(area.down(frame.minY)) + 1)
    // From the other end if an axis is reversed, which the vertical one of an image without a range is by nature.
    let (isMirrored, isUpsideDown) = (scale.x.isReversed, scale.y.isReversed != growsDownwards)
    func ordered(_ places: [Int], of count: Int, _ isReversed: Bool) -> [Int] {
      isReversed ? places.map { count - 1 - $0 } : places
    }
    var pixels: ColorPixels
    if frame.padded(0.5).union(extent) == frame.padded(0.5) {
      pixels = canvas.page.scalesPixels ? shown : resampled(width: pixelWidth, height: pixelHeight)
      if isMirrored || isUpsideDown {
        pixels = pixels.repeated(
          columns: ordered(Array(0..<pixels.width), of: pixels.width, isMirrored),
          rows: ordered(Array(0..<pixels.height), of: pixels.height, isUpsideDown))
      }
    } else {
      // Of a part of the image, the pixel under the middle of each of the page's.
      func under(_ count: Int, from start: Double, _ length: Double, of all: Int) -> [Int] {
        (0..<count).map { pixel in
          let place = ((Double(pixel) + 0.5 + start) / length * Double(all)).rounded(.down)
          return Int(min(max(place, 0), Double(all - 1)))
        }
      }
      pixels = shown.repeated(
        columns: ordered(
          under(pixelWidth, from: box.minX - extent.minX, extent.width, of: width), of: width, isMirrored),
        rows: ordered(
          under(pixelHeight, from: extent.maxY - box.maxY, extent.height, of: height), of: height, isUpsideDown))
    }
    try canvas.page.draw(pixels, left: left, top: top, width: pixelWidth, height: pixelHeight)
    canvas.page.unclip()
  }
}
