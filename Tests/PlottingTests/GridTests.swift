import Testing

@testable import Plotting

/// Grids with rows and columns of different sizes, panels over several cells, shared axes, right axes, insets and facets.
@Suite struct GridTests {
  private func layout(_ figure: Figure) throws -> FigureLayout {
    try FigureLayout(figure, dpi: 100, text: TextEngine())
  }

  private func panel(x: [Double] = [0, 1], y: [Double] = [0, 1], rowSpan: Int = 1, columnSpan: Int = 1) -> Axes {
    Axes(x: Axis(label: "x"), y: Axis(label: "y"), rowSpan: rowSpan, columnSpan: columnSpan) { Line(x: x, y: y) }
  }

  @Test func framesAreWhereMatplotlibsAre() throws {
    let cases = try AxesFixture.read().grids
    try #require(cases.count >= 4)
    for expected in cases {
      let panels = expected.spans.map { panel(rowSpan: $0[1] - $0[0], columnSpan: $0[3] - $0[2]) }
      let placed = try layout(
        Figure(
          columns: expected.columns, rows: expected.rows, columnWidths: expected.widths, rowHeights: expected.heights,
          fit: .exact, panels: panels))
      #expect(placed.panels.count == expected.frames.count)
      for (panel, frame) in zip(placed.panels, expected.frames) {
        #expect(panel.frame.distance(to: Rect(frame)) < 0.01, "\(expected) \(panel.frame)")
      }
    }
  }

  @Test func panelsFlowIntoTheFirstFreeCells() {
    func flow(_ spans: [(Int, Int)], columns: Int) -> [String] {
      let figure = Figure(columns: columns, panels: spans.map { panel(rowSpan: $0.0, columnSpan: $0.1) })
      return GridFlow(figure).cells.map { "\($0.rows) \($0.columns)" }
    }
    #expect(flow([(1, 1), (1, 1), (1, 1)], columns: 2) == ["0..<1 0..<1", "0..<1 1..<2", "1..<2 0..<1"])
    #expect(
      flow([(2, 1), (1, 1), (1, 1), (1, 2)], columns: 2) == [
        "0..<2 0..<1", "0..<1 1..<2", "1..<2 1..<2", "2..<3 0..<2",
      ])
    #expect(flow([(1, 2), (1, 2), (1, 1)], columns: 3) == ["0..<1 0..<2", "1..<2 0..<2", "0..<1 2..<3"])
  }

  @Test func anExactPageHasTheSizeOfTheFigure() throws {
    var figure = Figure(size: Size(width: 3.5, height: 2.5), fit: .exact, panels: [panel()])
    let image = try figure.image(dpi: 150)
    #expect(image.width == 525 && image.height == 375)
    let svg = String(decoding: try figure.svg(), as: UTF8.self)
    #expect(svg.contains("width=\"252.0pt\" height=\"180.0pt\""), "\(svg.prefix(300))")
    figure.fit = .tight
    #expect(try figure.image(dpi: 150).width != 525)
    // All is on the page.
    figure.fit = .exact
    let page = Rect(x: 0, y: 0, width: 350, height: 250)
    for panel in try layout(figure).panels {
      #expect(page.union(panel.bounds(forLayout: false, tickLength: 5)) == page)
    }
  }

  @Test func sharedAxesShowTheSameAndHideInnerLabels() throws {
    let panels = [panel(), panel(x: [5, 9]), panel(y: [-3, 0]), panel(x: [2], y: [20])]
    let placed = try layout(Figure(columns: 2, sharesX: .columns, sharesY: .rows, panels: panels)).panels
    #expect(placed[0].scale.x == placed[2].scale.x && placed[1].scale.x == placed[3].scale.x)
    #expect(placed[0].scale.y == placed[1].scale.y && placed[2].scale.y == placed[3].scale.y)
    #expect(placed[0].scale.x != placed[1].scale.x && placed[0].scale.y != placed[2].scale.y)
    func hasLabels(_ axis: AxisLayout) -> Bool { axis.ticks.contains { !($0.label.lines.first?.text ?? "").isEmpty } }
    #expect(placed.map { hasLabels($0.axisLayouts[0]) } == [false, false, true, true])
    #expect(placed.map { hasLabels($0.axisLayouts[1]) } == [true, false, true, false])
    #expect(placed.map { $0.axisLayouts[0].label != nil } == [false, false, true, true])
    let all = try layout(Figure(columns: 2, sharesX: .all, sharesY: .all, panels: panels)).panels
    #expect(Set(all.map(\.scale.x.range.upper)).count == 1 && Set(all.map(\.scale.y.range.lower)).count == 1)
    // Three panels in two columns: the one above an empty cell keeps its labels.
    let three = try layout(Figure(columns: 2, sharesX: .all, panels: Array(panels.prefix(3)))).panels
    #expect(three.map { hasLabels($0.axisLayouts[0]) } == [false, true, true])
  }

  @Test func sharedBarsHaveAllNames() throws {
    let panels = [["a", "b"], ["b", "c"]].map { names in Axes { Bars(names, [1, 2]) } }
    let placed = try layout(Figure(rows: 2, sharesX: .all, panels: panels)).panels
    #expect(placed.map(\.scale.x.scale) == [.band(["a", "b", "c"]), .band(["a", "b", "c"])])
  }

  @Test func marksOfTheRightAxisHaveItsScale() throws {
    let axes = Axes(
      title: "Title", y: Axis(label: "Loss"), y2: Axis(label: "Rate", scale: .log()),
      legend: Legend(placement: .outside(.right))
    ) {
      Line(y: [1, 2, 3], label: "loss")
      OnRightAxis {
        Line(y: [1e-4, 1e-3, 1e-2], label: "rate")
        Text("peak", x: 2, y: 1e-2)
      }
    }
    let panel = try #require(try layout(Figure(panels: [axes])).panels.first)
    #expect(panel.scale.y.scale == .linear && panel.scale.y.range.upper < 4)
    let right = try #require(panel.rightScale)
    #expect(right.y.scale == .log() && right.x == panel.scale.x)
    #expect(panel.axisLayouts.map(\.edge) == [.bottom, .left, .right])
    #expect(panel.axisLayouts[2].ticks.count == 3 && panel.axisLayouts[2].label != nil)
    #expect(panel.annotations.count == 1)
    let legend = try #require(panel.legend)
    #expect(legend.entries.count == 2 && legend.frame.minX > panel.axisLayouts[2].label?.bounds.maxX ?? .infinity)
    // The palette goes on.
    #expect(panel.axes.marks[0].parts[0].color != panel.axes.marks[1].parts[0].color)
    let names = Axes(y2: Axis(scale: .band(["low", "high"]))) { OnRightAxis { Line(y: [0, 1]) } }
    #expect(try layout(Figure(panels: [names])).panels.first?.axisLayouts[2].ticks.count == 2)
    // Without a stated axis, a linear one.
    let plain = Axes { OnRightAxis { Line(y: [1, 2]) } }
    #expect(try layout(Figure(panels: [plain])).panels.first?.axisLayouts.count == 3)
  }

  @Test func bracesTakeTheLayoutAndTheRightAxisToo() throws {
    let figure = Figure(rowHeights: [2, 1], sharesX: .all, fit: .exact) {
      panel()
      panel(x: [5, 9])
    }
    #expect(figure.rowHeights == [2, 1] && figure.sharesX == .all && figure.fit == .exact && figure.panels.count == 2)
    let single = Figure {
      Line(y: [1, 2])
      OnRightAxis { Line(y: [3, 4]) }
    }
    #expect(single.panels.first?.marks.map(\.isOnRightAxis) == [false, true])
  }

  @Test func barsToTheRightHaveUprightLinesInEveryTheme() throws {
    func image(_ marks: [Mark], _ grid: Grid?) throws -> RGBImage {
      let axes = Axes(marks: marks, y: Axis(scale: .band(["a", "b"])), grid: grid)
      return try Figure(size: Size(width: 3, height: 2), panels: [axes], theme: .clean).image(dpi: 72)
    }
    let bars = [Mark.bars(Bars(["a", "b"], [1, 2], direction: .horizontal))]
    #expect(try image(bars, Grid()) != image(bars, nil))
    // Of other marks beside names the theme draws none.
    let dots = [Mark.dots(Dots(x: [1, 2], y: [0, 1]))]
    #expect(try image(dots, Grid()) == image(dots, nil))
  }

  @Test func namesOfLinesExcludeARightAxis() {
    let axes = Axes(y2: Axis(), legend: Legend(placement: .lineEnds)) { Line(y: [1, 2], label: "a") }
    #expect(throws: PlottingError.self) { try layout(Figure(panels: [axes])) }
  }

  @Test func insetsStandInTheirPanel() throws {
    var axes = panel()
    axes.insets = [
      Inset(panel(x: [0.4, 0.5], y: [0.4, 0.5]), x: 0.6, y: 0.1, width: 0.3, height: 0.25, showsZoom: true)
    ]
    let placed = try #require(try layout(Figure(panels: [axes])).panels.first)
    let inset = try #require(placed.insets.first)
    #expect(inset.frame.distance(to: placed.frame.fraction(Rect(x: 0.6, y: 0.1, width: 0.3, height: 0.25))) < 1e-6)
    let zoom = try #require(placed.zooms.first ?? nil)
    #expect(abs(zoom.box.minX - placed.scale.x(inset.scale.x.range.lower, in: placed.frame)) < 1e-6)
    #expect(zoom.lines.count == 2)
    for bad in [Double.nan, 0, -1, 11] {
      axes.insets[0].width = bad
      #expect(throws: PlottingError.self) { try layout(Figure(panels: [axes])) }
    }
  }

  @Test func facetsAreTheGroupsOfATable() throws {
    struct Flower { var kind: String; var length: Double }
    let flowers = [
      Flower(kind: "b", length: 1), Flower(kind: "a", length: 5), Flower(kind: "b", length: 2),
      Flower(kind: "c", length: 3),
    ]
    let figure = Figure.facets(flowers, by: \.kind, x: Axis(label: "x")) { flowers in
      Dots(x: flowers.map(\.length), y: flowers.map(\.length))
    }
    #expect(figure.panels.map(\.title?.text) == ["b", "a", "c"])
    #expect(figure.columns == 2)
    let placed = try layout(figure).panels
    #expect(Set(placed.map(\.scale.x.range.upper)).count == 1)
    #expect((placed[0].axes.marks[0].drawable as? Dots)?.x == [1, 2])
    #expect(Figure.facets([Flower](), by: \.kind) { _ in }.panels.isEmpty)
  }

  @Test func refusesGridsThatCannotBe() {
    let two = [panel(), panel()]
    for figure in [
      Figure(panels: two, theme: Theme()).with { $0.rowHeights = [1] },
      Figure(panels: two).with { $0.rowHeights = [1, 0] }, Figure(panels: two).with { $0.rowHeights = [1, .nan] },
      Figure(panels: two).with { $0.columnWidths = [1, 2] },
      Figure(panels: two).with { $0.panels[1].rowSpan = 0 }, Figure(panels: two).with { $0.panels[1].rowSpan = .max },
      Figure(panels: two).with { $0.panels[1].columnSpan = 2 },
      Figure(panels: two).with { $0.panels[0].columnSpan = .min },
    ] {
      #expect(throws: PlottingError.self) { try layout(figure) }
    }
  }

  @Test func longTitlesAreWrapped() throws {
    let words = String(repeating: "a word ", count: 12)
    let axes = Axes(title: Label(words), x: Axis(label: Label(words)), y: Axis(label: Label(words))) {
      Line(y: [0, 1])
    }
    let placed = try layout(
      Figure(
        title: FigureTitle(Label(words + words), subtitle: Label(words + words)), columns: 2, panels: [axes, axes]))
    #expect(placed.width < 720 && placed.height < 600)
    let titles = placed.panels.compactMap(\.title?.bounds)
    #expect(titles.count == 2 && !titles[0].overlaps(titles[1]))
    #expect(placed.titles.allSatisfy { $0.lines.count > 1 })
    let short = try layout(Figure(panels: [Axes(title: "Two  spaces stay") { Line(y: [0, 1]) }]))
    #expect(short.panels[0].title?.lines.map(\.text) == ["Two  spaces stay"])
  }

  @Test func aNoteDoesNotCoverTheTitle() throws {
    let axes = Axes(title: "A title that is nearly as long as its panel", note: "and a note of some length") {
      Line(y: [0, 1])
    }
    let placed = try layout(Figure(size: Size(width: 4, height: 3), panels: [axes])).panels[0]
    let (title, note) = (try #require(placed.title), try #require(placed.note))
    #expect(!title.bounds.overlaps(note.bounds))
  }

  @Test func offsetsDoNotTouchTitles() throws {
    for count in 1...40 {
      let axes = Axes(title: Label(String(repeating: "m", count: count))) { Line(y: [1.696e2, 1.696e2 + 1e-6]) }
      let placed = try layout(Figure(size: Size(width: 4, height: 3), panels: [axes])).panels[0]
      let common = try #require(placed.axisLayouts[1].common?.bounds)
      let title = try #require(placed.title?.bounds)
      let near = Rect(minX: common.minX - 4, minY: common.minY, maxX: common.maxX + 4, maxY: common.maxY)
      #expect(!title.overlaps(near), "\(count)")
    }
  }
}

extension Figure {
  fileprivate func with(_ change: (inout Figure) -> Void) -> Figure {
    var figure = self
    change(&figure)
    return figure
  }
}
