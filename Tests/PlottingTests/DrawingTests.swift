import Foundation
import PictureSupport
import PlottingTesting
import TestSupport
import Testing

@testable import Plotting

extension RGBImage {
  /// The colour of a pixel as `0xRRGGBB`.
  func color(x: Int, y: Int) -> Int {
    let start = 3 * (y * width + x)
    return bytes[start..<start + 3].reduce(0) { $0 << 8 | Int($1) }
  }

  /// How many pixels have a colour.
  func count(of color: Int) -> Int {
    (0..<width * height).count { self.color(x: $0 % width, y: $0 / width) == color }
  }
}

@Suite struct DrawingTests {
  @Test(arguments: [("lines.png", 10), ("heatmap.png", 10), ("images.png", 7)])
  func looksLikeMatplotlib(picture: String, count: Int) throws {
    let figure =
      switch picture {
      case "lines.png": linesFigure(epochs: count)
      case "heatmap.png": heatmapFigure(classes: count)
      default: imagesFigure(count: count)
      }
    let ours = try figure.image(dpi: 100)
    let theirs = try RGBImage(png: fixture(picture))
    let comparison = PictureComparison(ours, to: theirs)
    if !comparison.isClose { Issue.record("\(try comparison.writeDifference(named: picture))") }
  }

  @Test func panelsBeyondTheGridGetRowsOfTheirOwn() throws {
    var figure = linesFigure(epochs: 2)
    figure.columns = 0
    figure.rows = -1
    #expect(figure.grid == SubplotGrid(rows: 2, columns: 1))
    #expect(try figure.image(dpi: 20).width > 0)
  }

  private func panel(_ line: Line) -> Figure {
    Figure(size: Size(width: 4, height: 3), panels: [Axes(marks: [.line(line)])])
  }

  @Test func aCellHasItsColorAndSharpEdges() throws {
    let figure = Figure(
      size: Size(width: 2, height: 2),
      panels: [
        Axes(marks: [.heatmap(Heatmap(rows: 1, columns: 2, values: [0, 1]))], decoration: .none)
      ])
    let image = try figure.image(dpi: 100)
    #expect(image.count(of: 0xF7FBFF) == image.count(of: 0x08306B))
    #expect(
      image.count(of: 0xF7FBFF) + image.count(of: 0x08306B) + image.count(of: 0xFFFFFF) == image.width * image.height)
  }

  @Test func aSinglePointIsSeen() throws {
    var line = Line(y: [0.5], color: .red, width: 2)
    #expect(try panel(line).image(dpi: 100).count(of: 0xFF0000) > 8)
    line.dotsLonePoints = false
    #expect(try panel(line).image(dpi: 100).count(of: 0xFF0000) == 0)
  }

  @Test func aGapStaysEmpty() throws {
    let whole = try panel(Line(y: [1, 1, 1, 1, 1], color: .red)).image(dpi: 100).count(of: 0xFF0000)
    let gap = try panel(Line(y: [1, 1, .nan, 1, 1], color: .red)).image(dpi: 100).count(of: 0xFF0000)
    #expect(gap > 0 && gap < whole * 2 / 3)
  }

  @Test(
    arguments: [
      [], [Double.nan], [Double.infinity, -Double.infinity], [0, 0], [1e300, -1e300], [1e308, -1e308, 1],
      [.leastNonzeroMagnitude, 0], [.leastNormalMagnitude / 8, 1],
    ] as [[Double]])
  func anyDataGivesAFigure(values: [Double]) throws {
    let image = try panel(Line(y: values, color: .blue, width: 2, label: "L")).image(dpi: 50)
    #expect(image.width > 100 && image.height > 80)
  }

  @Test func manyClassesStayReadable() throws {
    for classes in [1, 2, 25, 60, 200] {
      let names = (0..<classes).map { "a longer name \($0)" }
      let layout = try FigureLayout(heatmapFigure(classes: classes, names: names), dpi: 100, text: TextEngine())
      let panel = try #require(layout.panels.first)
      let cell = panel.frame.width / Double(classes)
      #expect(panel.annotations.allSatisfy { $0.bounds.width <= cell })
      #expect(panel.annotations.isEmpty == (classes > 30))
      #expect(panel.frame.width > 200 && panel.frame.height > 200)
      for axis in panel.axisLayouts {
        let boxes = axis.ticks.map(\.label.bounds)
        #expect(!boxes.isEmpty)
        // The font's full height may touch its neighbour's; letters, of which none is as high, do not.
        let overlap = axis.edge == .bottom ? boxes.map { ($0.minX, $0.maxX) } : boxes.map { (-$0.maxY, -$0.minY) }
        #expect(zip(overlap, overlap.dropFirst()).allSatisfy { $0.1 - $1.0 < 4 }, "\(classes) \(axis.edge)")
      }
    }
  }

  @Test func densityScalesThePage() throws {
    let small = try FigureLayout(linesFigure(epochs: 3), dpi: 75, text: TextEngine())
    let large = try FigureLayout(linesFigure(epochs: 3), dpi: 300, text: TextEngine())
    #expect(abs(large.width - 4 * small.width) < 40 && abs(large.height - 4 * small.height) < 40)
  }

  @Test func aDrawingWithoutPanelsIsAnEmptyPage() throws {
    let image = try Figure(size: Size(width: 1, height: 1), panels: []).image(dpi: 100)
    #expect(image.count(of: 0xFFFFFF) == image.width * image.height)
  }
}
