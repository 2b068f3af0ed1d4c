/// The area between a line and a base, or several such areas upon each other. If a number has no place on its axis there is a gap.
public struct Area: Sendable, Equatable {
  /// An area of one colour.
  public struct Series: Sendable, Equatable {
    /// The heights, one for each horizontal position; drawing throws if there are more or fewer.
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

  /// The horizontal positions.
  public var x: [Double] { xNumbers.values }
  private let xNumbers: Numbers
  /// The areas, from the lowest up.
  public internal(set) var series: [Series]
  /// Where the lowest area begins.
  public var base: Double
  /// The opacity, 0 to 1.
  public var opacity: Double

  /// The area from `base` to `y` along `x`.
  public init(
    x: [Double], y: [Double], base: Double = 0, color: Color? = nil, opacity: Double = 1, label: String? = nil
  ) {
    self.init(x: x, series: [Series(y, color: color, label: label)], base: base, opacity: opacity)
  }

  /// Areas upon each other: each series is as high as its numbers.
  public init(x: [Double], series: [Series], base: Double = 0, opacity: Double = 1) {
    xNumbers = Numbers(x)
    self.series = series
    self.base = base
    self.opacity = opacity
  }
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Area: DrawableMark {
  public var kind: String { "area" }
  public var parts: [MarkPart] { series.map { MarkPart(label: $0.label, color: $0.color) } }
  public var summary: String {
    series.map { series in
      (series.label.map { "\($0): " } ?? "") + NumberSummary.ends(series.values)
    }.joined(separator: "; ")
  }

  public func check(_ check: ValueCheck) throws(PlottingError) {
    for series in series { try check.sameCount("x", x.count, "values", series.values.count) }
    try check.number(base, "base", .finite)
    try check.number(opacity, "opacity", .share)
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    bands.reduce(DataExtent()) { $0.union($1.extent(direction, on: scale)) }
      .union(DataExtent(sticky: direction == .y ? [base] : []))
  }

  public func obstacles(in area: MarkArea) -> Obstacles {
    Obstacles(lines: bands.flatMap { $0.obstacles(in: area).lines })
  }

  public func draw(in area: MarkArea, on canvas: MarkCanvas) {
    for (band, color) in zip(bands, area.colors) {
      var area = area
      area.colors = [color]
      band.draw(in: area, on: canvas)
    }
  }

  public func drawSample(of part: Int, in place: SamplePlace, area: MarkArea, on canvas: MarkCanvas) {
    guard area.colors.indices.contains(part) else { return }
    var area = area
    area.colors = [area.colors[part]]
    Band(x: [], lower: [], upper: [], opacity: opacity).drawSample(of: 0, in: place, area: area, on: canvas)
  }

  /// Each area as what lies between two lines.
  private var bands: [Band] {
    var lower = Array(repeating: base, count: x.count)
    return series.enumerated().map { index, series in
      // The first one goes up to its numbers, the others are added to what is below.
      let upper = index == 0 ? series.values : zip(lower, series.values).map { $0 + $1 }
      defer { lower = upper }
      return Band(x: x, lower: lower, upper: upper, opacity: opacity)
    }
  }
}
