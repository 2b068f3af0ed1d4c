extension Figure {
  /// The most columns and the most rows of the grid.
  static let largestGrid = 1000

  /// Refuses what cannot be drawn, naming the property and, counted from 1, the panel and the mark.
  func check() throws(PlottingError) {
    let figure = ValueCheck(operation: "lay out figure")
    let inches = NumberRange(lowest: 0.01, highest: 200)
    try figure.inside("size").numbers(["width": size.width, "height": size.height], inches)
    try checkGrid(figure)
    if let title {
      let check = figure.inside("title")
      try check.label(title.label, "label")
      try check.label(title.subtitle, "subtitle")
      try check.number(title.top, "top", NumberRange(lowest: -100, highest: 100))
    }
    if let legend {
      try legend.check(figure.inside("legend"))
      switch legend.placement {
      case .box, .outside: break
      case .inside, .lineEnds:
        throw figure.failure("legend.placement is not outside, where a legend of all panels stands")
      }
    }
    try theme.check(figure.inside("theme"))
    for (index, panel) in panels.enumerated() { try panel.check("panel \(index + 1)") }
  }

  /// Checks the grid before it is made: sums of its numbers could overflow.
  private func checkGrid(_ check: ValueCheck) throws(PlottingError) {
    for (property, count) in [("columns", columns), ("rows", rows)] where count > Self.largestGrid {
      throw check.failure("\(property) is \(count), more than \(Self.largestGrid)")
    }
    for (index, panel) in panels.enumerated() {
      for (property, span, most) in [
        ("rowSpan", panel.rowSpan, Self.largestGrid), ("columnSpan", panel.columnSpan, max(columns, 1)),
      ] where !(1...most).contains(span) {
        throw check.failure("\(property) of panel \(index + 1) is \(span), not within 1...\(most)")
      }
    }
    let flow = GridFlow(self)
    guard flow.rows <= Self.largestGrid else {
      throw check.failure(
        "\(panels.count) panels in \(flow.columns) columns take \(flow.rows) rows, more than \(Self.largestGrid)")
    }
    for (property, shares, count, name) in [
      ("columnWidths", columnWidths, flow.columns, "columns"), ("rowHeights", rowHeights, flow.rows, "rows"),
    ] where !shares.isEmpty {
      try check.sameCount(property, shares.count, name, count)
      for share in shares { try check.number(share, property, NumberRange(lowest: 0.001, highest: 1000)) }
    }
  }
}
