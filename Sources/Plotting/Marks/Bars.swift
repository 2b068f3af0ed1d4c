/// Bars from zero, one a name, or several a name beside or upon each other. On a logarithmic axis they begin at its smaller end.
/// A bar whose number has no place on the axis is left out.
public struct Bars: Sendable, Equatable {
  /// The bars of one colour.
  public struct Series: Sendable, Equatable {
    /// The lengths, one a name or position; drawing throws where there are more or fewer.
    public var values: [Double] { numbers.values }
    private let numbers: Numbers
    /// The colour; nil for the next of the theme's palette.
    public var color: Color?
    /// The name in the legend; nil to leave it out.
    public var label: String?

    /// Creates a series.
    public init(_ values: [Double], color: Color? = nil, label: String? = nil) {
      numbers = Numbers(values)
      self.color = color
      self.label = label
    }
  }

  /// How the bars of one name stand.
  public enum Arrangement: Sendable, Equatable {
    /// Beside each other.
    case grouped
    /// Upon each other: those above zero upwards, those below downwards.
    case stacked
  }

  /// The direction in which bars grow.
  public enum Direction: Sendable, Equatable {
    /// Upwards.
    case vertical
    /// To the right.
    case horizontal
  }

  /// The names, which become bands of the axis, each at one place for all bars of a panel; nil for bars at `positions`.
  public let categories: [String]?
  /// Where the bars stand, one apart or more.
  public internal(set) var positions: [Double] {
    get { places.values }
    set { places = Numbers(newValue) }
  }
  private var places: Numbers
  /// The bars, one series a colour.
  public internal(set) var series: [Series]
  /// How the bars of one name stand.
  public var arrangement: Arrangement
  /// The direction in which bars grow.
  public var direction: Direction
  /// The width of all bars of a name together, 0 to 1 of the distance between names.
  public var width: Double

  /// One bar a name.
  public init(
    _ categories: [String], _ values: [Double], direction: Direction = .vertical, width: Double = 0.8,
    color: Color? = nil, label: String? = nil
  ) {
    self.init(categories, series: [Series(values, color: color, label: label)], direction: direction, width: width)
  }

  /// A bar of each series a name.
  public init(
    _ categories: [String], series: [Series], arrangement: Arrangement = .grouped, direction: Direction = .vertical,
    width: Double = 0.8
  ) {
    self.categories = categories
    self.places = Numbers(categories.indices.map(Double.init))
    self.series = series
    self.arrangement = arrangement
    self.direction = direction
    self.width = width
  }

  /// A bar at each of `positions`, which are one apart, such as the counts of a histogram.
  public init(
    positions: [Double], _ values: [Double], direction: Direction = .vertical, width: Double = 0.8,
    color: Color? = nil, label: String? = nil
  ) {
    self.categories = nil
    self.places = Numbers(positions)
    self.series = [Series(values, color: color, label: label)]
    self.arrangement = .grouped
    self.direction = direction
    self.width = width
  }

  /// The axis along which names stand.
  var categoryAxis: AxisDirection { direction == .vertical ? .x : .y }
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Bars: CategoryMark {
  /// A bar in the data's numbers.
  private struct Bar {
    var series: Int
    var start: Double
    var end: Double
    var foot: Double
    var head: Double
  }

  public var kind: String { "bars" }
  public var parts: [MarkPart] { series.map { MarkPart(label: $0.label, color: $0.color) } }
  public var growsDownwards: Bool { direction == .horizontal && categories != nil }

  public func check(_ check: ValueCheck) throws(PlottingError) {
    guard width > 0, width <= 1 else { throw check.failure("width is \(width), not above 0 and at most 1") }
    for series in series {
      try check.sameCount(categories == nil ? "positions" : "names", positions.count, "values", series.values.count)
    }
  }

  public var summary: String {
    series.map { series in
      let names = categories ?? positions.map(NumberSummary.text)
      let words = zip(names, series.values).prefix(12).map { "\($0) \(NumberSummary.text($1))" }
      let rest = series.values.count - words.count
      return (series.label.map { "\($0): " } ?? "") + words.joined(separator: ", ")
        + (rest > 0 ? " and \(rest) more" : "")
    }.joined(separator: "; ")
  }

  private var bars: [Bar] {
    var bars: [Bar] = []
    let share = width / Double(arrangement == .grouped ? max(series.count, 1) : 1)
    for (index, position) in positions.enumerated() {
      var above = 0.0
      var below = 0.0
      for (number, series) in series.enumerated() where series.values.indices.contains(index) {
        let value = series.values[index]
        guard abs(value) <= AxisRange.largestValue, abs(position) <= AxisRange.largestValue else { continue }
        let start = position - width / 2 + (arrangement == .grouped ? share * Double(number) : 0)
        let foot = arrangement == .grouped ? 0 : value < 0 ? below : above
        bars.append(Bar(series: number, start: start, end: start + share, foot: foot, head: foot + value))
        if value < 0 { below += value } else { above += value }
      }
    }
    return bars
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    let bars = bars
    if direction == categoryAxis {
      return DataExtent(range: AxisRange(of: bars.flatMap { [$0.start, $0.end] }))
    }
    if case .log = scale { return DataExtent(range: scale.extent(of: bars.map(\.head))) }
    return DataExtent(range: AxisRange(of: bars.flatMap { [$0.foot, $0.head] }), sticky: [0])
  }

  public func obstacles(in area: MarkArea) -> Obstacles {
    Obstacles(boxes: boxes(in: area).map { box, _ in area.upwards(box) })
  }

  public func draw(in area: MarkArea, on canvas: MarkCanvas) {
    area.clip(on: canvas.page)
    for (box, series) in boxes(in: area) {
      guard area.colors.indices.contains(series) else { continue }
      canvas.page.fill(
        left: Snapping.pixel(box.minX), top: Snapping.pixel(box.minY), right: Snapping.pixel(box.maxX),
        bottom: Snapping.pixel(box.maxY), color: area.colors[series])
    }
    canvas.page.unclip()
  }

  public func drawSample(of part: Int, in place: SamplePlace, area: MarkArea, on canvas: MarkCanvas) {
    guard area.colors.indices.contains(part) else { return }
    canvas.page.fill([Snapping.snap(place.corners, strokeWidth: 0)], color: area.colors[part])
  }

  /// The bars within the frame, from the page's top left corner, with their series.
  private func boxes(in area: MarkArea) -> [(Rect, Int)] {
    bars.compactMap { bar in
      area.bar(
        from: bar.start, to: bar.end, foot: bar.foot, head: bar.head, isUpright: direction == .vertical
      ).map { ($0, bar.series) }
    }
  }
}
