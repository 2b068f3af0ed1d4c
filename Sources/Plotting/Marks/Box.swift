import Glibc

/// Boxes from the lower to the upper quartile of each group of numbers, with a line at the median, whiskers to the last numbers
/// that are no outliers, and a ring for each outlier.
public struct Box: Sendable, Equatable {
  /// The names, which become bands of the axis, each at one place for all marks of a panel; nil for boxes at `positions`.
  public let categories: [String]?
  /// Where the boxes stand.
  public internal(set) var positions: [Double] {
    get { places.values }
    set { places = Numbers(newValue) }
  }
  private var places: Numbers
  /// The numbers of each box; what is not finite is left out.
  public var groups: [[Double]] { groupNumbers.map(\.values) }
  private let groupNumbers: [Numbers]
  /// How far from the quartiles a number is an outlier, in distances between the quartiles.
  public let whiskers: Double
  /// What each box shows; nil for a group without numbers, which has none.
  public let summaries: [Summary?]
  /// Whether boxes are narrower at the median, by the range in which it lies.
  public var isNotched: Bool
  /// Whether outliers are drawn.
  public var showsOutliers: Bool
  /// The direction in which boxes stand.
  public var direction: Bars.Direction
  /// The width of a box, above 0 to 1.
  public var width: Double
  /// The colour of lines, and of boxes if the theme fills them; nil for the theme's.
  public var color: Color?
  /// The name in the legend; nil to leave it out.
  public var label: String?

  /// One box a name. Drawing throws if there are more or fewer groups than names.
  public init(
    _ categories: [String], _ groups: [[Double]], whiskers: Double = 1.5, isNotched: Bool = false,
    showsOutliers: Bool = true, direction: Bars.Direction = .vertical, width: Double = 0.5, color: Color? = nil,
    label: String? = nil
  ) {
    self.init(
      categories: categories, positions: categories.indices.map(Double.init), groups, whiskers, isNotched,
      showsOutliers, direction, width, color, label)
  }

  /// One box at each of `positions`. Drawing throws if there are more or fewer groups than positions.
  public init(
    positions: [Double], _ groups: [[Double]], whiskers: Double = 1.5, isNotched: Bool = false,
    showsOutliers: Bool = true, direction: Bars.Direction = .vertical, width: Double = 0.5, color: Color? = nil,
    label: String? = nil
  ) {
    self.init(
      categories: nil, positions: positions, groups, whiskers, isNotched, showsOutliers, direction, width, color, label)
  }

  private init(
    categories: [String]?, positions: [Double], _ groups: [[Double]], _ whiskers: Double, _ isNotched: Bool,
    _ showsOutliers: Bool, _ direction: Bars.Direction, _ width: Double, _ color: Color?, _ label: String?
  ) {
    self.categories = categories
    places = Numbers(positions)
    groupNumbers = groups.map(Numbers.init)
    self.whiskers = whiskers
    summaries = groups.map { Summary($0, whiskers: whiskers) }
    self.isNotched = isNotched
    self.showsOutliers = showsOutliers
    self.direction = direction
    self.width = width
    self.color = color
    self.label = label
  }

  /// The axis along which boxes stand.
  var categoryAxis: AxisDirection { direction == .vertical ? .x : .y }
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Box: CategoryMark {
  public var kind: String { "box" }
  public var parts: [MarkPart] { [MarkPart(label: label, color: color)] }
  public var growsDownwards: Bool { direction == .horizontal && categories != nil }

  public var summary: String {
    let names = categories ?? positions.map(NumberSummary.text)
    let words = zip(names, summaries).prefix(12).map { name, summary in
      guard let summary else { return "\(name) nothing" }
      let quartiles = [summary.lowerQuartile, summary.upperQuartile].map(NumberSummary.text).joined(separator: " to ")
      return "\(name) \(NumberSummary.text(summary.median)) (\(quartiles))"
    }
    let rest = summaries.count - words.count
    return words.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  public func check(_ check: ValueCheck) throws(PlottingError) {
    guard width > 0, width <= 1 else { throw check.failure("width is \(width), not above 0 and at most 1") }
    try check.sameCount(categories == nil ? "positions" : "names", positions.count, "groups", summaries.count)
    try check.number(whiskers, "whiskers", NumberRange(lowest: 0, highest: 1e9))
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    if direction == categoryAxis {
      return DataExtent(range: scale.extent(of: positions.flatMap { [$0 - width / 2, $0 + width / 2] }))
    }
    let ends = summaries.compactMap { $0 }.flatMap { summary in
      [summary.lowerWhisker, summary.upperWhisker]
        + (isNotched ? [summary.notch.lowerBound, summary.notch.upperBound] : [])
        + (showsOutliers ? [summary.outliers.first, summary.outliers.last].compactMap { $0 } : [])
    }
    return DataExtent(range: scale.extent(of: ends))
  }

  public func obstacles(in area: MarkArea) -> Obstacles {
    let shapes = shapes(in: area)
    func upwards(_ points: [Point]) -> [Point] { points.map { Point(x: $0.x, y: area.down($0.y)) } }
    return Obstacles(
      lines: (shapes.flatMap(\.lines) + shapes.map(\.box)).map(upwards), points: shapes.flatMap { upwards($0.outliers) }
    )
  }

  public func draw(in area: MarkArea, on canvas: MarkCanvas) {
    let style = area.theme.marks
    let ink = ink(in: area)
    let thin = Stroke(color: ink, width: area.pixels(Self.lineWidth), cap: .butt, join: .miter)
    let median = Stroke(
      color: color == nil && !style.fillsBoxes ? style.color(1) : ink,
      width: area.pixels(style.fillsBoxes ? 2 * Self.lineWidth : Self.lineWidth), cap: .butt)
    let shapes = shapes(in: area)
    func snapped(_ paths: [[Point]], _ stroke: Stroke) -> [[Point]] {
      Clipping.lines(
        paths.map { Snapping.isRectilinear([$0]) ? Snapping.snap($0, strokeWidth: stroke.width) : $0 },
        around: area.frameOnPage)
    }
    area.clip(on: canvas.page)
    if style.fillsBoxes {
      let boxes = shapes.map {
        Snapping.isRectilinear([$0.box]) ? Snapping.snap($0.box, strokeWidth: thin.width) : $0.box
      }
      canvas.page.fill(boxes, color: ink.opacity(ink.alpha * style.bandOpacity))
    }
    canvas.page.stroke(snapped(shapes.flatMap(\.lines), thin), thin)
    canvas.page.stroke(snapped(shapes.map(\.closedBox), thin), thin)
    canvas.page.stroke(snapped(shapes.map(\.median), median), median)
    canvas.page.unclip()
    let rings = shapes.flatMap(\.outliers).filter { area.frameOnPage.padded(0.5).contains($0) }
    let radius = area.pixels(style.dotSize) / 2
    canvas.page.stroke(rings.map { Self.ring(around: $0, radius: radius) }, thin)
  }

  public func drawSample(of part: Int, in place: SamplePlace, area: MarkArea, on canvas: MarkCanvas) {
    let ink = ink(in: area)
    let stroke = Stroke(color: ink, width: area.pixels(Self.lineWidth), cap: .butt, join: .miter)
    let corners = Snapping.snap(place.corners, strokeWidth: stroke.width)
    if area.theme.marks.fillsBoxes {
      canvas.page.fill([corners], color: ink.opacity(ink.alpha * area.theme.marks.bandOpacity))
    }
    canvas.page.stroke([corners + corners.prefix(2)], stroke)
  }

  /// The width of lines in points: matplotlib's.
  private static let lineWidth = 1.0

  private func ink(in area: MarkArea) -> Color {
    color ?? (area.theme.marks.fillsBoxes ? area.color : area.theme.annotation.color)
  }

  /// A circle of straight strokes, as many as look round.
  private static func ring(around center: Point, radius: Double) -> [Point] {
    (0...24).map { step in
      let angle = Double(step) / 12 * .pi
      return Point(x: center.x + radius * cos(angle), y: center.y + radius * sin(angle))
    }
  }

  /// A box on the page.
  private struct Shape {
    var box: [Point]
    var median: [Point]
    /// Whiskers and their caps.
    var lines: [[Point]]
    var outliers: [Point]

    var closedBox: [Point] { box + box.prefix(2) }
  }

  private func shapes(in area: MarkArea) -> [Shape] {
    zip(positions, summaries).compactMap { position, summary in
      guard let summary else { return nil }
      func point(_ along: Double, _ value: Double) -> Point {
        direction == .vertical ? area.position(along, value) : area.position(value, along)
      }
      func level(_ value: Double, _ half: Double) -> [Point] {
        [point(position - half, value), point(position + half, value)]
      }
      let half = width / 2
      let waist = isNotched ? half / 2 : half
      let (bottom, top) = (level(summary.lowerQuartile, half), level(summary.upperQuartile, half))
      let median = level(summary.median, waist)
      let lowNotch = isNotched ? level(summary.notch.lowerBound, half) : []
      let highNotch = isNotched ? level(summary.notch.upperBound, half) : []
      let box =
        isNotched
        ? [
          bottom[0], bottom[1], lowNotch[1], median[1], highNotch[1], top[1], top[0], highNotch[0], median[0],
          lowNotch[0],
        ]
        : [bottom[0], bottom[1], top[1], top[0]]
      let whiskers = [(summary.lowerQuartile, summary.lowerWhisker), (summary.upperQuartile, summary.upperWhisker)]
      let lines = whiskers.flatMap { from, to in
        [[point(position, from), point(position, to)], level(to, half / 2)]
      }.filter { $0.allSatisfy { $0.x.isFinite && $0.y.isFinite } }
      // A box of which a corner has no place is none.
      guard (box + median).allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return nil }
      let outliers = showsOutliers ? summary.outliers.map { point(position, $0) } : []
      return Shape(
        box: box, median: median, lines: lines, outliers: outliers.filter { $0.x.isFinite && $0.y.isFinite })
    }
  }
}
