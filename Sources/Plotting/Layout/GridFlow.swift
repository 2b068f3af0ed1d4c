extension Figure {
  /// The grid with room for all panels, at its first place.
  var grid: SubplotGrid {
    let flow = GridFlow(self)
    return SubplotGrid(rows: flow.rows, columns: flow.columns, widths: columnWidths, heights: rowHeights)
  }
}

/// Where the panels of a figure come to stand: each in the first free cells of its grid that are as many as it takes, row by row.
struct GridFlow {
  /// The cells that a panel takes.
  struct Cell: Sendable, Equatable {
    var rows: Range<Int>
    var columns: Range<Int>
  }

  private(set) var cells: [Cell] = []
  private(set) var rows: Int
  let columns: Int

  init(_ figure: Figure) {
    columns = max(figure.columns, 1)
    rows = max(figure.rows, 1)
    var taken: [[Bool]] = []
    var firstRow = 0
    for panel in figure.panels {
      let (height, width) = (max(panel.rowSpan, 1), min(max(panel.columnSpan, 1), columns))
      while firstRow < taken.count && !taken[firstRow].contains(false) { firstRow += 1 }
      var place = (row: firstRow, column: 0)
      func isFree(_ row: Int, _ column: Int) -> Bool {
        (row..<min(row + height, taken.count)).allSatisfy { row in !taken[row][column..<column + width].contains(true) }
      }
      while !isFree(place.row, place.column) {
        place = place.column + width < columns ? (place.row, place.column + 1) : (place.row + 1, 0)
      }
      while taken.count < place.row + height { taken.append(Array(repeating: false, count: columns)) }
      for row in place.row..<place.row + height {
        for column in place.column..<place.column + width { taken[row][column] = true }
      }
      cells.append(
        Cell(rows: place.row..<place.row + height, columns: place.column..<place.column + width))
    }
    rows = max(rows, taken.count)
  }
}
