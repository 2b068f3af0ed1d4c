/// What layout and page ask of a mark.
protocol DrawableMark: Sendable {
  /// What the mark is, such as `line`.
  var kind: String { get }
  /// The names of the mark's parts in the legend, and how many there are; most marks have one part.
  var parts: [MarkPart] { get }
  /// Refuses a mark that cannot be drawn, but for the colours of its parts.
  func check(_ check: ValueCheck) throws(PlottingError)
  /// Whether the mark lies behind grid and ticks, as cells and images do.
  var isBackground: Bool { get }
  /// Whether the vertical axis grows downwards, as rows of cells and pixels do.
  var growsDownwards: Bool { get }

  /// What the mark shows along an axis; numbers that have no place on `scale` are left out.
  func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent
  /// What a legend should not hide.
  func obstacles(in area: MarkArea) -> Obstacles
  /// Draws the mark into its panel.
  func draw(in area: MarkArea, on canvas: any Canvas) throws(PlottingError)
  /// Draws a sample of a part for the legend.
  func drawSample(of part: Int, in place: SamplePlace, area: MarkArea, on canvas: any Canvas)
  /// The data in words, for those who cannot see the figure.
  var summary: String { get }
}

extension DrawableMark {
  var isBackground: Bool { false }
  var growsDownwards: Bool { false }
  func obstacles(in area: MarkArea) -> Obstacles { Obstacles() }
  func drawSample(of part: Int, in place: SamplePlace, area: MarkArea, on canvas: any Canvas) {}
}

/// A part of a mark that has a colour, and a row in the legend where it has a name.
struct MarkPart: Sendable, Equatable {
  var label: String?
  /// The stated colour; nil where the palette gives one.
  var color: Color?
}

/// What a legend should not hide, in pixels, y growing upwards; points that are not finite are gaps.
struct Obstacles: Sendable, Equatable {
  var lines: [[Point]] = []
  /// Points of which each counts, but not the way from one to the next.
  var points: [Point] = []
  var boxes: [Rect] = []
}

/// Where a legend shows a sample: a line, and the height around it. Pixels from the page's top left corner.
struct SamplePlace: Sendable {
  var start: Point
  var end: Point
  var height: Double

  var middle: Point { Point(x: (start.x + end.x) / 2, y: start.y) }

  /// The corners of the whole sample.
  var corners: [Point] {
    let (top, bottom) = (start.y - height / 2, start.y + height / 2)
    return [
      Point(x: start.x, y: top), Point(x: end.x, y: top), Point(x: end.x, y: bottom), Point(x: start.x, y: bottom),
    ]
  }
}

/// Where a mark is drawn, and how what it does not state looks. Pixels.
struct MarkArea {
  var scale: PanelScale
  /// The panel's frame; y grows upwards.
  var frame: Rect
  var pageHeight: Int
  var dpi: Double
  var theme: Theme
  /// The colours of the mark's parts.
  var colors: [Color]

  /// The colour of the mark's only part.
  var color: Color { colors.first ?? theme.marks.color(0) }

  /// Pixels of a length in points.
  func pixels(_ points: Double) -> Double { points * dpi / 72 }

  /// The position from the page's top of a position from its bottom.
  func down(_ y: Double) -> Double { Double(pageHeight) - y }

  /// Where a point of the data stands, from the page's top left corner; not finite where it has no place.
  func position(_ x: Double, _ y: Double) -> Point {
    Point(x: scale.x(x, in: frame), y: down(scale.y(y, in: frame)))
  }

  /// Where the points of the data stand, cut at those that have no place.
  func paths(_ x: [Double], _ y: [Double]) -> [[Point]] {
    var paths: [[Point]] = []
    var path: [Point] = []
    path.reserveCapacity(min(x.count, y.count))
    for (x, y) in zip(x, y) {
      let point = position(x, y)
      if point.x.isFinite && point.y.isFinite {
        path.append(point)
      } else if !path.isEmpty {
        paths.append(path)
        path = []
      }
    }
    if !path.isEmpty { paths.append(path) }
    return paths
  }

  /// The frame, from the page's top left corner.
  var frameOnPage: Rect {
    Rect(minX: frame.minX, minY: down(frame.maxY), maxX: frame.maxX, maxY: down(frame.minY))
  }

  /// Keeps what is drawn within the frame until the limit is lifted.
  func clip(on canvas: any Canvas) {
    canvas.clip(
      left: Snapping.round(frame.minX), top: Snapping.round(down(frame.maxY)), right: Snapping.round(frame.maxX),
      bottom: Snapping.round(down(frame.minY)))
  }
}
