import Testing

@testable import Plotting

@Suite struct StyleTests {
  @Test(arguments: [Theme.clean, .cleanDark], ColorVision.allCases)
  func colorsDifferToEveryKindOfColorVision(theme: Theme, vision: ColorVision) {
    let colors = theme.marks.palette.map { Lab(vision.seen($0)) }
    for (index, color) in colors.enumerated() {
      for other in colors[..<index] { #expect(color.distance(to: other) > 15, "\(vision) \(color) \(other)") }
    }
  }

  @Test func namesAreMovedApartAsLittleAsCanBe() {
    let range = 0.0...100
    #expect(LayoutContext.movedApart([], by: 10, within: range) == [])
    #expect(LayoutContext.movedApart([20, 50], by: 10, within: range) == [20, 50])
    // Both by 4, so that they stay around their middle, 52.
    #expect(LayoutContext.movedApart([51, 53], by: 10, within: range) == [47, 57])
    // The first two push each other apart, and with them the third.
    #expect(LayoutContext.movedApart([50, 50, 53], by: 10, within: range) == [41, 51, 61])
    // At the upper edge they go down, and where there is no room they start at the lower one.
    #expect(LayoutContext.movedApart([99, 100], by: 10, within: range) == [90, 100])
    #expect(LayoutContext.movedApart([5, 5, 5], by: 60, within: range) == [0, 60, 120])
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
}
