/// Hexagons whose colours tell how many points lie in each. A point of which a number is not finite is not counted.
public struct HexBins: Sendable, Equatable {
  /// The horizontal positions of the points.
  public var x: [Double] { xNumbers.values }
  /// The vertical positions, as many as `x` has.
  public var y: [Double] { yNumbers.values }
  private let xNumbers: Numbers
  private let yNumbers: Numbers
  /// The number of hexagons across, 1 to 2000.
  public let columns: Int
  /// The number of hexagons upwards, 1 to 2000.
  public let rows: Int
  /// The number of points from which a hexagon is drawn; 0 for all of them.
  public var leastCount: Int
  /// How counts become colours, which a ``ColorBar`` shows.
  public var colors: ColorScale
  private let binning: HexagonalBinning

  /// Counts the points at `x` and `y` in `columns` hexagons across and `rows` upwards; without `rows` in as many as matplotlib
  /// takes, so that they look regular in a square panel.
  public init(
    x: [Double], y: [Double], columns: Int = 30, rows: Int? = nil, leastCount: Int = 0,
    colors: ColorScale = ColorScale()
  ) {
    xNumbers = Numbers(x)
    yNumbers = Numbers(y)
    self.columns = columns
    self.rows = rows ?? (columns > 0 ? max(1, Int(Double(columns) / 3.0.squareRoot())) : columns)
    self.leastCount = leastCount
    self.colors = colors
    let sides = 1...HexagonalBinning.most
    binning =
      sides.contains(columns) && sides.contains(self.rows)
      ? HexagonalBinning(x: x, y: y, columns: columns, rows: self.rows)
      : HexagonalBinning(x: [], y: [], columns: 1, rows: 1)
  }
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension HexBins: ColorMapped {
  public var kind: String { "hexagonal bins" }
  public var parts: [MarkPart] { [] }
  public var isBackground: Bool { true }
  public var summary: String {
    let counted = binning.counts.reduce(0, +)
    return "\(counted) points in \(columns) x \(rows) hexagons, at most \(binning.counts.max() ?? 0) in one"
  }

  var mappedColors: ColorScale? { colors }
  var coloredValues: [Double] { binning.counts.filter { $0 >= leastCount }.map(Double.init) }
  mutating func setColors(_ colors: ColorScale) { self.colors = colors }

  public func check(_ check: ValueCheck) throws(PlottingError) {
    try check.sameCount("x", x.count, "y", y.count)
    for (name, count) in [("columns", columns), ("rows", rows)] where !(1...HexagonalBinning.most).contains(count) {
      throw check.failure("\(name) is \(count), not within 1...\(HexagonalBinning.most)")
    }
    try colors.check(check.inside("colors"))
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    let shown = zip(binning.centers, binning.counts).filter { $1 >= leastCount }.map(\.0)
    return DataExtent(
      range: scale.extent(
        of: shown.flatMap { center in
          binning.corners.map { direction == .x ? center.x + $0.x : center.y + $0.y }
        }))
  }

  public func draw(in area: MarkArea, on canvas: MarkCanvas) {
    let shades = valueColors
    var shapes: [Int: [[Point]]] = [:]
    for (center, count) in zip(binning.centers, binning.counts) where count >= leastCount {
      guard let step = shades.step(of: Double(count)) else { continue }
      let corners = binning.corners.map { area.position(center.x + $0.x, center.y + $0.y) }
      guard corners.allSatisfy(\.isFinite) else { continue }
      shapes[step, default: []].append(Clipping.polygon(corners, around: area.frameOnPage))
    }
    area.clip(on: canvas.page)
    for (step, shapes) in shapes.sorted(by: { $0.key < $1.key }) {
      let color = shades.colorMap.colors[step]
      canvas.page.fill(shapes, color: color)
      // A fine edge of the same colour, so that no seams show between hexagons.
      canvas.page.stroke(shapes.map { $0 + $0.prefix(1) }, Stroke(color: color, width: area.pixels(0.4)))
    }
    canvas.page.unclip()
  }
}
