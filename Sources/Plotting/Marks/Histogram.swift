/// Bars over ranges of numbers, as high as there are numbers in each. What is not finite is not counted.
public struct Histogram: Sendable, Equatable {
  /// The ranges in which numbers are counted.
  public enum Bins: Sendable, Equatable {
    /// As many of one width as NumPy's `histogram_bin_edges` chooses with `'auto'`.
    case automatic
    /// A number of bins, 1 to 100,000, of one width, over a range or, with nil, over all numbers.
    case count(Int, in: ClosedRange<Double>? = nil)
    /// From each of these numbers, which grow, to the next. Numbers beyond the first and the last are not counted.
    case edges([Double])
  }

  /// The numbers that are counted.
  public var values: [Double] { numbers.values }
  private let numbers: Numbers
  /// The ranges in which they are counted.
  public let bins: Bins
  /// Whether heights are shares of all counted numbers per unit of the axis, so that the whole area is 1.
  public let isDensity: Bool
  /// The edges of the bins, one more than there are bins.
  public var edges: [Double] { binning.edges }
  /// The height of each bin: the number of values in it, or their density.
  public let heights: [Double]
  private let binning: Binning
  /// The direction in which bars grow.
  public var direction: Bars.Direction
  /// The colour; nil for the next of the theme's palette.
  public var color: Color?
  /// The opacity, 0 to 1, for histograms that cover each other.
  public var opacity: Double
  /// The name in the legend; nil to leave it out.
  public var label: String?

  /// Counts `values`. Drawing throws if there is no such bin.
  public init(
    _ values: [Double], bins: Bins = .automatic, isDensity: Bool = false, direction: Bars.Direction = .vertical,
    color: Color? = nil, opacity: Double = 1, label: String? = nil
  ) {
    numbers = Numbers(values)
    self.bins = bins
    self.isDensity = isDensity
    binning = Binning(values, edges: Self.problem(of: bins) == nil ? Self.edges(values, bins) : [])
    heights = isDensity ? binning.densities : binning.counts.map(Double.init)
    self.direction = direction
    self.color = color
    self.opacity = opacity
    self.label = label
  }

  private static func edges(_ values: [Double], _ bins: Bins) -> [Double] {
    switch bins {
    case .edges(let edges): return edges
    case .count(let count, let range):
      return Binning.edges(
        values, count: count, range: range.map { AxisRange(lower: $0.lowerBound, upper: $0.upperBound) })
    case .automatic:
      let edges = Binning.edges(values, count: nil, range: nil)
      // Of numbers that differ in their last digits no bins can be made but one.
      return Binning.grow(edges) ? edges : Binning.edges(values, count: 1, range: nil)
    }
  }

  /// Why the bins cannot be used; nil if they can.
  private static func problem(of bins: Bins) -> String? {
    switch bins {
    case .automatic: return nil
    case .edges(let edges): return Binning.grow(edges) ? nil : "bins.edges are not two or more numbers that grow"
    case .count(let count, let range):
      guard (1...Binning.most).contains(count) else { return "bins.count is \(count), not within 1...\(Binning.most)" }
      guard let range else { return nil }
      let largest = AxisRange.largestValue
      return abs(range.lowerBound) <= largest && abs(range.upperBound) <= largest
        ? nil : "bins.count is in \(range.lowerBound)...\(range.upperBound), which is not finite"
    }
  }
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Histogram: DrawableMark {
  public var kind: String { "histogram" }
  public var parts: [MarkPart] { [MarkPart(label: label, color: color)] }
  public var summary: String {
    guard let first = edges.first, let last = edges.last, let highest = heights.max() else { return "no bins" }
    let counted = binning.counts.reduce(0, +)
    let bins = heights.count == 1 ? "1 bin" : "\(heights.count) bins"
    return "\(counted) values in \(bins) from \(NumberSummary.text(first)) to \(NumberSummary.text(last)), the highest "
      + NumberSummary.text(highest)
  }

  public func check(_ check: ValueCheck) throws(PlottingError) {
    if let problem = Self.problem(of: bins) { throw check.failure(problem) }
    guard Binning.grow(edges) else {
      throw check.failure("bins.count is \(edges.count - 1), more than there are numbers between the ends of the data")
    }
    try check.number(opacity, "opacity", .share)
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    let isAlong = (direction == .x) == (self.direction == .vertical)
    if isAlong { return DataExtent(range: scale.extent(of: edges)) }
    if case .log = scale { return DataExtent(range: scale.extent(of: heights)) }
    return DataExtent(range: AxisRange(of: heights + [0]), sticky: [0])
  }

  public func obstacles(in area: MarkArea) -> Obstacles {
    Obstacles(boxes: boxes(in: area).map(area.upwards))
  }

  public func draw(in area: MarkArea, on canvas: MarkCanvas) {
    let fill = area.color.opacity(area.color.alpha * opacity)
    area.clip(on: canvas.page)
    // One shape, so that viewers of documents show no seams between bars.
    let bars: [[Point]] = boxes(in: area).compactMap { box in
      let (left, right) = (Snapping.round(box.minX), Snapping.round(box.maxX))
      let (top, bottom) = (Snapping.round(box.minY), Snapping.round(box.maxY))
      guard left < right, top < bottom else { return nil }
      return [(left, top), (right, top), (right, bottom), (left, bottom)].map { Point(x: $0.0, y: $0.1) }
    }
    canvas.page.fill(bars, color: fill)
    canvas.page.unclip()
  }

  public func drawSample(of part: Int, in place: SamplePlace, area: MarkArea, on canvas: MarkCanvas) {
    let fill = area.color.opacity(area.color.alpha * opacity)
    canvas.page.fill([Snapping.snap(place.corners, strokeWidth: 0)], color: fill)
  }

  /// The bars within the frame, from the page's top left corner, with the theme's gaps between them.
  private func boxes(in area: MarkArea) -> [Rect] {
    let isUpright = direction == .vertical
    let boxes = zip(heights, zip(edges, edges.dropFirst())).compactMap { height, edge in
      height > 0 ? area.bar(from: edge.0, to: edge.1, foot: 0, head: height, isUpright: isUpright) : nil
    }
    // A tenth of a bar at most, as between the cells of a heatmap.
    let narrowest = boxes.map { isUpright ? $0.width : $0.height }.min() ?? 0
    let gap = min(area.pixels(area.theme.marks.cellGap).rounded(), (narrowest / 10).rounded(.down))
    return boxes.map { box in
      var box = box
      if isUpright { box.maxX -= gap } else { box.maxY -= gap }
      return box
    }
  }
}
