import Testing

@testable import Plotting

/// Legends in columns, at given places and beside panels.
@Suite struct LegendPlaceTests {
  /// In the order of the fixture.
  static let places: [Legend.Position] = [
    .topLeft, .top, .topRight, .left, .center, .right, .bottomLeft, .bottom, .bottomRight,
  ]

  private func panel(_ names: [String], frame: Rect) -> PanelLayout {
    let axes = Axes(marks: names.map { .line(Line(y: [0, 1], label: $0)) })
    return PanelLayout(axes: axes, scale: PanelScale(axes, margin: 0.05), frame: frame)
  }

  @Test func boxesAreWhereMatplotlibsAre() throws {
    let cases = try AxesFixture.read().legends
    try #require(cases.count >= 30)
    for expected in cases {
      let context = LayoutContext(text: try TextEngine(), dpi: expected.dpi, theme: Theme())
      let legend = Legend(
        fontSize: expected.size, placement: .inside(Self.places[expected.place]), columns: expected.columns)
      let placed = try #require(try context.place(legend, of: panel(expected.names, frame: Rect(expected.frame))))
      #expect(placed.frame.distance(to: Rect(expected.box)) < 0.01, "\(expected) \(placed.frame)")
      #expect(placed.entries.count == expected.texts.count)
      for (entry, text) in zip(placed.entries, expected.texts) {
        #expect(abs(entry.name.bounds.minX - text[0]) < 0.01, "\(expected) \(entry.name)")
        #expect(abs(entry.name.bounds.minY - text[1]) < 0.01, "\(expected) \(entry.name)")
      }
    }
  }

  private func layout(_ legend: Legend, _ names: [String], width: Double = 4) throws -> PanelLayout {
    let axes = Axes(
      marks: names.map { .line(Line(y: [0, 1], label: $0)) }, title: "Title", x: Axis(label: "x"),
      y: Axis(label: "y"), legend: legend)
    return try #require(
      try FigureLayout(Figure(size: Size(width: width, height: 3), panels: [axes]), dpi: 100, text: TextEngine()).panels
        .first)
  }

  @Test func namesOfSeveralLinesStayWithinTheBox() throws {
    let panel = try layout(Legend(), ["one", "two\nlines", "three\nlines\nin all"])
    let legend = try #require(panel.legend)
    for entry in legend.entries { #expect(legend.frame.union(entry.name.bounds) == legend.frame) }
    for (a, b) in zip(legend.entries, legend.entries.dropFirst()) { #expect(!a.name.bounds.overlaps(b.name.bounds)) }
  }

  @Test func aPanelMakesRoomForALegendBesideIt() throws {
    let right = try layout(Legend(placement: .outside(.right)), ["one", "two"])
    let beside = try #require(right.legend?.frame)
    #expect(beside.minX > right.frame.maxX && beside.maxX < 400 && beside.maxY == right.frame.maxY)
    let below = try layout(Legend(placement: .outside(.below)), ["a", "b", "c", "d"])
    let under = try #require(below.legend?.frame)
    let label = try #require(below.axisLayouts.first?.label?.bounds)
    #expect(under.maxY < label.minY && under.minY > 0)
    // All names have room side by side.
    #expect(Set(below.legend?.entries.map(\.start.y) ?? []).count == 1)
  }

  @Test func manyNamesTakeMoreColumnsAndLeaveTheTitleAlone() throws {
    for count in [12, 40, 80, 300] {
      for placement in [Legend.Placement.box, .inside(.topRight), .inside(.bottomLeft)] {
        let panel = try layout(Legend(placement: placement), (0..<count).map { "line \($0)" }, width: 6.4)
        let (legend, title) = (try #require(panel.legend), try #require(panel.title))
        #expect(!legend.frame.overlaps(title.bounds), "\(count) \(placement)")
        if count <= 40 { #expect(legend.frame.minY > panel.frame.minY, "\(legend.frame)") }
      }
    }
  }

  @Test func emptyNamesTakeNoRow() throws {
    #expect(try layout(Legend(), ["a", "", " "]).legend?.entries.count == 1)
    #expect(try layout(Legend(), [""]).legend == nil)
  }

  @Test(arguments: [0, -1, 101, Int.max, Int.min])
  func refusesColumnsThatMakeNoSense(columns: Int) {
    #expect(throws: PlottingError.self) { try layout(Legend(columns: columns), ["a"]) }
  }
}
