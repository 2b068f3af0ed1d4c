import Testing

@testable import Plotting

@Suite struct HeatmapGapTests {
  /// Pixels of the page's colour within the cells of a heatmap, in whole lines and alone.
  private func pixelsOfThePage(cells: Int) throws -> (lines: Int, alone: Int) {
    var theme = Theme.clean
    theme.background = Color(hex: 0x00FF00)
    let heatmap = Heatmap(rows: cells, columns: cells, values: Array(repeating: 1, count: cells * cells))
    let figure = Figure(
      size: Size(width: 3, height: 3), panels: [Axes(decoration: .none) { heatmap }], theme: theme)
    let layout = try FigureLayout(figure, dpi: 150, text: TextEngine())
    let frame = try #require(layout.panels.first).frame
    let image = try figure.image(dpi: 150)
    let columns = Int(frame.minX) + 2..<Int(frame.maxX) - 4
    let rows = image.height - Int(frame.maxY) + 2..<image.height - Int(frame.minY) - 4
    func isPage(_ row: Int, _ column: Int) -> Bool {
      let start = 3 * (row * image.width + column)
      return Array(image.bytes[start..<start + 3]) == [0, 255, 0]
    }
    let gapColumns = Set(columns.filter { column in rows.allSatisfy { isPage($0, column) } })
    let gapRows = Set(rows.filter { row in columns.allSatisfy { isPage(row, $0) } })
    let alone = rows.reduce(0) { sum, row in
      sum + columns.count { isPage(row, $0) && !gapColumns.contains($0) && !gapRows.contains(row) }
    }
    return (gapColumns.count + gapRows.count, alone)
  }

  /// Cells of 56, 21, 10 or 9 or 11, 4 and 2 pixels: gaps between all or between none, and none between small ones.
  @Test(arguments: [(8, true), (21, true), (45, false), (47, false), (100, false)])
  func gapsAreBetweenAllCellsOrNone(cells: Int, hasGaps: Bool) throws {
    let pixels = try pixelsOfThePage(cells: cells)
    #expect((pixels.lines > 0) == hasGaps && pixels.alone == 0, "\(pixels)")
  }
}
