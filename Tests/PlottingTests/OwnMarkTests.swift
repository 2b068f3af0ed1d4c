import Foundation
// As another package sees it.
import Plotting
import Testing

/// Marks that the library does not know.
@Suite struct OwnMarkTests {
  /// Two level strokes and a symbol, at positions that need not be anywhere.
  private struct Pair: DrawableMark {
    var x: [Double]
    var y: [Double]
    var label: String?
    var color: Color?

    let kind = "pair"
    var parts: [MarkPart] { [MarkPart(label: label, color: color), MarkPart(label: label.map { $0 + "!" })] }
    var summary: String { "\(x.count) pairs" }

    func check(_ check: ValueCheck) throws(PlottingError) {
      try check.sameCount("x", x.count, "y", y.count)
      try check.number(y.first, "y[0]", within: -10...10)
    }

    func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent {
      DataExtent(of: direction == .x ? x : y, on: scale)
    }

    func obstacles(in area: MarkArea) -> Obstacles { Obstacles(lines: area.paths(x, y), in: area) }

    func draw(in area: MarkArea, on canvas: MarkCanvas) throws(PlottingError) {
      let points = zip(x, y).map { area.position($0, $1) }
      canvas.stroke([points], color: area.colors[0], width: 4)
      canvas.fill([points], color: area.colors[1])
      try canvas.draw(.square, at: points, size: 9, color: area.colors[1])
    }
  }

  private func figure(_ marks: [Mark]) -> Figure {
    var figure = Figure(size: Size(width: 2, height: 2), panels: [Axes(marks: marks, decoration: .none)])
    figure.theme.marks.palette = [Color(hex: 0x112233), Color(hex: 0x445566), Color(hex: 0x778899)]
    return figure
  }

  @Test func aMarkTakesThePalettesColorsInItsTurn() throws {
    let image = try figure([.line(Line(y: [0, 1])), Mark(Pair(x: [0, 1], y: [0.5, 0.5]))]).image(dpi: 100)
    for color in [0x112233, 0x445566, 0x778899] { #expect(image.count(of: color) > 20) }
    let stated = try figure([Mark(Pair(x: [0, 1], y: [0.5, 0.5], color: .red)), .line(Line(y: [0, 1]))]).image(dpi: 100)
    for color in [0xFF0000, 0x112233, 0x445566] { #expect(stated.count(of: color) > 20) }
  }

  @Test func aMarkHasItsRowsInTheLegendAndItsWords() throws {
    let axes = Axes(legend: Legend()) { Pair(x: [0, 1], y: [0, 1], label: "Own") }
    let plain = Axes { Pair(x: [0, 1], y: [0, 1]) }
    #expect(Figure(panels: [axes]).altText == "Pair “Own”: 2 pairs.")
    #expect(Figure(panels: [axes]).warnings == [])
    #expect(try Figure(panels: [axes]).svg().count > Figure(panels: [plain]).svg().count + 500)
  }

  @Test func whatCannotBeDrawnIsRefusedByName() {
    #expect {
      _ = try figure([Mark(Pair(x: [0], y: [], label: "a"))]).svg()
    } throws: {
      "\($0)" == "draw mark 1 (pair “a”) of panel 1: 1 x but 0 y"
    }
    #expect {
      _ = try figure([Mark(Pair(x: [0], y: [11]))]).svg()
    } throws: {
      "\($0)" == "draw mark 1 (pair) of panel 1: y[0] is 11.0, not within -10...10"
    }
  }

  @Test(arguments: [.nan, .infinity, -.infinity, 1e300, -1e300, 1e9, .leastNonzeroMagnitude] as [Double])
  func noPositionOrSizeStopsTheProgram(value: Double) throws {
    struct Wild: DrawableMark {
      var value: Double
      let kind = "wild"
      let summary = "anything"
      func extent(_ direction: AxisDirection, on scale: Scale) -> DataExtent { DataExtent(of: [0, value], on: scale) }
      func draw(in area: MarkArea, on canvas: MarkCanvas) throws(PlottingError) {
        let points = [Point(x: value, y: 50), Point(x: 50, y: value), Point(x: 60, y: 70), Point(x: value, y: value)]
        let color = Color(red: value, green: value, blue: 0, alpha: value)
        canvas.stroke([points, []], color: color, width: value, dash: .dashed)
        canvas.stroke([points, []], color: .red, width: 1)
        canvas.fill([points, []], color: color)
        try canvas.draw(.diamond, at: points, size: value, color: color)
      }
    }
    let figure = figure([Mark(Wild(value: value))])
    #expect(try figure.image(dpi: 50).count(of: 0xFF0000) >= 0)
    #expect(try !figure.svg().isEmpty && !figure.pdf().isEmpty)
  }

  @Test func marksAreComparedByTheirOwnKind() {
    let pair = Mark(Pair(x: [0], y: [1]))
    #expect(pair == Mark(Pair(x: [0], y: [1])) && pair != Mark(Pair(x: [0], y: [2])) && pair != .line(Line(y: [1])))
    #expect(Axes { Line(y: [1]) } == Axes(marks: [.line(Line(y: [1]))]))
  }
}
