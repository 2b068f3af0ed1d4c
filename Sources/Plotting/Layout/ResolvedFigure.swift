extension Figure {
  /// The figure with all stated that follows from a panel as a whole: where named bars stand, how marks without a colour look,
  /// and the range of a colour bar.
  var resolved: Figure {
    var figure = self
    figure.panels = panels.map { panel in
      var panel = panel
      panel.placeNamedBars()
      panel.marks = MarkLooks(panel.marks, theme.marks).marks
      panel.widenColors()
      return panel
    }
    return figure
  }
}

extension Axes {
  /// Moves bars to their names on the axis, which has those of all bars.
  fileprivate mutating func placeNamedBars() {
    for direction in [AxisDirection.x, .y] {
      var names = CategoryNames(self, direction)
      for (index, mark) in marks.enumerated() {
        guard var bars = mark.drawable as? Bars, bars.categoryAxis == direction, let own = bars.categories else {
          continue
        }
        bars.positions = names.places(of: own).map(Double.init)
        marks[index] = .bars(bars)
      }
    }
  }

  /// Gives a heatmap with a colour bar a range of some length, so that the cells have the colours of the bar, which has to have
  /// one.
  fileprivate mutating func widenColors() {
    guard colorBar != nil else { return }
    for (index, mark) in marks.enumerated() {
      guard var heatmap = mark.drawable as? Heatmap else { continue }
      let range = heatmap.valueRange.widened(expander: 0.1)
      heatmap.limits = range.lower...range.upper
      marks[index] = .heatmap(heatmap)
      return
    }
  }
}
