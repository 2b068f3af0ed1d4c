/// A symbol at each point; a point that has no place on an axis is left out.
public struct Dots: Sendable, Equatable {
  /// The horizontal positions.
  public var x: [Double] { xNumbers.values }
  /// The vertical positions, as many as `x` has; drawing throws where there are more or fewer.
  public var y: [Double] { yNumbers.values }
  private let xNumbers: Numbers
  private let yNumbers: Numbers
  /// The symbol.
  public var marker: Marker
  /// The symbol's width in points, 0 to 1000; nil for the theme's.
  public var size: Double?
  /// The colour; nil for the next of the theme's palette. Of symbols with ``colorBy`` it only sets the opacity.
  public var color: Color?
  /// The numbers that the symbols' colours stand for, as many as `x` has; nil for symbols of one colour. A symbol whose number has
  /// no colour is left out.
  public var colorBy: [Double]? { colorNumbers?.values }
  private let colorNumbers: Numbers?
  /// How numbers become colours, which a ``ColorBar`` shows.
  public var colors: ColorScale
  /// The numbers that the symbols' sizes stand for, as many as `x` has; nil for symbols of one size. A symbol whose number is not
  /// finite is left out.
  public var sizeBy: [Double]? { sizeNumbers?.values }
  private let sizeNumbers: Numbers?
  /// How numbers become sizes, which a ``Legend`` shows.
  public var sizes: SizeScale
  /// The name in the legend; nil to leave it out.
  public var label: String?

  /// Symbols at `x` and `y`.
  public init(
    x: [Double], y: [Double], marker: Marker = .circle, size: Double? = nil, color: Color? = nil,
    colorBy: [Double]? = nil, colors: ColorScale = ColorScale(), sizeBy: [Double]? = nil,
    sizes: SizeScale = SizeScale(),
    label: String? = nil
  ) {
    xNumbers = Numbers(x)
    yNumbers = Numbers(y)
    self.marker = marker
    self.size = size
    self.color = color
    colorNumbers = colorBy.map(Numbers.init)
    self.colors = colors
    sizeNumbers = sizeBy.map(Numbers.init)
    self.sizes = sizes
    self.label = label
  }
}

// What each is for stands at the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Dots: ColorMapped {
  public var kind: String { "dots" }
  public var parts: [MarkPart] {
    // The middle of the colours stands for all of them.
    [MarkPart(label: label, color: colorBy == nil ? color : colors.colorMap.color(at: 0.5))] + sizeParts
  }
  public var summary: String {
    let shown = zip(x, y).filter { $0.isFinite && $1.isFinite }.map(\.1)
    guard let least = shown.min(), let most = shown.max() else { return "no points" }
    return "\(shown.count) points between \(NumberSummary.text(least)) and \(NumberSummary.text(most))"
  }

  public func check(_ check: ValueCheck) throws(PlottingError) {
    try check.sameCount("x", x.count, "y", y.count)
    try check.number(size, "size", .size)
    try check.color(color, "color")
    if let colorBy {
      try check.sameCount("x", x.count, "colorBy", colorBy.count)
      try colors.check(check.inside("colors"))
    }
    if let sizeBy {
      try check.sameCount("x", x.count, "sizeBy", sizeBy.count)
      try sizes.check(check.inside("sizes"))
    }
  }

  var mappedColors: ColorScale? { colorBy == nil ? nil : colors }
  var coloredValues: [Double] { colorBy ?? [] }
  mutating func setColors(_ colors: ColorScale) { self.colors = colors }

  /// The sizes that the legend shows.
  private var sizeParts: [MarkPart] {
    guard let sizeBy else { return [] }
    let range = sizes.range(of: sizeBy)
    return sizes.samples(in: range).map { sample in
      var part = MarkPart(label: sample.label, color: .black)
      part.sampleHeight = sizes.size(of: sample.value, in: range)
      return part
    }
  }

  public func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    NumberSummary.extent(direction, x: x, y: y, on: scale)
  }

  public func obstacles(in area: MarkArea) -> Obstacles {
    Obstacles(points: area.lines(x, y).points.map { Point(x: $0.x, y: area.down($0.y)) })
  }

  public func draw(in area: MarkArea, on canvas: MarkCanvas) throws(PlottingError) {
    guard colorBy == nil, sizeBy == nil else { return try drawValues(in: area, on: canvas) }
    try marker.draw(
      at: area.lines(x, y).points, size: size ?? area.theme.marks.dotSize, color: area.color, in: area,
      on: canvas.page)
  }

  /// Draws symbols whose colour or size stands for numbers, those of one look after each other together.
  private func drawValues(in area: MarkArea, on canvas: MarkCanvas) throws(PlottingError) {
    let (x, y, colorBy, sizeBy) = (x, y, colorBy, sizeBy)
    let shades = valueColors
    let range = sizes.range(of: sizeBy ?? [])
    var run: (color: Color, size: Double, points: [Point])?
    func drawRun() throws(PlottingError) {
      guard let run else { return }
      try marker.draw(at: run.points, size: run.size, color: run.color, in: area, on: canvas.page)
    }
    for index in x.indices {
      let point = area.position(x[index], y[index])
      let opacity = color?.alpha ?? 1
      let shade = colorBy.map { shades.color(of: $0[index])?.opacity(opacity) } ?? area.color
      let size = sizeBy.map { sizes.size(of: $0[index], in: range) } ?? size ?? area.theme.marks.dotSize
      guard point.isFinite, let shade, size.isFinite else { continue }
      if let last = run, last.color == shade, last.size == size {
        run?.points.append(point)
      } else {
        try drawRun()
        run = (shade, size, [point])
      }
    }
    try drawRun()
  }

  public func drawSample(of part: Int, in place: SamplePlace, area: MarkArea, on canvas: MarkCanvas)
    throws(PlottingError)
  {
    if part > 0 {
      let heights = sizeParts.map(\.sampleHeight)
      guard heights.indices.contains(part - 1) else { return }
      try marker.drawSample(at: place.middle, size: heights[part - 1], color: area.color, in: area, on: canvas.page)
      return
    }
    // Small enough for the row, large enough to see its colour.
    let size = min(max(size ?? area.theme.marks.dotSize, 5), 8)
    try marker.drawSample(at: place.middle, size: size, color: area.color, in: area, on: canvas.page)
  }
}
