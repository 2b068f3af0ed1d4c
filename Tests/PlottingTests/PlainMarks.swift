import Testing

@testable import Plotting

/// A line drawn as it is, whatever the number of its points.
struct PlainLine: DrawableMark {
  var x: [Double]
  var y: [Double]
  var width: Double
  var dash = Line.Dash.solid
  let kind = "plain line"
  let summary = ""

  func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    NumberSummary.extent(direction, x: x, y: y, on: scale)
  }

  func draw(in area: MarkArea, on canvas: MarkCanvas) {
    let paths = area.paths(x, y)
    let width = area.pixels(width)
    area.clip(on: canvas.page)
    canvas.page.stroke(
      paths.filter { $0.count > 1 },
      Stroke(
        color: .black, width: width, cap: dash == .solid ? .projecting : .butt, dashes: dash.pattern.map { $0 * width })
    )
    canvas.page.fillCircles(
      at: paths.filter { $0.count == 1 }.flatMap { $0 }, diameter: Line.dotDiameter * width, color: .black)
    canvas.page.unclip()
  }
}

/// A band filled as it is.
struct PlainBand: DrawableMark {
  var x: [Double]
  var lower: [Double]
  var upper: [Double]
  let kind = "plain band"
  let summary = ""

  func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
    DataExtent(of: direction == .x ? x : lower + upper, on: scale)
  }

  func draw(in area: MarkArea, on canvas: MarkCanvas) {
    canvas.fill([area.paths(x, lower).joined() + area.paths(x, upper).joined().reversed()], color: .black)
  }
}

extension DrawableMark {
  /// The bytes of a small picture of the mark alone, its lines drawn by Cairo or as what they cover.
  func pixels(strokedByCairo: Bool) throws -> [UInt8] {
    let figure = Figure(size: Size(width: 3, height: 2), panels: [Axes(marks: [Mark(self)], decoration: .none)])
    let text = try TextEngine()
    let layout = try FigureLayout(figure, dpi: 60, text: text)
    let canvas = try RasterCanvas(width: layout.width, height: layout.height, background: .white)
    canvas.strokesManyPoints = !strokedByCairo
    try layout.draw(text: text, on: canvas)
    return try canvas.withPixels { pixels in RGBImage(pixels).bytes }
  }
}

/// The differences of two pictures, byte by byte.
func differences(_ one: [UInt8], _ other: [UInt8]) -> [Int] {
  #expect(one.count == other.count)
  return zip(one, other).map { abs(Int($0) - Int($1)) }
}
