import Testing

@testable import Plotting

/// Cells of a document that reach a little into those that cover them, so that viewers show no page between them.
@Suite struct HeatmapSeamTests {
  /// The boxes of the cells in an SVG of a heatmap, in tenths of a pixel: left, top, right, bottom.
  private func cells(_ heatmap: Heatmap) throws -> [[Int]] {
    let figure = Figure(size: Size(width: 2, height: 2), panels: [Axes(marks: [.heatmap(heatmap)], decoration: .none)])
    let svg = String(decoding: try figure.svg(), as: UTF8.self)
    // What stands before the first box, and the page.
    return svg.split(separator: "<rect ").dropFirst(2).compactMap { text in
      guard text.contains("crispEdges") else { return nil }
      func number(_ name: String) -> Int? {
        text.split(separator: " ").first { $0.hasPrefix("\(name)=\"") }
          .flatMap { Int($0.dropFirst(name.count + 2).prefix { $0.isNumber }) }
      }
      guard let x = number("x"), let y = number("y"), let width = number("width"), let height = number("height")
      else { return nil }
      return [x, y, x + width, y + height]
    }
  }

  @Test func neighboursOverlap() throws {
    let boxes = try cells(Heatmap(rows: 2, columns: 2, values: [1, 2, 3, 4]))
    try #require(boxes.count == 4)
    #expect(boxes[0][2] == boxes[1][0] + 10 && boxes[0][3] == boxes[2][1] + 10)
    #expect(boxes[1][3] == boxes[3][1] + 10 && boxes[2][2] == boxes[3][0] + 10)
    // The last ones end where the heatmap does.
    #expect(boxes[1][2] == boxes[3][2] && boxes[2][3] == boxes[3][3])
  }

  @Test func anEmptyCellStaysWhole() throws {
    let right = try cells(Heatmap(rows: 1, columns: 3, values: [1, .nan, 3]))
    try #require(right.count == 2)
    #expect(right[0][2] - right[0][0] == right[1][2] - right[1][0])
    // Nothing reaches into the corner of a cell that is empty.
    let corner = try cells(Heatmap(rows: 2, columns: 2, values: [1, 2, 3, .nan]))
    try #require(corner.count == 3)
    #expect(corner[0][2] == corner[1][0] && corner[0][3] == corner[2][1])
  }
}
