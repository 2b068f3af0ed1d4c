/// A mark: what a panel can show. All of the library's marks conform to it, and yours can.
///
/// A mark states what it shows along each axis, and draws itself at the positions that its panel gives it:
///
///     struct Spikes: DrawableMark {
///       var x: [Double]
///       let kind = "spikes"
///       var summary: String { "\(x.count) spikes" }
///
///       func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
///         DataExtent(of: direction == .x ? x : [0, 1], on: scale)
///       }
///
///       func draw(in area: MarkArea, on canvas: MarkCanvas) {
///         canvas.stroke(x.map { [area.position($0, 0), area.position($0, 1)] }, color: area.color, width: 1)
///       }
///     }
///
/// In the braces of ``Axes`` it stands beside the others. <doc:WritingAMark> has a whole one.
public protocol DrawableMark: Sendable, Equatable {
  /// What the mark is, such as `line`; for errors and the alternative text.
  var kind: String { get }
  /// The parts that have a colour of their own, and their names in the legend; most marks have one. By default one without
  /// a name.
  var parts: [MarkPart] { get }
  /// Throws if the mark cannot be drawn. The colours of its parts need not be checked. By default every mark can.
  func check(_ check: ValueCheck) throws(PlottingError)
  /// Whether the mark lies behind grid and ticks, as cells and images do. By default it does not.
  var isBackground: Bool { get }
  /// Whether the vertical axis grows downwards, as rows of cells and pixels do. By default it does not.
  var growsDownwards: Bool { get }

  /// What the mark shows along an axis; numbers that have no place on `scale` are left out.
  func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent
  /// What a legend should not hide. By default nothing.
  func obstacles(in area: MarkArea) -> Obstacles
  /// Draws the mark into its panel.
  func draw(in area: MarkArea, on canvas: MarkCanvas) throws(PlottingError)
  /// Draws a sample of a part for the legend. By default a square of its colour.
  func drawSample(of part: Int, in place: SamplePlace, area: MarkArea, on canvas: MarkCanvas) throws(PlottingError)
  /// The data in words, for those who cannot see the figure.
  var summary: String { get }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension DrawableMark {
  public var parts: [MarkPart] { [MarkPart()] }
  public func check(_ check: ValueCheck) throws(PlottingError) {}
  public var isBackground: Bool { false }
  public var growsDownwards: Bool { false }
  public func obstacles(in area: MarkArea) -> Obstacles { Obstacles() }
  /// Draws a square of the part's colour.
  public func drawSample(of part: Int, in place: SamplePlace, area: MarkArea, on canvas: MarkCanvas) {
    guard area.colors.indices.contains(part) else { return }
    canvas.fill([Snapping.snap(place.corners, strokeWidth: 0)], color: area.colors[part])
  }
}

/// A part of a mark that has a colour, and a row in the legend if it has a name.
public struct MarkPart: Sendable, Equatable {
  /// The name in the legend; nil to leave it out.
  public var label: String?
  /// The stated colour; nil for the palette's next.
  public var color: Color?
  /// The height of its sample in points if that is more than a row of the legend has.
  var sampleHeight = 0.0

  /// Creates a part.
  public init(label: String? = nil, color: Color? = nil) {
    self.label = label
    self.color = color
  }
}

/// What a legend should not hide.
public struct Obstacles: Sendable, Equatable {
  // In pixels, y growing upwards; points that are not finite are gaps.
  var lines: [[Point]] = []
  /// Points of which each counts, but not the way from one to the next.
  var points: [Point] = []
  var boxes: [Rect] = []

  init(lines: [[Point]] = [], points: [Point] = [], boxes: [Rect] = []) {
    self.lines = lines
    self.points = points
    self.boxes = boxes
  }

  /// Lines, points and boxes at the positions at which they are drawn.
  public init(lines: [[Point]] = [], points: [Point] = [], boxes: [Rect] = [], in area: MarkArea) {
    func up(_ point: Point) -> Point { Point(x: point.x, y: area.down(point.y)) }
    self.lines = lines.map { $0.map(up) }
    self.points = points.map(up)
    self.boxes = boxes.map {
      Rect(minX: $0.minX, minY: area.down($0.maxY), maxX: $0.maxX, maxY: area.down($0.minY))
    }
  }
}

/// Where a legend shows a sample: a line, and the height around it.
public struct SamplePlace: Sendable {
  /// The left end of the sample's middle line.
  public var start: Point
  /// The right end of the sample's middle line.
  public var end: Point
  /// The height of the sample in pixels.
  public var height: Double

  /// The middle of the sample.
  public var middle: Point { Point(x: (start.x + end.x) / 2, y: start.y) }

  /// The corners of the whole sample.
  public var corners: [Point] {
    let (top, bottom) = (start.y - height / 2, start.y + height / 2)
    return [
      Point(x: start.x, y: top), Point(x: end.x, y: top), Point(x: end.x, y: bottom), Point(x: start.x, y: bottom),
    ]
  }
}
