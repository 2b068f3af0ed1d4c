import TestSupport
import Testing

@testable import Plotting

private struct LayoutFixture: Decodable {
  struct Text: Decodable {
    var text: String
    var x: Double
    var y: Double
  }
  var kind: String
  var count: Int
  var dpi: Double
  var width: Int
  var height: Int
  var boxes: [[Double]]
  var texts: [Text]

  /// The figure that `make_fixtures.py` drew.
  var figure: Figure {
    switch kind {
    case "lines": linesFigure(epochs: count)
    case "heatmap": heatmapFigure(classes: count)
    default: imagesFigure(count: count)
    }
  }
}

@Suite struct FigureLayoutTests {
  @Test func placesEverythingWhereMatplotlibDoes() throws {
    for expected in try fixtureCases("layout.json", of: LayoutFixture.self) {
      let layout = try FigureLayout(expected.figure, dpi: expected.dpi, text: TextEngine())
      #expect(layout.width == expected.width && layout.height == expected.height, "\(expected.kind) \(expected.count)")
      let boxes = layout.panels.map(\.frame) + layout.panels.flatMap(\.colorBars).map(\.frame)
      #expect(boxes.count == expected.boxes.count)
      for (box, other) in zip(boxes, expected.boxes) {
        #expect(other.count == 4)
        for (value, wanted) in zip([box.minX, box.minY, box.width, box.height], other) {
          #expect(abs(value - wanted) < 0.01, "\(expected.kind) \(expected.count): \(box)")
        }
      }
      // The order in which texts are drawn differs; compare the nearest of the same words.
      for text in expected.texts {
        let distance = layout.lines.filter { $0.text == text.text }.map { line in
          max(abs(line.origin.x - text.x), abs(layout.exactHeight - line.origin.y - text.y))
        }.min()
        #expect(distance ?? .infinity <= 0.5, "\(expected.kind) \(expected.count) at \(expected.dpi): \(text)")
      }
      #expect(layout.lines.count == expected.texts.count, "\(expected.kind) \(expected.count)")
    }
  }

  @Test(arguments: [0, 5, 1e6, Double.nan, -150])
  func refusesDensitiesThatMakeNoSense(dpi: Double) {
    #expect(throws: PlottingError.self) { try linesFigure(epochs: 2).png(dpi: dpi) }
  }

  @Test(arguments: [Double.nan, .infinity, 0, -1, 1e9])
  func refusesSizesThatMakeNoSense(width: Double) {
    var figure = linesFigure(epochs: 2)
    figure.size.width = width
    #expect(throws: PlottingError.self) { try figure.png() }
  }
}

extension FigureLayout {
  /// All lines of text.
  var lines: [PlacedText.Line] {
    panels.flatMap { panel in
      let axes = panel.axisLayouts + panel.colorBars.map(\.axis)
      let labels = axes.flatMap { axis in axis.ticks.map(\.label) + [axis.label, axis.common].compactMap { $0 } }
      return labels + [panel.title].compactMap { $0 } + panel.annotations + (panel.legend?.entries.map(\.name) ?? [])
    }.flatMap(\.lines) + titles.flatMap(\.lines)
  }
}
