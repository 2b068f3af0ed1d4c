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
    }
    for theme in [Theme(), .cleanDark] {
      let figure = Figure(panels: [panel], theme: theme)
      #expect(try figure.png(dpi: 30).count > 100)
      #expect(try figure.svg().count > 100 && figure.pdf().count > 100)
    }
  }
}
