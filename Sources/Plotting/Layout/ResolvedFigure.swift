extension Figure {
  /// The figure with all stated that follows from a panel as a whole: where what has names stands, how marks without a colour look,
  /// and the range of a colour bar.
  var resolved: Figure {
    var figure = self
    figure.panels = panels.map { panel in
      var panel = panel
      panel.placeNamedPieces()
      panel.marks = MarkLooks(panel.marks, theme.marks).marks
      panel.widenColors()
      return panel
    }
    return figure
  }
}

extension Axes {
  /// Moves bars, boxes and violins to their names on the axis, which has those of all of them.
  fileprivate mutating func placeNamedPieces() {
    for direction in [AxisDirection.x, .y] {
      var names = CategoryNames(self, direction)
      for (index, mark) in marks.enumerated() {
        guard let named = mark.categorical, named.categoryAxis == direction, let own = named.categories else {
          continue
        }
        marks[index] = named.placed(at: names.places(of: own).map(Double.init))
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
