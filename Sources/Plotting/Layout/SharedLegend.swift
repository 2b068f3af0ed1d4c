/// One legend for all panels of a figure.
extension LayoutContext {
  /// Lays out the legend of the marks of `panels`, which take `bounds`, beside all of them; nil if no mark has a name.
  func place(_ legend: Legend, of panels: [PanelLayout], within bounds: [Rect]) throws(PlottingError) -> PanelLayout? {
    guard let first = panels.first, let frames = Rect.union(of: panels.map(\.frame)),
      let bounds = Rect.union(of: bounds)
    else { return nil }
    var (legend, frame) = (legend, frames)
    if legend.placement == .outside(.below) {
      frame.minY = bounds.minY
    } else {
      legend.placement = .outside(.right)
      frame.maxX = bounds.maxX
    }
    let axes = Axes(marks: differentMarks(of: panels), legend: legend, decoration: .none)
    var panel = PanelLayout(axes: axes, scale: first.scale, frame: frame)
    panel.legend = try place(legend, of: panel)
    return panel.legend.map { _ in panel }
  }

  /// The marks with a name, each once.
  private func differentMarks(of panels: [PanelLayout]) -> [Mark] {
    var marks: [Mark] = []
    var rows: [(kind: String, labels: [String?], colors: [Color])] = []
    for panel in panels {
      for (mark, colors) in zip(panel.axes.marks, panel.axes.colors(theme.marks)) {
        let row = (kind: mark.drawable.kind, labels: mark.parts.map(\.label), colors: colors)
        guard row.labels.contains(where: { $0 != nil }), !rows.contains(where: { $0 == row }) else { continue }
        rows.append(row)
        var named = mark
        named.paletteColors = colors
        marks.append(named)
      }
    }
    return marks
  }
}

extension PlacedPanels {
  /// What the legend of all panels takes right of them or below them, in pixels.
  func room(forLegend legend: Legend?) -> Size {
    var room = Size(width: 0, height: 0)
    guard let panel = self.legend, let box = panel.legend?.frame else { return room }
    if legend?.placement == .outside(.below) {
      room.height = panel.frame.minY - box.minY
    } else {
      room.width = box.maxX - panel.frame.maxX
    }
    return room
  }
}
