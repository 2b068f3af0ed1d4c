import Foundation
import Plotting
import TestSupport
import Testing

/// The calls beside matplotlib's in the documentation are compiled here, each as it stands there.
@Suite struct MatplotlibTableTests {
  private struct Row {
    var species = "setosa"
    var x = 1.0
    var y = 2.0
  }

  @Test func theCallsAreThoseOfTheArticle() throws {
    let article = try String(
      contentsOf: GalleryTests.catalogue.appending(path: "ComingFromMatplotlib.md"), encoding: .utf8)
    let rows = article.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let source = try String(contentsOf: pathBesideTest("MatplotlibTableTests.swift"), encoding: .utf8)
    let compiled = source.filter { !$0.isWhitespace }
    #expect(rows.count >= 50)
    for row in rows {
      let cell = row.split(separator: " | ").last ?? ""
      // What stands in two of them is a symbol's name.
      for match in cell.matches(of: /``[^`]+``|`([^`]+)`/) {
        guard let call = match.output.1 else { continue }
        #expect(compiled.contains(String(call.filter { !$0.isWhitespace })), "\(call) is not compiled")
      }
    }
  }

  @Test func theCallsCompile() throws {
    let (x, y, z) = ([0.0, 1, 2], [0.0, 1, 2], [Double](repeating: 1, count: 9))
    let (low, high, a, b, e, u, v, w) = (x, y, x, y, [1.0, 1, 1], x, y, x)
    let (names, values, groups) = (["a", "b", "c"], [1.0, 2, 3], [[1.0, 2], [3], [4, 5]])
    let pixels = [UInt8](repeating: 0, count: 784)
    let words = [String](repeating: "", count: 6)
    let rows = [Row(), Row(species: "virginica")]
    let marks = [Mark(Line(y: values))]
    let panels = [Axes(marks: marks)]
    let figure = Figure(panels: panels)
    _ = Line(x: x, y: y, width: 2, dash: .dashed)
    _ = Line(x: x, y: y, marker: .circle)
    _ = Line(x: x, y: y, step: .mid)
    _ = Dots(x: x, y: y, size: 3)
    _ = Dots(x: x, y: y, colorBy: z, sizeBy: w)
    _ = Band(x: x, lower: low, upper: high)
    _ = Area(x: x, series: [.init(a), .init(b)])
    _ = Bars(names, values)
    _ = Bars(names, values, direction: .horizontal)
    _ = Histogram(values, bins: .count(30), isDensity: true)
    _ = ErrorBars(x: x, y: y, yErrors: .symmetric(e), capSize: 3)
    _ = Box(names, groups)
    _ = Violin(names, groups)
    _ = Stem(x: x, y: y)
    _ = Image(width: 28, height: 28, pixels: pixels)
    _ = Heatmap(rows: 2, columns: 3, values: z, annotations: words)
    _ = Contour(x: x, y: y, z: z)
    _ = Contour(x: x, y: y, z: z, isFilled: true)
    _ = HexBins(x: x, y: y)
    _ = Arrows(x: x, y: y, u: u, v: v)
    _ = Rule(y: 0.5)
    _ = Rule(x: 10)
    _ = Text("best", x: 3, y: 0.5)
    _ = Axes(marks: marks, title: "Loss")
    _ = Axes(marks: marks, x: Axis(label: "Epoch"))
    _ = Axis(limits: 0...1)
    _ = Axis(from: 0, to: nil)
    _ = Axis(from: 10, to: 0)
    _ = Axis(scale: .log())
    _ = Axis(scale: .symlog())
    _ = Axis(scale: .date())
    _ = Axis(ticks: .labels([0: "a", 1: "b"]))
    _ = Axis(ticks: .multiples(of: 0.25))
    _ = Axis(format: .percent())
    _ = Axis(format: .si(unit: "B"))
    _ = Axis(tickAngle: 45)
    _ = Axes(marks: marks, y2: Axis())
    _ = Axes(marks: marks, aspect: .equal)
    _ = Axes(marks: marks, grid: Grid())
    _ = Legend(placement: .inside(.bottomRight))
    _ = Legend(placement: .outside(.right))
    _ = Axes(marks: marks, colorBar: ColorBar())
    _ = Figure(columns: 3, panels: panels)
    _ = Figure(rowHeights: [3, 1], panels: panels)
    _ = Figure(sharesX: .all, panels: panels)
    _ = Figure.facets(rows, by: \.species) { rows in Dots(x: rows.map(\.x), y: rows.map(\.y)) }
    _ = Figure(title: FigureTitle("Runs"), panels: panels)
    _ = Figure(size: Size(width: 7, height: 5), panels: panels)
    _ = Figure(panels: panels, theme: .dark)
    _ = try figure.png(dpi: 200)
    _ = try figure.svg()
    _ = try figure.pdf()
  }
}
