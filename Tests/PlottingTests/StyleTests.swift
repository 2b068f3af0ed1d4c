import Testing

@testable import Plotting

@Suite struct StyleTests {
  @Test(arguments: [Theme.clean, .cleanDark], ColorVision.allCases)
  func colorsDifferToEveryKindOfColorVision(theme: Theme, vision: ColorVision) {
    let colors = theme.marks.palette.map { Lab(vision.seen($0)) }
    #expect(colors.count == 8)
    for (index, color) in colors.enumerated() {
      for other in colors[..<index] { #expect(color.distance(to: other) > 15, "\(vision) \(color) \(other)") }
    }
  }

  @Test(arguments: [Theme.clean, .cleanDark])
  func wordsAreReadInEveryColor(theme: Theme) {
    for color in theme.marks.palette { #expect(color.contrast(to: theme.background) >= 4.5, "\(color)") }
  }

  @Test func namesAreMovedApartAsLittleAsCanBe() {
    func movedApart(_ wanted: [Double], by distance: Double) -> [Double] {
      LayoutContext.movedApart(wanted, heights: wanted.map { _ in distance }, within: 0...100)
    }
    #expect(movedApart([], by: 10) == [])
    #expect(movedApart([20, 50], by: 10) == [20, 50])
    // Both by 4, so that they stay around their middle, 52.
    #expect(movedApart([51, 53], by: 10) == [47, 57])
    // The first two push each other apart, and with them the third.
    #expect(movedApart([50, 50, 53], by: 10) == [41, 51, 61])
    // At the upper edge they go down, and where there is no room they start at the lower one.
    #expect(movedApart([99, 100], by: 10) == [90, 100])
    #expect(movedApart([5, 5, 5], by: 60) == [0, 60, 120])
    // Middles of 10 and 20 high are 15 apart.
    #expect(LayoutContext.movedApart([50, 51, 90], heights: [10, 20, 10], within: 0...100) == [43, 58, 90])
  }

  @Test func titlesStandAtTheLeftEdge() throws {
    let panel = Axes(title: "Panel", note: "9.5", decoration: .none) {
      Image(width: 2, height: 2, pixels: [0, 1, 2, 3])
    }
    let figure = Figure(title: FigureTitle("Title", subtitle: "Subtitle"), panels: [panel], theme: .clean)
    let layout = try FigureLayout(figure, dpi: 100, text: TextEngine())
    let frame = layout.panels[0].frame
    #expect(layout.titles.map(\.bounds.minX) == [frame.minX, frame.minX])
    #expect(layout.titles[1].bounds.maxY < layout.titles[0].bounds.minY)
    #expect(layout.panels[0].title?.bounds.minX == frame.minX)
    #expect(layout.panels[0].note.map { abs($0.bounds.maxX - frame.maxX) < 1e-9 } == true)
    #expect(layout.panels[0].note?.lines[0].origin.y == layout.panels[0].title?.lines[0].origin.y)
  }

  @Test func lineNamesStandRightOfThePanel() throws {
    let panel = Axes(legend: Legend(placement: .lineEnds)) {
      Line(y: [0, 1], color: .blue, label: "up")
      Line(y: [1, 0, .nan], color: .red, label: "down")
      Line(y: [.nan], label: "nowhere")
    }
    let layout = try FigureLayout(Figure(panels: [panel], theme: .clean), dpi: 100, text: TextEngine())
    let names = layout.panels[0].lineNames
    #expect(names.map { $0.lines[0].text } == ["down", "up"])
    #expect(names.map(\.style.color) == [.red, .blue])
    #expect(names.allSatisfy { $0.bounds.minX > layout.panels[0].frame.maxX && $0.bounds.maxX < Double(layout.width) })
  }

  @Test func namesOfTwoLinesStandAroundTheEndOfTheirs() throws {
    let panel = Axes(y: Axis(limits: 0...1), legend: Legend(placement: .lineEnds)) {
      Line(y: [0, 0.5], label: "upper\nlower")
      Line(y: [0, 0.5], label: "other")
    }
    let layout = try FigureLayout(Figure(panels: [panel], theme: .clean), dpi: 100, text: TextEngine())
    let names = layout.panels[0].lineNames
    #expect(names.map { $0.lines.count } == [2, 1])
    #expect(names[0].bounds.maxY <= names[1].bounds.minY)
    // Their middles are as far below the end as above it; letters hang up to 3 pixels below the line.
    #expect(abs((names[0].bounds.midY + names[1].bounds.midY) / 2 - layout.panels[0].frame.midY) <= 3)
  }

  @Test func numbersInCellsWithGapsHaveAir() throws {
    // Ten cells of 46 pixels with gaps of 1 point: 2 of 100 dots an inch for the gap, and as much on either side of the text.
    let heatmap = Heatmap(
      rows: 1, columns: 10, values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], annotations: Array(repeating: "1,2345", count: 10))
    let layout = try FigureLayout(Figure(panels: [Axes { heatmap }], theme: .clean), dpi: 100, text: TextEngine())
    let panel = layout.panels[0]
    let cell = panel.frame.width / 10
    #expect(panel.annotations.count == 10)
    for text in panel.annotations { #expect(text.bounds.width <= cell - 4 * 100 / 72) }
  }
}
