/// A picture of grey or coloured pixels, each a square of one unit.
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
  /// them. If it is nil, grey images are stretched from their smallest to their largest value, and colours are shown as
  /// they are.
  public var range: ClosedRange<UInt8>?

  /// Creates an image. Drawing throws if the number of bytes is not `width * height * channels`, or a side is not within
  /// 1 to 20,000 pixels.
  public init(
    width: Int, height: Int, pixels: some Collection<UInt8>, channels: Channels = .grey,
    range: ClosedRange<UInt8>? = nil
  ) {
    self.width = width
    self.height = height
    self.channels = channels
    self.pixels = Array(pixels)
    self.range = range
  }

  /// Height divided by width.
  var aspect: Double { Double(max(height, 1)) / Double(max(width, 1)) }
}

extension Image: DrawableMark {
  /// The largest number of rows and of columns.
  static let largestSide = 20_000

  var kind: String { "image" }
  var parts: [MarkPart] { [] }
  var isBackground: Bool { true }
  var growsDownwards: Bool { true }
  var summary: String { "\(width) x \(height) pixels" }

  var problem: String? {
    for (name, side) in [("width", width), ("height", height)] where !(1...Self.largestSide).contains(side) {
      return "\(name) is \(side), not within 1...\(Self.largestSide)"
    }
    let expected = width * height * channels.rawValue
    guard pixels.count != expected else { return nil }
    return "pixels has \(pixels.count) bytes, and \(width) x \(height) \(channels) pixels take \(expected)"
  }

  func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    let end = Double(direction == .x ? width : height) - 0.5
    return DataExtent(sticky: [-0.5, end], cells: AxisRange(lower: -0.5, upper: end))
  }

  /// Draws the image from a whole pixel to a whole pixel, both rounded as matplotlib and Agg do it.
  func draw(in area: MarkArea, on canvas: any Canvas) throws(PlottingError) {
    let frame = area.frame
    let extent = Rect(
      minX: area.scale.x(edge: -0.5, in: frame), minY: area.scale.y(edge: Double(height) - 0.5, in: frame),
      maxX: area.scale.x(edge: Double(width) - 0.5, in: frame), maxY: area.scale.y(edge: -0.5, in: frame))
    guard let box = extent.intersection(frame), box.isVisible else { return }
    let pixelWidth = Int(box.width.rounded(.up))
    let pixelHeight = Int(box.height.rounded(.up))
    let left = Int(Snapping.round(box.minX))
    let top = area.pageHeight - (Int(Snapping.round(box.minY)) + pixelHeight)
    // Agg clips to whole pixels, the last ones included.
    canvas.clip(
      left: Snapping.round(frame.minX), top: Snapping.round(area.down(frame.maxY)),
      right: Snapping.round(frame.maxX) + 1, bottom: Snapping.round(area.down(frame.minY)) + 1)
    let pixels = canvas.scalesPixels ? shown : resampled(width: pixelWidth, height: pixelHeight)
    try canvas.draw(pixels, left: left, top: top, width: pixelWidth, height: pixelHeight)
    canvas.unclip()
  }
}
