extension Figure {
  /// A panel for each group of rows that have the same key, in the order in which keys first come. All panels have the same axes,
  /// and those at the edge show the labels.
  ///
  ///     let figure = Figure.facets(flowers, by: \.species, x: Axis(label: "Length"), y: Axis(label: "Width")) { flowers in
  ///       Dots(x: flowers.map(\.length), y: flowers.map(\.width))
  ///     }
  ///
  /// - Parameters:
  ///   - rows: The rows of a table.
  ///   - key: What tells the groups apart.
  ///   - title: The title of a group's panel; by default its key.
  ///   - columns: The columns of the grid; nil for about as many as rows.
  ///   - size: The size in inches; nil for one that grows with the grid.
  ///   - x: The horizontal axis of all panels.
  ///   - y: The vertical axis of all panels.
  ///   - grid: Lines across the panels; nil for none.
  ///   - legend: The legend of all panels; by default one if marks have labels.
  ///   - theme: Sizes and colours that are stated nowhere else.
  ///   - marks: What the rows of a group show.
  public static func facets<Row, Key: Hashable>(
    _ rows: some Sequence<Row>, by key: (Row) -> Key, title: (Key) -> Label = { Label("\($0)") }, columns: Int? = nil,
    size: Size? = nil, x: Axis = Axis(), y: Axis = Axis(), grid: Grid? = nil, legend: Legend? = .automatic,
    theme: Theme = Theme(),
    @MarkBuilder marks: ([Row]) -> [Mark]
  ) -> Figure {
    var keys: [Key] = []
    var groups: [Key: [Row]] = [:]
    for row in rows {
      let key = key(row)
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append(row)
    }
    let square = Int(Double(keys.count).squareRoot().rounded(.up))
    let columns = max(columns ?? square, 1)
    let shownColumns = Double(min(columns, max(keys.count, 1)))
    let shownRows = (Double(keys.count) / Double(columns)).rounded(.up)
    let size = size ?? Size(width: 1 + 2.7 * shownColumns, height: 0.6 + 2.2 * max(shownRows, 1))
    return Figure(
      size: size, columns: columns, sharesX: .all, sharesY: .all, legend: legend,
      panels: keys.map { key in
        Axes(marks: marks(groups[key] ?? []), title: title(key), x: x, y: y, grid: grid)
      }, theme: theme)
  }
}
