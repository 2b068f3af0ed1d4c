/// The densities of groups of numbers, each drawn to both sides of its place: the wider, the more numbers lie there. Lines mark the
/// smallest, the largest and, between two more, the median. What is not finite is left out.
public struct Violin: Sendable, Equatable {
  /// The names, which become bands of the axis, each at one place for all marks of a panel; nil for violins at `positions`.
  public let categories: [String]?
  /// Where the violins stand.
  public internal(set) var positions: [Double] {
    get { places.values }
    set { places = Numbers(newValue) }
  }
  private var places: Numbers
  /// The numbers of each violin.
  public var groups: [[Double]] { groupNumbers.map(\.values) }
  private let groupNumbers: [Numbers]
  private let outlines: [Outline?]
  /// Whether the medians are marked.
  public var showsMedians: Bool
  /// The direction in which violins stand.
  public var direction: Bars.Direction
  /// The greatest width of each violin, above 0 to 1.
  public var width: Double
  /// The colour; nil for the next of the theme's palette.
  public var color: Color?
  /// The name in the legend; nil to leave it out.
  public var label: String?

  /// One violin a name. Drawing throws if there are more or fewer groups than names.
  public init(
    _ categories: [String], _ groups: [[Double]], showsMedians: Bool = true, direction: Bars.Direction = .vertical,
    width: Double = 0.5, color: Color? = nil, label: String? = nil
  ) {
    self.init(
      categories: categories, positions: categories.indices.map(Double.init), groups, showsMedians, direction, width,
      color, label)
  }

  /// One violin at each of `positions`. Drawing throws if there are more or fewer groups than positions.
  public init(
    positions: [Double], _ groups: [[Double]], showsMedians: Bool = true, direction: Bars.Direction = .vertical,
    width: Double = 0.5, color: Color? = nil, label: String? = nil
  ) {
    self.init(
      categories: nil, positions: positions, groups, showsMedians, direction, width, color, label)
  }

  private init(
    categories: [String]?, positions: [Double], _ groups: [[Double]], _ showsMedians: Bool,
    _ direction: Bars.Direction, _ width: Double, _ color: Color?, _ label: String?
  ) {
    self.categories = categories
    places = Numbers(positions)
    groupNumbers = groups.map(Numbers.init)
    outlines = groups.map(Outline.init)
    self.showsMedians = showsMedians
    self.direction = direction
    self.width = width
    self.color = color
    self.label = label
  }

  /// The axis along which violins stand.
  var categoryAxis: AxisDirection { direction == .vertical ? .x : .y }

  /// The shape of a group: how wide, 0 to 1, it is at each of a hundred numbers from the smallest to the largest.
  struct Outline: Sendable, Equatable {
    var places: [Double]
    var widths: [Double]
    var median: Double

    /// nil if there are no numbers. Numbers that are all the same are a line.
    init?(_ values: [Double]) {
      let data = Quantiles(values)
      guard let least = data.sorted.first, let most = data.sorted.last else { return nil }
      median = data.quantile(0.5)
      guard let density = KernelDensity(data.sorted) else {
        (places, widths) = ([least], [1])
        return
      }
      let step = (most - least) / 99
      places = (0..<100).map { $0 == 99 ? most : least + Double($0) * step }
      let densities = places.map(density.density)
      let highest = densities.max() ?? 1
      widths = densities.map { $0 / highest }
    }
  }
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Violin: CategoryMark {
  public var kind: String { "violin" }
  public var parts: [MarkPart] { [MarkPart(label: label, color: color)] }
  public var growsDownwards: Bool { direction == .horizontal && categories != nil }

  public var summary: String {
    let names = categories ?? positions.map(NumberSummary.text)
    let words = zip(names, outlines).prefix(12).map { name, outline in
      guard let outline, let least = outline.places.first, let most = outline.places.last else {
        return "\(name) nothing"
      }
      let range = [least, most].map(NumberSummary.text).joined(separator: " to ")
      return "\(name) \(NumberSummary.text(outline.median)) (\(range))"
    }
    let rest = outlines.count - words.count
    return words.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  public func check(_ check: ValueCheck) throws(PlottingError) {
    guard width > 0, width <= 1 else { throw check.failure("width is \(width), not above 0 and at most 1") }
    try check.sameCount(categories == nil ? "positions" : "names", positions.count, "groups", outlines.count)
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    if direction == categoryAxis {
      return DataExtent(range: scale.extent(of: positions.flatMap { [$0 - width / 2, $0 + width / 2] }))
    }
    return DataExtent(range: scale.extent(of: outlines.compactMap { $0 }.flatMap(\.places)))
  }

  public func obstacles(in area: MarkArea) -> Obstacles {
    Obstacles(lines: shapes(in: area).map { $0.body.map { Point(x: $0.x, y: area.down($0.y)) } })
  }

  public func draw(in area: MarkArea, on canvas: MarkCanvas) {
    let shapes = shapes(in: area)
    let stroke = Stroke(color: area.color, width: area.pixels(area.theme.marks.lineWidth), cap: .butt)
    area.clip(on: canvas.page)
    canvas.page.fill(shapes.map { Clipping.polygon($0.body, around: area.frameOnPage) }, color: fill(in: area))
    let lines = shapes.flatMap(\.lines).map { Snapping.snap($0, strokeWidth: stroke.width) }
    canvas.page.stroke(Clipping.lines(lines, around: area.frameOnPage), stroke)
    canvas.page.unclip()
  }

  public func drawSample(of part: Int, in place: SamplePlace, area: MarkArea, on canvas: MarkCanvas) {
    canvas.page.fill([Snapping.snap(place.corners, strokeWidth: 0)], color: fill(in: area))
  }

  private func fill(in area: MarkArea) -> Color {
    area.color.opacity(area.color.alpha * area.theme.marks.violinOpacity)
  }

  private func shapes(in area: MarkArea) -> [(body: [Point], lines: [[Point]])] {
    zip(positions, outlines).compactMap { position, outline in
      guard let outline else { return nil }
      func point(_ along: Double, _ value: Double) -> Point {
        direction == .vertical ? area.position(along, value) : area.position(value, along)
      }
      func isOnPage(_ point: Point) -> Bool { point.x.isFinite && point.y.isFinite }
      let sides = [-1.0, 1].map { side in
        zip(outline.places, outline.widths).map { point(position + side * $1 * width / 2, $0) }.filter(isOnPage)
      }
      guard let least = outline.places.first, let most = outline.places.last else { return nil }
      func level(_ value: Double) -> [Point] {
        [point(position - width / 4, value), point(position + width / 4, value)]
      }
      let lines =
        [[point(position, least), point(position, most)], level(least), level(most)]
        + (showsMedians ? [level(outline.median)] : [])
      return (sides[0] + sides[1].reversed(), lines.filter { $0.allSatisfy(isOnPage) })
    }
  }
}
