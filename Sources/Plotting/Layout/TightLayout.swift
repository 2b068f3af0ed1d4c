/// Margins and gaps in which labels just find room, as matplotlib's `tight_layout` computes them.
struct TightLayout {
  /// The figure's size in pixels.
  var figure: Size
  /// The space around and between panels, in parts of the figure's size.
  var pad: Size
  /// The box of the figure's title in pixels; nil where there is none.
  var title: Rect?
  /// What stands right of all panels and below them, in pixels.
  var outside = Size(width: 0, height: 0)

  /// The grid for panels that take `cells` of `grid` and are surrounded by `bounds`, in pixels.
  ///
  /// Where labels leave no room for the panels, `grid` is kept as it is.
  func fit(_ grid: SubplotGrid, cells: [GridFlow.Cell], bounds: [Rect]) -> SubplotGrid {
    // What sticks out of the cells into each gap, left of the first column to right of the last, and so on.
    var across = Array(repeating: Array(repeating: 0.0, count: grid.columns + 1), count: grid.rows)
    var down = Array(repeating: Array(repeating: 0.0, count: grid.columns), count: grid.rows + 1)
    for (place, box) in zip(cells, bounds) {
      let cell = grid.cell(place)
      let tight = inFigure(box)
      for row in place.rows {
        across[row][place.columns.lowerBound] += cell.minX - tight.minX
        across[row][place.columns.upperBound] += tight.maxX - cell.maxX
      }
      for column in place.columns {
        down[place.rows.lowerBound][column] += tight.maxY - cell.maxY
        down[place.rows.upperBound][column] += cell.minY - tight.minY
      }
    }
    func margin(_ overhangs: [Double], _ pad: Double) -> Double { max(overhangs.max() ?? 0, 0) + pad }
    let left = margin(across.map { $0[0] }, pad.width)
    let right = margin(across.map { $0[grid.columns] }, pad.width) + outside.width / figure.width
    let bottom = margin(down[grid.rows], pad.height) + outside.height / figure.height
    let top = margin(down[0], pad.height) + (title.map { inFigure($0).height + pad.height } ?? 0)
    guard left + right < 1, bottom + top < 1 else { return grid }

    var result = grid
    result.left = left
    result.right = 1 - right
    result.bottom = bottom
    result.top = 1 - top
    if grid.columns > 1 {
      let gap = (across.flatMap { $0.dropFirst().dropLast() }.max() ?? 0) + pad.width
      let width = (1 - right - left - gap * Double(grid.columns - 1)) / Double(grid.columns)
      guard width > 0 else { return grid }
      result.widthGap = gap / width
    }
    if grid.rows > 1 {
      let gap = (down.dropFirst().dropLast().flatMap { $0 }.max() ?? 0) + pad.height
      let height = (1 - top - bottom - gap * Double(grid.rows - 1)) / Double(grid.rows)
      guard height > 0 else { return grid }
      result.heightGap = gap / height
    }
    return result
  }

  /// A box in parts of the figure's size. Multiplies by the reciprocals, as matplotlib's inverted transforms do: titles
  /// stand at half pixels so often that the last bit of a sum decides where they are drawn.
  private func inFigure(_ box: Rect) -> Rect {
    let x = 1 / figure.width
    let y = 1 / figure.height
    return Rect(minX: box.minX * x, minY: box.minY * y, maxX: box.maxX * x, maxY: box.maxY * y)
  }
}
