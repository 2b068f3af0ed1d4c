/// Long titles and labels, on as many lines as they need.
extension LayoutContext {
  /// The figure with titles and labels on lines that are no longer than the place of their panel in the grid. What has no space
  /// to break at stays as it is.
  func wrapped(_ figure: Figure) throws(PlottingError) -> Figure {
    var figure = figure
    let (grid, cells) = (figure.grid, GridFlow(figure).cells)
    let page = Size(width: figure.size.width * dpi, height: figure.size.height * dpi)
    if var title = figure.title {
      let words: String = try wrapped(title.label, theme.figureTitle, within: page.width)
      title.label.text = words
      title.subtitle = try wrapped(title.subtitle, theme.figureSubtitle, within: page.width)
      figure.title = title
    }
    for (index, cell) in zip(figure.panels.indices, cells) {
      let width = grid.widths[cell.columns].reduce(0, +) / grid.widths.reduce(0, +) * page.width
      let height = grid.heights[cell.rows].reduce(0, +) / grid.heights.reduce(0, +) * page.height
      var panel = figure.panels[index]
      panel.title = try wrapped(panel.title, theme.panelTitle, within: width)
      panel.x.label = try wrapped(panel.x.label, theme.axisLabel, within: width)
      panel.y.label = try wrapped(panel.y.label, theme.axisLabel, within: height)
      let right = try wrapped(panel.y2?.label, theme.axisLabel, within: height)
      panel.y2?.label = right
      let bar = try wrapped(panel.colorBar?.label, theme.axisLabel, within: height)
      panel.colorBar?.label = bar
      figure.panels[index] = panel
    }
    return figure
  }

  private func wrapped(_ label: Label?, _ style: TextStyle, within width: Double) throws(PlottingError) -> Label? {
    guard var result = label else { return nil }
    result.text = try wrapped(result, style, within: width)
    return result
  }

  private func wrapped(_ label: Label, _ style: TextStyle, within width: Double) throws(PlottingError) -> String {
    let style = label.style(from: style)
    // A little air to the next panel's.
    let room = width - pixels(style.size)
    func length(_ line: some StringProtocol) throws(PlottingError) -> Double {
      try text.run(String(line), style, dpi: dpi).width
    }
    var lines: [String] = []
    for line in label.text.drawnLines {
      guard try length(line) > room else {
        lines.append(line)
        continue
      }
      var current = ""
      for word in line.split(separator: " ") {
        let longer = current.isEmpty ? String(word) : "\(current) \(word)"
        if !current.isEmpty, try length(longer) > room {
          lines.append(current)
          current = String(word)
        } else {
          current = longer
        }
      }
      lines.append(current)
    }
    // What fits stays as it is, to the letter.
    return lines == label.text.drawnLines ? label.text : lines.joined(separator: "\n")
  }
}
