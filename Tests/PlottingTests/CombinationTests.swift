import Testing

@testable import Plotting

/// What stands beside each other: several colour bars, a right axis, legends.
@Suite struct CombinationTests {
  private func layout(_ figure: Figure) throws -> FigureLayout {
    try FigureLayout(figure, dpi: 100, text: TextEngine())
  }

  /// Whether everything lies on the page, and boxes do not touch.
  private func expectApart(_ boxes: [Rect], on layout: FigureLayout) {
    let page = Rect(x: 0, y: 0, width: Double(layout.width), height: Double(layout.height))
    for (index, box) in boxes.enumerated() {
      #expect(page.union(box) == page, "\(index): \(box)")
      #expect(boxes[..<index].allSatisfy { !$0.overlaps(box) }, "\(index): \(box)")
    }
  }

  private let cells = Heatmap(rows: 1, columns: 2, values: [0, 5], x: .range(0...1), y: .range(0...1), label: "Loss")

  @Test func eachScaleOfColorsHasItsBar() throws {
    let dots = Dots(x: [0.2, 0.8], y: [0.5, 0.6], colorBy: [100, 9000], colors: ColorScale(.viridis, label: "Step"))
    let figure = Figure {
      Axes(colorBar: ColorBar()) {
        cells; dots; dots
      }
    }
    let drawn = try layout(figure)
    let bars = drawn.panels[0].colorBars
    #expect(bars.map { $0.axis.label?.lines[0].text } == ["Loss", "Step"])
    #expect(bars.map { $0.axis.ticks.last?.label.lines[0].text } == ["5", "9000"])
    expectApart([drawn.panels[0].frame] + bars.map { $0.bounds(forLayout: false) }, on: drawn)
    #expect(bars[0].frame.width == bars[1].frame.width && figure.warnings == [])
    // A label of the bar is the first scale's.
    var named = figure
    named.panels[0].colorBar = ColorBar(label: "Given")
    #expect(try layout(named).panels[0].colorBars.map { $0.axis.label?.lines[0].text } == ["Given", "Step"])
  }

  @Test func oneScaleHasOneBarForAllMarks() throws {
    let figure = Figure {
      Axes(colorBar: ColorBar()) {
        cells; cells
      }
    }
    #expect(try layout(figure).panels[0].colorBars.count == 1)
  }

  @Test func aColorBarStandsBesideARightAxis() throws {
    let figure = Figure {
      Axes(y2: Axis(label: "Rate"), colorBar: ColorBar()) {
        cells
        OnRightAxis { Line(x: [0, 1], y: [1000, 2000]) }
      }
    }
    let drawn = try layout(figure)
    let panel = drawn.panels[0]
    let right = try #require(panel.axisLayouts.first { $0.edge == .right }?.bounds(forLayout: false))
    expectApart([panel.frame, right] + panel.colorBars.map { $0.bounds(forLayout: false) }, on: drawn)
  }

  @Test func aColorBarStandsBesideNamesOfLines() throws {
    let figure = Figure {
      Axes(legend: Legend(placement: .lineEnds), colorBar: ColorBar()) {
        cells; Line(x: [0, 1], y: [0, 1], label: "a name")
      }
    }
    let drawn = try layout(figure)
    let panel = drawn.panels[0]
    expectApart(panel.lineNames.map(\.bounds) + panel.colorBars.map { $0.bounds(forLayout: false) }, on: drawn)
  }

  @Test func aLegendOfAllPanelsHasEachNameOnce() throws {
    func panel(_ name: String) -> Axes {
      Axes(title: Label(name), x: "Epoch") {
        Line(y: [1, 2], label: "Train"); Line(y: [2, 1], label: "Validation")
      }
    }
    for placement in [Legend.Placement.box, .outside(.right), .outside(.below)] {
      let figure = Figure(columns: 2, legend: Legend(placement: placement)) {
        panel("Loss"); panel("Accuracy")
      }
      let drawn = try layout(figure)
      let legend = try #require(drawn.legend?.legend)
      #expect(legend.entries.map { $0.name.lines[0].text } == ["Train", "Validation"])
      #expect(drawn.panels.allSatisfy { $0.legend == nil } && figure.warnings == [])
      expectApart(drawn.panels.map { $0.bounds(forLayout: false, tickLength: 5) } + [legend.frame], on: drawn)
      let boxes = drawn.panels.map(\.frame)
      #expect(placement == .outside(.below) ? legend.frame.maxY < boxes[0].minY : legend.frame.minX > boxes[1].maxX)
    }
  }

  @Test func aLegendOfAllPanelsKeepsThatOfOne() throws {
    let figure = Figure(columns: 2, legend: .automatic) {
      Axes(legend: Legend()) { Line(y: [1, 2], color: .red, label: "Train") }
      Axes { Line(y: [1, 2], color: .blue, label: "Train") }
    }
    let drawn = try layout(figure)
    #expect(drawn.panels.map { $0.legend != nil } == [true, false])
    // Two colours of one name are two rows.
    #expect(drawn.legend?.legend?.entries.count == 2)
  }

  @Test func aLegendOfAllPanelsIsOutsideAndNotEmpty() throws {
    var figure = Figure(legend: Legend(placement: .inside(.top))) { Line(y: [1, 2]) }
    let error = #expect(throws: PlottingError.self) { try layout(figure) }
    #expect(
      error?.description
        == "lay out figure: legend.placement is not outside, where a legend of all panels stands")
    figure.legend = Legend()
    #expect(figure.warnings == ["the legend of all panels shows nothing, since no mark has a label"])
    #expect(try layout(figure).legend == nil)
    figure.legend = Legend(columns: 0)
    #expect(throws: PlottingError.self) { try layout(figure) }
  }

  @Test func facetsHaveOneLegend() throws {
    let figure = Figure.facets([1, 2, 3, 4], by: { $0 % 2 }) { Dots(x: $0, y: $0, label: "Number") }
    let drawn = try layout(figure)
    #expect(drawn.legend?.legend?.entries.count == 1 && drawn.panels.allSatisfy { $0.legend == nil })
  }

  @Test func marksWithLabelsHaveALegend() throws {
    let line = Line(y: [1, 2], label: "Train")
    #expect(try layout(Figure { line }).panels[0].legend?.entries.count == 1)
    #expect(try layout(Figure { Axes(title: "a") { line } }).panels[0].legend != nil)
    #expect(try layout(Figure { Axes(legend: nil) { line } }).panels[0].legend == nil)
    #expect(try layout(Figure { Line(y: [1, 2]) }).panels[0].legend == nil)
    // The large panel tells the names of a small one.
    let inset = Inset(Axes { line }, x: 0.5, y: 0.1, width: 0.4, height: 0.4)
    let panel = try layout(Figure { Axes(insets: [inset]) { line } }).panels[0]
    #expect(panel.legend != nil && panel.insets[0].legend == nil)
  }

  @Test func oneEndOfAScaleOfColorsCanBeStated() {
    let values = [2.0, 4, 8]
    func range(_ colors: ColorScale) -> [Double] { [colors.range(of: values).lower, colors.range(of: values).upper] }
    #expect(range(ColorScale(from: 0, to: nil)) == [0, 8] && range(ColorScale(from: nil, to: 10)) == [2, 10])
    #expect(range(ColorScale(from: 3, to: 5)) == [3, 5] && range(ColorScale(limits: 3...5)) == [3, 5])
    // Beyond all data every number has the same colour.
    #expect(range(ColorScale(from: 9, to: nil)) == [9, 9] && range(ColorScale(from: nil, to: 1)) == [1, 1])
    let (low, high) = (7.0, 3.0)
    let heatmap = Heatmap(rows: 1, columns: 3, values: values, colors: ColorScale(from: low, to: high))
    let error = #expect(throws: PlottingError.self) { try Figure { heatmap }.image(dpi: 50) }
    #expect(error?.reason == "colors.from is 7.0, above to, which is 3.0")
  }
}
