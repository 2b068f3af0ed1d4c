import TestSupport
import Testing

@testable import Plotting

/// Where the marks of statistics stand, and what refuses to be drawn.
@Suite struct StatisticalMarkTests {
  private func error(_ mark: some DrawableMark) -> String? {
    do throws(PlottingError) {
      _ = try Figure(size: Size(width: 2, height: 2), panels: [Axes { mark }]).image(dpi: 20)
      return nil
    } catch {
      return error.description
    }
  }

  /// A picture of one mark without axes, 100 x 100 pixels and its page's edge.
  private func picture(_ mark: some DrawableMark, x: ClosedRange<Double>, y: ClosedRange<Double>) throws -> RGBImage {
    var theme = Theme()
    theme.pagePad = 0
    theme.layoutPad = 0
    let panel = Axes(x: Axis(limits: x), y: Axis(limits: y), decoration: .none) { mark }
    return try Figure(size: Size(width: 1, height: 1), panels: [panel], theme: theme).image(dpi: 100)
  }

  private func pixel(_ image: RGBImage, _ x: Double, _ y: Double) -> [UInt8] {
    let start = 3 * (Int(y * Double(image.height)) * image.width + Int(x * Double(image.width)))
    return Array(image.bytes[start..<start + 3])
  }

  @Test func whatCannotBeDrawnNamesTheProperty() {
    let place = "draw mark 1"
    #expect(
      error(Histogram([1, 2], bins: .count(0)))
        == "\(place) (histogram) of panel 1: bins.count is 0, not within 1...100000")
    #expect(
      error(Histogram([1, 2], bins: .edges([0, 2, 1])))
        == "\(place) (histogram) of panel 1: bins.edges are not two or more numbers that grow")
    #expect(error(Histogram([1, 1 + 4e-16], bins: .count(9)))?.contains("bins.count is 9, more than") == true)
    #expect(
      error(Histogram([1, 2], opacity: 2)) == "\(place) (histogram) of panel 1: opacity is 2.0, not within 0...1")
    #expect(
      error(ErrorBars(x: [1, 2], y: [1, 2], yErrors: .symmetric([1])))
        == "\(place) (error bars) of panel 1: 2 x but 1 yErrors")
    #expect(
      error(ErrorBars(x: [1], y: [2], xErrors: .asymmetric(below: [1], above: [-1])))
        == "\(place) (error bars) of panel 1: xErrors has a length of -1.0, which is below 0")
    #expect(error(Area(x: [1, 2], y: [1])) == "\(place) (area) of panel 1: 2 x but 1 values")
    #expect(error(Box(["a"], [[1], [2]])) == "\(place) (box) of panel 1: 1 names but 2 groups")
    #expect(error(Box(["a"], [[1]], whiskers: .nan))?.contains("whiskers is nan") == true)
    #expect(error(Violin(positions: [1, 2], [[1]])) == "\(place) (violin) of panel 1: 2 positions but 1 groups")
    #expect(
      error(Contour(x: [0, 1], y: [0, 1], z: [1, 2, 3]))
        == "\(place) (contour) of panel 1: z has 3 numbers, and 2 x and 2 y take 4")
    #expect(error(Contour(x: [0, 1], y: [0, 0], z: [1, 2, 3, 4]))?.contains("y is not two or more") == true)
    #expect(
      error(Contour(x: [0, 1], y: [0, 1], z: [1, 2, 3, 4], levels: .count(0)))?.contains("levels.count is 0") == true)
    #expect(error(Contour(x: [0, 1], y: [0, 1], z: [1, 2, 3, 4], levels: .at([1]), isFilled: true)) != nil)
    #expect(error(HexBins(x: [1], y: [1], columns: 0))?.contains("columns is 0, not within 1...2000") == true)
    #expect(error(Stem(x: [1], y: [])) == "\(place) (stem) of panel 1: 1 x but 0 y")
    #expect(error(Arrows(x: [1], y: [1], u: [1], v: [])) == "\(place) (arrows) of panel 1: 1 x but 0 v")
    #expect(error(Arrows(x: [1], y: [1], u: [1], v: [1], scale: 0))?.contains("scale is 0.0") == true)
    #expect(error(Dots(x: [1], y: [1], colorBy: [])) == "\(place) (dots) of panel 1: 1 x but 0 colorBy")
    #expect(
      error(Dots(x: [1], y: [1], colorBy: [1], colors: ColorScale(scale: .log(), limits: 0...1)))
        == "\(place) (dots) of panel 1: colors.from is 0.0, which has no place on the scale of colours")
    #expect(
      error(Heatmap(rows: 1, columns: 1, values: [1], colorScale: .band(["a"])))
        == "\(place) (heatmap) of panel 1: colors.scale is one of names or dates, which has no colours")
    #expect(
      error(Heatmap(rows: 1, columns: 2, values: [1, 2], x: .at([0, 1])))
        == "\(place) (heatmap) of panel 1: x has 2 edges, and 2 columns have 3")
    #expect(error(Heatmap(rows: 1, columns: 2, values: [1, 2], x: .at([0, 2, 1])))?.contains("edges of x") == true)
    #expect(
      error(Image(width: 1, height: 1, pixels: [0], x: 1...1))
        == "\(place) (image) of panel 1: x is 1.0...1.0, between whose ends nothing can be shown")
    #expect(error(Image(width: 1, height: 1, pixels: [0], y: 0...(.infinity)))?.contains("y.upperBound is inf") == true)
  }

  @Test func anImageStandsInItsRange() throws {
    // Red, green above; blue, white below.
    let pixels: [UInt8] = [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]
    let image = Image(width: 2, height: 2, pixels: pixels, channels: .rgb, x: 10...30, y: -1...1)
    #expect(image.extent(.x, on: .linear).cells == AxisRange(lower: 10, upper: 30))
    var theme = Theme()
    theme.pagePad = 0
    theme.layoutPad = 0
    func drawn(_ x: Axis, _ y: Axis) throws -> [[UInt8]] {
      let panel = Axes(x: x, y: y, decoration: .none) { image }
      let picture = try Figure(size: Size(width: 4, height: 1), panels: [panel], theme: theme).image(dpi: 50)
      return [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)].map { pixel(picture, $0.0, $0.1) }
    }
    let (red, green, blue, white): ([UInt8], [UInt8], [UInt8], [UInt8]) = (
      [255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255]
    )
    // The first row is at the top, on an axis that grows upwards.
    #expect(try drawn(Axis(), Axis()) == [red, green, blue, white])
    #expect(try drawn(Axis(from: 30, to: 10), Axis()) == [green, red, white, blue])
    #expect(try drawn(Axis(), Axis(from: 1, to: -1)) == [blue, white, red, green])
  }

  @Test func aBarOfAHistogramIsAsWideAsItsBin() throws {
    let image = try picture(
      Histogram([0.5, 2, 2, 3.9], bins: .edges([0, 1, 4]), color: .red), x: 0...4, y: 0...4)
    let (red, white): ([UInt8], [UInt8]) = ([255, 0, 0], [255, 255, 255])
    // One up to 1, three from 1 to 4.
    #expect(pixel(image, 0.1, 0.9) == red && pixel(image, 0.1, 0.6) == white)
    #expect(pixel(image, 0.4, 0.4) == red && pixel(image, 0.9, 0.4) == red && pixel(image, 0.9, 0.1) == white)
  }

  @Test func stackedAreasAreAddedUp() throws {
    let area = Area(
      x: [0, 1], series: [Area.Series([1, 1], color: .red), Area.Series([2, 2], color: .blue)])
    let image = try picture(area, x: 0...1, y: 0...4)
    #expect(pixel(image, 0.5, 0.9) == [255, 0, 0])
    #expect(pixel(image, 0.5, 0.5) == [0, 0, 255] && pixel(image, 0.5, 0.3) == [0, 0, 255])
    #expect(pixel(image, 0.5, 0.1) == [255, 255, 255])
    #expect(area.extent(.y, on: .linear).range == AxisRange(lower: 0, upper: 3))
    #expect(area.extent(.y, on: .linear).sticky == [0])
  }

  @Test func errorBarsReachTheirEnds() {
    let bars = ErrorBars(
      x: [1, 2, .nan], y: [10, 20, 30], xErrors: .symmetric([0.5, 0.5, 9]),
      yErrors: .asymmetric(below: [1, .nan, 100], above: [2, 3, 100]))
    #expect(bars.extent(.x, on: .linear).range == AxisRange(lower: 0.5, upper: 2.5))
    // A bar without a lower end is left out up to where it is stated; one without a point is none.
    #expect(bars.extent(.y, on: .linear).range == AxisRange(lower: 9, upper: 23))
    #expect(bars == bars)
  }

  @Test func boxesAndViolinsShareTheNamesOfBars() {
    let axes = Axes {
      Bars(["a", "b"], [1, 2])
      Box(["b", "c"], [[1, 2, 3], [4, 5]])
      Violin(["d"], [[1, 2, 3]])
    }
    #expect(axes.scale(.x) == .band(["a", "b", "c", "d"]))
    let figure = Figure(panels: [axes]).resolved
    let positions = figure.panels[0].marks.compactMap(\.categorical).map(\.positions)
    #expect(positions == [[0, 1], [1, 2], [3]])
  }

  @Test func cellsStandBetweenTheirEdges() throws {
    let map = ColorMap(anchors: [.red, .blue])
    // Wide and narrow columns, the first row at the bottom.
    let heatmap = Heatmap(
      rows: 2, columns: 2, values: [0, 1, 1, 0], x: .at([0, 3, 4]), y: .range(0...4), colorMap: map)
    let image = try picture(heatmap, x: 0...4, y: 0...4)
    let (red, blue): ([UInt8], [UInt8]) = ([255, 0, 0], [0, 0, 255])
    #expect(pixel(image, 0.6, 0.9) == red && pixel(image, 0.9, 0.9) == blue)
    #expect(pixel(image, 0.6, 0.1) == blue && pixel(image, 0.9, 0.1) == red)
    // Powers of ten are as far apart as each other on a logarithmic axis.
    let panel = Axes(x: Axis(scale: .log()), decoration: .none) {
      Heatmap(rows: 1, columns: 2, values: [0, 1], x: .at([1, 10, 1000]), y: .range(0...1), colorMap: map)
    }
    var theme = Theme()
    theme.pagePad = 0
    theme.layoutPad = 0
    let logarithmic = try Figure(size: Size(width: 1, height: 1), panels: [panel], theme: theme).image(dpi: 90)
    #expect(pixel(logarithmic, 0.3, 0.5) == red && pixel(logarithmic, 0.4, 0.5) == blue)
  }

  /// The bar's ticks are those of a logarithmic axis, and cells without a place on it stay empty.
  @Test func aBarHasTheScaleOfItsColors() throws {
    let heatmap = Heatmap(rows: 1, columns: 4, values: [0, 1, 10, 1000], colorMap: .viridis, colorScale: .log())
    #expect(heatmap.valueRange == AxisRange(lower: 1, upper: 1000))
    let colors = heatmap.values.map { heatmap.color($0, in: heatmap.valueRange) }
    #expect(colors[0] == nil)
    #expect(colors[1] == ColorMap.viridis.color(at: 0) && colors[3] == ColorMap.viridis.color(at: 1))
    #expect(colors[2] == ColorMap.viridis.color(at: 1.0 / 3))
    let figure = Figure(panels: [Axes(colorBar: ColorBar()) { heatmap }])
    let bar = try #require(try FigureLayout(figure, dpi: 100, text: TextEngine()).panels[0].colorBars.first)
    #expect(bar.axis.ticks.map(\.label.lines.first?.text) == ["10⁰", "10¹", "10²", "10³"])
    #expect(bar.scale.y.range == AxisRange(lower: 0, upper: 3))
  }

  @Test func aBarOfFilledContoursHasOneColorALevel() throws {
    let contour = Contour(x: [0, 1], y: [0, 1], z: [0, 1, 2, 3], levels: .at([0, 1, 3]), isFilled: true)
    let figure = Figure(panels: [Axes(colorBar: ColorBar()) { contour }])
    let bar = try #require(try FigureLayout(figure, dpi: 100, text: TextEngine()).panels[0].colorBars.first)
    #expect(bar.strips.colors == [ColorMap.viridis.color(at: 0), ColorMap.viridis.color(at: 1)])
    #expect(bar.strips.edges == [0, 1.0 / 3, 1])
    #expect(bar.axis.ticks.count == 3)
  }

  @Test func dotsHaveTheColorsAndSizesOfTheirNumbers() throws {
    let dots = Dots(
      x: [0, 1, 2], y: [0, 1, 2], colorBy: [1, 2, .nan], sizeBy: [0, 100, 50],
      sizes: SizeScale(0...10, label: "Mass"), label: "Stars")
    #expect(dots.valueRange == AxisRange(lower: 1, upper: 2))
    let range = dots.sizes.range(of: [0, 100, 50])
    // Half of the largest area.
    #expect(abs(dots.sizes.size(of: 50, in: range) - 50.0.squareRoot()) < 1e-12)
    #expect(dots.sizes.size(of: .infinity, in: range).isNaN)
    #expect(dots.parts.compactMap(\.label) == ["Stars", "Mass 0", "Mass 25", "Mass 50", "Mass 75", "Mass 100"])
    #expect(dots.parts.last?.sampleHeight == 10)
    let figure = Figure(panels: [Axes(legend: Legend(), colorBar: ColorBar()) { dots }])
    #expect(figure.warnings.isEmpty)
    #expect(try figure.png(dpi: 40).count > 100)
  }

  @Test func alternativeTextTellsTheNumbers() {
    let figure = Figure(panels: [
      Axes {
        Histogram([1, 2, 2, 3, 9], bins: .count(4), label: "Ages")
        Box(["a", "b"], [[1, 2, 3], []])
        Violin(["a"], [[1, 2, 4]])
        ErrorBars(x: [1, 2], y: [3, 4], yErrors: .symmetric([1, 1]), label: "Mean")
        Area(x: [0, 1], series: [Area.Series([1, 2], label: "one"), Area.Series([3, 4], label: "two")])
      }
    ])
    #expect(
      figure.altText
        == "Histogram “Ages”: 5 values in 4 bins from 1 to 9, the highest 3. Box: a 2 (1.5 to 2.5), b nothing. "
        + "Violin: a 2 (1 to 4). Error bars “Mean”: 2 points from 3 to 4, between 3 and 4. "
        + "Area: one: 2 points from 1 to 2, between 1 and 2; two: 2 points from 3 to 4, between 3 and 4.")
  }

  @Test func whatNamesNothingOrHasNoNumbersIsDrawn() throws {
    let panel = Axes(legend: Legend()) {
      Histogram([], label: "none")
      Histogram([3], label: "one")
      Box(["a", "b"], [[], [1]], isNotched: true, label: "box")
      Violin(["a", "b"], [[], [1]], label: "violin")
      ErrorBars(x: [], y: [], label: "bars")
      Area(x: [], series: [], base: 1)
      Line(x: [1], y: [2], step: .mid)
      Contour(x: [0, 1], y: [0, 1], z: [.nan, 1, 2, 3])
      Contour(x: [0, 1], y: [0, 1], z: [1, 1, 1, 1], isFilled: true)
      HexBins(x: [], y: [])
      HexBins(x: [1], y: [1], leastCount: 1, colors: ColorScale(scale: .log()))
      Stem(x: [], y: [], label: "stem")
      Arrows(x: [1], y: [1], u: [0], v: [0], label: "arrow")
      Dots(x: [1], y: [1], colorBy: [.nan], sizeBy: [.infinity], label: "dots")
    }
    for theme in [Theme(), .cleanDark] {
      let figure = Figure(panels: [panel], theme: theme)
      #expect(try figure.png(dpi: 30).count > 100)
      #expect(try figure.svg().count > 100 && figure.pdf().count > 100)
    }
  }
}
