import Testing

@testable import Plotting

/// What shows nothing is told.
@Suite struct WarningTests {
  private func warnings(_ axes: Axes) -> [String] { Figure(panels: [axes]).warnings }

  @Test func aFigureThatShowsAllHasNone() {
    #expect(linesFigure(epochs: 3).warnings == [])
    #expect(heatmapFigure(classes: 3).warnings == [])
    #expect(imagesFigure(count: 2).warnings == [])
  }

  @Test func labelsWithoutALegendAreTold() {
    #expect(
      warnings(
        Axes(legend: nil) {
          Line(y: [1]); Dots(x: [1], y: [1], label: "D")
        })
        == ["panel 1: mark 2 (dots “D”) has a label, and the panel has no legend to show it"])
    #expect(warnings(Axes { Line(y: [1]) }) == [])
    #expect(warnings(Axes { Line(y: [1], label: "L") }) == [])
    #expect(
      warnings(Axes(legend: Legend()) { Line(y: [1]) })
        == ["panel 1: the legend shows nothing, since no mark has a label"])
    #expect(
      warnings(Axes(legend: Legend(fontSize: 0)) { Line(y: [1], label: "L") })
        == ["panel 1: the legend shows nothing, since its text has no size"])
    #expect(
      warnings(Axes(legend: Legend()) { Line(y: [1], label: " ") }) == ["panel 1: the label of mark 1 (line) is empty"])
  }

  @Test func namesWithoutALineEndAreTold() {
    let axes = Axes(legend: Legend(placement: .lineEnds)) {
      Line(y: [1, 2], label: "A")
      Dots(x: [1], y: [1], label: "D")
      Bars(["a"], [1], label: "B")
      Line(y: [.nan], label: "N")
    }
    #expect(
      warnings(axes) == [
        "panel 1: mark 2 (dots “D”) has no place for its label: only lines have ends",
        "panel 1: mark 3 (bars “B”) has no place for its label: only lines have ends",
        "panel 1: mark 4 (line “N”) has no end to put its label beside",
      ])
  }

  @Test func colorBarsWithoutNumbersAreTold() {
    #expect(
      warnings(Axes(colorBar: ColorBar()) { Line(y: [1]) })
        == ["panel 1: the colour bar shows nothing, since no mark has colours that stand for numbers"])
    let empty = Heatmap(rows: 1, columns: 1, values: [.nan])
    #expect(
      warnings(Axes(colorBar: ColorBar()) { empty })
        == ["panel 1: the colour bar stands for no numbers, since none has a colour"])
    #expect(
      warnings(
        Axes(colorBar: ColorBar()) {
          Heatmap(rows: 1, columns: 1, values: [1]); empty
        })
        == [])
  }

  @Test func marksThatLookAlikeAreTold() {
    var figure = Figure(panels: [Axes { for _ in 0..<29 { Line(y: [1, 2]) } }])
    #expect(figure.warnings == ["panel 1: mark 29 (line) looks like another mark, since the palette has 7 colours"])
    figure.panels[0].marks.removeLast()
    #expect(figure.warnings == [])
  }

  @Test func whatLiesOutsideIsTold() {
    #expect(
      warnings(
        Axes(x: Axis(limits: 0...1)) {
          Line(y: [1, 2]); Text("T", x: 5, y: 1)
        })
        == ["panel 1: mark 2 (text) is not written, since its point is outside of the panel"])
    #expect(
      warnings(Axes(y: Axis(limits: 5...6)) { Line(y: [1, 2]) }) == [
        "panel 1: no data lies within the limits of the y axis"
      ])
    #expect(
      warnings(Axes(x: Axis(limits: 0...1)) { Bars(["a", "b"], [1, 2]) })
        == ["panel 1: the limits of the x axis have no effect, since it shows names"])
    #expect(
      warnings(Axes(x: Axis(label: "x"), decoration: .none) { Line(y: [1]) })
        == ["panel 1: the x axis is not drawn, nor is its label"])
  }
}
