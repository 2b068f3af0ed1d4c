import TestSupport
import Testing

@testable import Plotting

/// What a figure shows is what its data says, and what it cannot show it tells.
@Suite struct HonestFigureTests {
  private func layout(_ figure: Figure) throws -> FigureLayout {
    try FigureLayout(figure, dpi: 100, text: TextEngine())
  }

  private func panel(_ axes: Axes) throws -> PanelLayout { try layout(Figure(panels: [axes])).panels[0] }

  /// Where the bars of a colour stand on their axis, from the names below them.
  private func positions(_ panel: PanelLayout) -> [[Double]] {
    panel.axes.marks.compactMap { mark -> [Double]? in
      if let bars = mark.drawable as? Bars { bars.positions } else { nil }
    }
  }

  private func names(_ panel: PanelLayout, _ axis: Int = 0) -> [String] {
    panel.axisLayouts[axis].ticks.map { $0.label.lines[0].text }
  }

  // MARK: Bars

  @Test func barsWithOtherNamesJoinTheAxis() throws {
    let panel = try panel(
      Axes {
        Bars(["cat", "dog"], [10, 20])
        Bars(["dog", "fox"], [5, 7], width: 0.4)
      })
    #expect(names(panel) == ["cat", "dog", "fox"])
    #expect(positions(panel) == [[0, 1], [1, 2]])
    let level = try self.panel(
      Axes {
        Bars(["b"], [1], direction: .horizontal)
        Bars(["a", "b"], [2, 3], direction: .horizontal)
      })
    #expect(names(level, 1) == ["b", "a"] && positions(level) == [[0], [1, 0]])
  }

  @Test func aNameStandsAsOftenAsOneMarkHasIt() throws {
    let panel = try panel(
      Axes {
        Bars(["a", "a", "b"], [1, 2, 3])
        Bars(["b", "a", "a"], [4, 5, 6])
      })
    #expect(names(panel) == ["a", "a", "b"] && positions(panel) == [[0, 1, 2], [2, 0, 1]])
  }

  @Test func noBarIsLostBesideAStatedScale() throws {
    let named = try panel(
      Axes(x: Axis(scale: .band(["c", "a"]))) { Bars(["a", "b", "c", "d"], [1, 2, 3, 4]) })
    #expect(names(named) == ["c", "a", "b", "d"] && positions(named) == [[1, 2, 0, 3]])
    let unnamed = try panel(Axes(x: Axis(scale: .band(["a", "b"]))) { Bars(positions: [0, 1, 2, 3], [1, 2, 3, 4]) })
    #expect(unnamed.scale.x.range == AxisRange(lower: 0, upper: 4))
    let linear = try panel(
      Axes(x: Axis(scale: .linear)) {
        Bars(["a"], [1]); Bars(["b"], [2])
      })
    #expect(positions(linear) == [[0], [1]])
  }

  // MARK: Heatmaps and images

  @Test(arguments: [6.3, 0, -2, 1e-300, 1e300])
  func aConstantHeatmapHasTheColorOfItsBar(value: Double) throws {
    let panel = try panel(
      Axes(colorBar: ColorBar()) { Heatmap(rows: 1, columns: 2, values: [value, value]) })
    let heatmap = try #require(panel.axes.heatmap)
    let bar = try #require(panel.colorBars.first)
    #expect(heatmap.valueRange == bar.scale.y.range)
    // In the middle of the bar, where the number stands.
    let color = heatmap.color(value, in: heatmap.valueRange)
    #expect([127, 128].map { heatmap.colorMap.colors[$0] }.contains(color))
  }

  @Test func annotationsOfHiddenCellsAreNotWritten() throws {
    let heatmap = Heatmap(
      rows: 10, columns: 10, values: (0..<100).map(Double.init), annotations: (0..<100).map(String.init))
    let axes = Axes(x: Axis(limits: 2...4.5), y: Axis(limits: 0...1e-20)) { heatmap }
    let far = try panel(axes)
    #expect(far.annotations.isEmpty)
    let near = try layout(Figure(panels: [Axes(x: Axis(limits: 2...4.5), y: Axis(limits: 0...2)) { heatmap }]))
    #expect(near.panels[0].annotations.map { $0.lines[0].text } == ["2", "3", "12", "13"])
    #expect(near.width < 700 && near.height < 550)
    for text in near.panels[0].annotations {
      #expect(near.panels[0].frame.union(text.bounds) == near.panels[0].frame)
    }
  }

  @Test(arguments: [4, 101])
  func numbersThatCannotBeShownLeaveAGap(side: Int) throws {
    var values = Array(repeating: 1.0, count: side * side)
    values[0] = 1e301
    values[1] = 0
    let figure = Figure(
      size: Size(width: 2, height: 2),
      panels: [
        Axes(decoration: .none) { Heatmap(rows: side, columns: side, values: values) }
      ])
    let image = try figure.image(dpi: 300)
    // The page's white in the first cell, the colour of the smallest number in the second, that of the largest elsewhere.
    let frame = try FigureLayout(figure, dpi: 300, text: TextEngine()).panels[0].frame
    let (x, y) = (Int(frame.minX), image.height - Int(frame.maxY))
    let step = frame.width / Double(side)
    let colors = [0.5, 1.5, 2.5].map { image.color(x: x + Int($0 * step), y: y + Int(0.5 * step)) }
    #expect(colors == [0xFFFFFF, 0xF7FBFF, 0x08306B])
  }

  @Test func limitsShowAPartOfAnImage() throws {
    // Four pixels of 0, 100, 150 and 255; the right half is 100 and 255.
    func figure(_ x: Axis, _ y: Axis) -> Figure {
      Figure(
        size: Size(width: 2, height: 2),
        panels: [
          Axes(x: x, y: y, decoration: .none) {
            Image(width: 2, height: 2, pixels: [0, 100, 150, 255], range: 0...255)
          }
        ])
    }
    func corners(_ x: Axis, _ y: Axis) throws -> [Int] {
      let figure = figure(x, y)
      let image = try figure.image(dpi: 100)
      let frame = try layout(figure).panels[0].frame
      let (left, right) = (Int(frame.minX) + 3, Int(frame.maxX) - 3)
      let (top, bottom) = (image.height - Int(frame.maxY) + 3, image.height - Int(frame.minY) - 3)
      return [(left, top), (right, top), (left, bottom), (right, bottom)].map { image.color(x: $0.0, y: $0.1) & 0xFF }
    }
    #expect(try corners(Axis(), Axis()) == [0, 100, 150, 255])
    #expect(try corners(Axis(limits: 0.5...1.5), Axis()) == [100, 100, 255, 255])
    #expect(try corners(Axis(limits: 0.9...1), Axis(limits: 0.9...1)) == [255, 255, 255, 255])
    #expect(try corners(Axis(from: 1.5, to: -0.5), Axis()) == [100, 0, 255, 150])
    #expect(try corners(Axis(), Axis(from: 1.5, to: -0.5)) == [150, 255, 0, 100])
    #expect(try corners(Axis(from: 1e-9, to: 0), Axis(from: 1, to: 1 - 1e-9)) == [150, 150, 150, 150])
  }

  @Test func anImageTellsItsRange() {
    let image = Image(width: 2, height: 1, pixels: [200, 201])
    #expect(image.summary == "2 x 1 pixels, 200 shown as black and 201 as white")
    #expect(Image(width: 1, height: 1, pixels: [255]).summary == "1 x 1 pixels")
  }

  // MARK: Bands

  @Test(arguments: [false, true])
  func aBandThatGoesBelowZeroReachesTheStartOfALogarithmicAxis(isReversed: Bool) throws {
    let ends = isReversed ? (100.0, 0.01) : (0.01, 100.0)
    let figure = Figure(
      size: Size(width: 4, height: 3),
      panels: [
        Axes(x: Axis(limits: 0...4), y: Axis(scale: .log(), from: ends.0, to: ends.1)) {
          Band(x: [0, 1, 2, 3, 4], lower: [0.1, 0.1, 0, -5, .nan], upper: [1, 1, 1, 1, 1], color: .red, opacity: 1)
        }
      ])
    let image = try figure.image(dpi: 100)
    let frame = try layout(figure).panels[0].frame
    func column(_ x: Double) -> Int {
      let column = Int(frame.minX + x / 4 * frame.width)
      return (0..<image.height).count { image.color(x: column, y: $0) == 0xFF0000 }
    }
    // One of four powers of ten above 0.1, then two of them, down to 0.01, but for what the frame covers; then nothing.
    #expect(abs(Double(column(0.5)) - frame.height / 4) <= 2)
    #expect(abs(Double(column(2.5)) - frame.height / 2) <= 4)
    #expect(column(3.5) == 0)
  }

  // MARK: Opacity and pages

  @Test(arguments: Marker.allCases)
  func theOpacityOfDotsAddsUp(marker: Marker) throws {
    func darkest(_ count: Int) throws -> Int {
      var figure = Figure(
        size: Size(width: 2, height: 2),
        panels: [
          Axes(x: Axis(limits: 0...1), y: Axis(limits: 0...1), decoration: .none) {
            Dots(
              x: Array(repeating: 0.5, count: count), y: Array(repeating: 0.5, count: count), marker: marker, size: 20,
              color: Color.blue.opacity(0.2))
          }
        ])
      figure.theme.marks.lineWidth = 6
      let image = try figure.image(dpi: 100)
      return (0..<image.width * image.height).map { image.color(x: $0 % image.width, y: $0 / image.width) >> 16 }.min()
        ?? 0
    }
    // 255 x 0.8 for one and 255 x 0.8^4 for four.
    #expect(abs(try darkest(1) - 204) <= 2)
    #expect(abs(try darkest(4) - 104) <= 4)
  }

  @Test func everyTranslucentDotIsAShapeOfItsOwnInAnSVG() throws {
    let figure = Figure(panels: [Axes { Dots(x: [0, 1, 2], y: [0, 1, 2], color: Color.blue.opacity(0.5)) }])
    let document = String(decoding: try figure.svg(), as: UTF8.self)
    #expect(document.matches(of: /fill-opacity="0.5"/).count == 3)
  }

  @Test func aTransparentPageStaysSo() throws {
    var figure = Figure(
      size: Size(width: 2, height: 2), panels: [Axes(decoration: .none) { Rule(y: 1, color: .red, width: 20) }])
    figure.theme.background = Color(grey: 1, alpha: 0)
    let file = try figure.png(dpi: 100)
    // Eight bits and colour type 6: red, green, blue and opacity.
    #expect(file[24] == 8 && file[25] == 6)
    // Transparent is white for those that have no opacity.
    for image in [try RGBImage(png: file), try figure.image(dpi: 100)] {
      #expect(image.count(of: 0xFF0000) > 1000 && image.count(of: 0xFFFFFF) > 1000 && image.count(of: 0) == 0)
    }
    figure.theme.background = Color(red: 0, green: 0, blue: 1, alpha: 0.5)
    let half = try figure.image(dpi: 100)
    #expect(half.count(of: 0x7F7FFF) > 1000 && half.count(of: 0xFF0000) > 1000)
  }

  // MARK: Looks

  @Test func aPaletteThatRunsOutTakesOtherDashesMarkersAndShades() {
    var style = MarkStyle()
    style.palette = [.red, .blue]
    let lines = MarkLooks((0..<9).map { _ in .line(Line(y: [1, 2])) }, style)
    let looks = lines.marks.map { mark -> Line.Dash in
      if let line = mark.drawable as? Line { line.dash } else { .solid }
    }
    #expect(looks == [.solid, .solid, .dashed, .dashed, .dotted, .dotted, .dashDotted, .dashDotted, .solid])
    #expect(lines.alike == [8])
    let dots = MarkLooks((0..<5).map { _ in .dots(Dots(x: [1], y: [1])) }, style)
    let markers = dots.marks.map { mark -> Marker in
      if let dots = mark.drawable as? Dots { dots.marker } else { .circle }
    }
    #expect(markers == [.circle, .circle, .square, .square, .diamond] && dots.alike == [])
    // A dashed line of the first round keeps its dash to itself.
    let mixed = MarkLooks(
      [.line(Line(y: [1])), .line(Line(y: [1], dash: .dashed)), .line(Line(y: [1])), .line(Line(y: [1]))], style)
    let dashes = mixed.marks.map { mark -> Line.Dash in
      if let line = mark.drawable as? Line { line.dash } else { .solid }
    }
    #expect(dashes == [.solid, .dashed, .dashed, .solid])
    let bars = MarkLooks([.bars(Bars(["a"], series: (0..<5).map { _ in Bars.Series([1]) }))], style)
    let colors = bars.marks.flatMap { $0.drawable.parts.compactMap(\.color) }
    #expect(colors.count == 5)
    for (index, color) in colors.enumerated() { #expect(!colors[..<index].contains(color)) }
  }

  @Test func statedColorsStay() {
    let marks: [Mark] = (0..<20).map { _ in .line(Line(y: [1], color: .red)) }
    let looks = MarkLooks(marks, MarkStyle())
    #expect(looks.marks == marks && looks.alike == [])
  }

  // MARK: Text

  @Test(arguments: ["first\r\nsecond", "first\nsecond", "first\rsecond", "first\u{2028}second"])
  func everyKindOfLineEndBeginsALine(text: String) throws {
    let panel = try panel(Axes(title: Label(text)) { Line(y: [1, 2]) })
    #expect(panel.title?.lines.map(\.text) == ["first", "second"])
    #expect(try Figure(panels: [Axes(title: Label(text)) {}]).missingCharacters() == [])
  }

  @Test func aTabIsFourSpaces() throws {
    let panel = try panel(Axes(title: "a\tb", legend: Legend()) { Line(y: [1, 2], label: "c\td") })
    #expect(panel.title?.lines.map(\.text) == ["a    b"])
    #expect(panel.legend?.entries.map { $0.name.lines[0].text } == ["c    d"])
  }

  // MARK: Words

  @Test func wordsKeepTheirCase() {
    let figure = Figure(
      title: FigureTitle("pH of rain"), panels: [Axes(y: Axis(label: "x⁵")) { Line(y: [1, 2], label: "mRNA") }])
    #expect(
      figure.altText
        == "pH of rain. x⁵ on the vertical axis. Line “mRNA”: 2 points from 1 to 2, between 1 and 2.")
  }

  @Test func manyBarsAreCounted() {
    let bars = Bars((1...30).map(String.init), (1...30).map(Double.init))
    #expect(bars.summary.hasSuffix("11 11, 12 12 and 18 more"))
  }

  @Test func figuresWithGapsEqualThemselves() {
    func figure(_ gap: Double) -> Figure {
      Figure(panels: [
        Axes {
          Line(x: [0, gap], y: [gap, 1])
          Band(x: [gap], lower: [gap], upper: [gap])
          Dots(x: [gap], y: [1])
          Bars(positions: [gap], [gap])
          Heatmap(rows: 1, columns: 1, values: [gap])
          Rule(y: gap)
          Text("t", x: gap, y: 1)
        }
      ])
    }
    #expect(figure(.nan) == figure(.nan) && figure(1) == figure(1) && figure(.nan) != figure(1))
  }

  // MARK: Axes

  @Test func anAxisGoesFromOneNumberToAnother() throws {
    func ends(_ axis: Axis, _ y: [Double] = [1, 3]) throws -> [Double] {
      let scale = try panel(Axes(y: axis) { Line(y: y) }).scale.y
      return scale.isReversed ? [scale.range.upper, scale.range.lower] : [scale.range.lower, scale.range.upper]
    }
    #expect(try ends(Axis(from: 5, to: 0)) == [5, 0])
    #expect(try ends(Axis(from: 0, to: 5)) == ends(Axis(limits: 0...5)))
    // A margin of a twentieth of 2 at the free end.
    #expect(try ends(Axis(from: 0, to: nil)) == [0, 3.1])
    #expect(try ends(Axis(from: nil, to: 10)) == [0.9, 10])
    // Without data beyond the only end: one unit, or one power.
    #expect(try ends(Axis(from: 4, to: nil)) == [4, 5])
    #expect(try ends(Axis(scale: .log(), from: 1000, to: nil)) == [3, 4])
    #expect(try ends(Axis(from: nil, to: nil)) == ends(Axis()))
  }

  @Test func aReversedAxisRunsTheOtherWay() throws {
    let panel = try panel(Axes(x: Axis(from: 3, to: 0), y: Axis(from: 3, to: 0)) { Line(y: [0, 1, 2, 3]) })
    let frame = panel.frame
    #expect(
      abs(panel.scale.x(3, in: frame) - frame.minX) < 1e-9 && abs(panel.scale.x(0, in: frame) - frame.maxX) < 1e-9)
    #expect(
      abs(panel.scale.y(3, in: frame) - frame.minY) < 1e-9 && abs(panel.scale.y(0, in: frame) - frame.maxY) < 1e-9)
    #expect(names(panel).first == "0.0" && panel.axisLayouts[0].ticks[0].position > frame.midX)
  }

  @Test(arguments: [4, 101])
  func cellsFollowAReversedAxis(side: Int) throws {
    // The first row and column have the largest number.
    let values = (0..<side * side).map { $0 / side == 0 && $0 % side == 0 ? 1.0 : 0 }
    func corner(_ x: Axis, _ y: Axis) throws -> [Bool] {
      let figure = Figure(
        size: Size(width: 3, height: 3),
        panels: [Axes(x: x, y: y, decoration: .none) { Heatmap(rows: side, columns: side, values: values) }])
      let image = try figure.image(dpi: 300)
      let frame = try FigureLayout(figure, dpi: 300, text: TextEngine()).panels[0].frame
      let (left, right) = (Int(frame.minX) + 2, Int(frame.maxX) - 2)
      let (top, bottom) = (image.height - Int(frame.maxY) + 2, image.height - Int(frame.minY) - 2)
      return [(left, top), (right, top), (left, bottom), (right, bottom)].map {
        image.color(x: $0.0, y: $0.1) == 0x08306B
      }
    }
    let end = Double(side)
    #expect(try corner(Axis(), Axis()) == [true, false, false, false])
    #expect(try corner(Axis(from: end, to: 0), Axis()) == [false, true, false, false])
    #expect(try corner(Axis(), Axis(from: end, to: 0)) == [false, false, true, false])
    #expect(try corner(Axis(from: end, to: 0), Axis(from: end, to: 0)) == [false, false, false, true])
  }

  @Test func barsOfAReversedLogarithmicAxisBeginAtItsSmallerEnd() throws {
    let figure = Figure(
      size: Size(width: 2, height: 2),
      panels: [Axes(y: Axis(scale: .log(), from: 100, to: 1), decoration: .none) { Bars(["a"], [10], color: .red) }])
    let image = try figure.image(dpi: 100)
    let frame = try layout(figure).panels[0].frame
    // From 1 at the top to 10 in the middle.
    let x = Int(frame.midX)
    #expect(image.color(x: x, y: image.height - Int(frame.minY) - 4) == 0xFFFFFF)
    #expect(image.color(x: x, y: image.height - Int(frame.maxY) + 4) == 0xFF0000)
  }
}
