/// A picture of grey pixels, each a square of one unit. Its darkest pixel is drawn black, its brightest white.
public struct Image: Sendable, Equatable {
  /// Columns of pixels, at least one.
  public let width: Int
  /// Rows of pixels, at least one.
  public let height: Int
  /// The pixels from the top row down, 0 is black, 255 white.
  public let pixels: [UInt8]

  /// Takes `width * height` pixels; missing ones are black.
  public init(width: Int, height: Int, pixels: some Collection<UInt8>) {
    self.width = width
    self.height = height
    let count = Self.sides(width, height) ? width * height : 0
    var pixels = Array(pixels.prefix(count))
    pixels.append(contentsOf: repeatElement(0, count: count - pixels.count))
    self.pixels = pixels
  }

  /// Height divided by width.
  var aspect: Double { Double(max(height, 1)) / Double(max(width, 1)) }
}

extension Image: DrawableMark {
  /// The most rows and columns.
  static let largestSide = 20_000

  var kind: String { "image" }
  var parts: [MarkPart] { [] }
  var isBackground: Bool { true }
  var growsDownwards: Bool { true }
  var summary: String { "\(width) x \(height) pixels" }

  var problem: String? {
    Self.sides(width, height) ? nil : "\(width) x \(height) pixels are not within 1...\(Self.largestSide) a side"
  }

  /// Whether an image of that size can be drawn.
  private static func sides(_ width: Int, _ height: Int) -> Bool {
    (1...largestSide).contains(width) && (1...largestSide).contains(height)
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
    let pixels = canvas.scalesPixels ? stretched : resampled(width: pixelWidth, height: pixelHeight)
    try canvas.draw(pixels, left: left, top: top, width: pixelWidth, height: pixelHeight)
    canvas.unclip()
  }
}
