extension Figure {
  /// The figure with all stated that follows from a panel as a whole: where what has names stands, how marks without a colour look,
  /// and the range of a colour bar.
  var resolved: Figure {
    var figure = self
    figure.shareAxes()
    figure.panels = figure.panels.map { panel in
      var panel = panel.resolved(theme)
      if legend != nil && panel.legend?.isAutomatic == true { panel.legend = nil }
      return panel
    }
    return figure
  }
}

extension Axes {
  fileprivate func resolved(_ theme: Theme) -> Axes {
    var panel = self
    panel.placeNamedPieces()
    panel.marks = MarkLooks(panel.marks, theme.marks).marks
    panel.widenColors()
    panel.insets = insets.map { inset in
      var inset = inset
      inset.axes = inset.axes.resolved(theme)
      // The large panel's tells the names.
      if inset.axes.legend?.isAutomatic == true { inset.axes.legend = nil }
      return inset
    }
    return panel
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
        var placed = named.placed(at: names.places(of: own).map(Double.init))
        placed.isOnRightAxis = mark.isOnRightAxis
        marks[index] = placed
      }
    }
  }

  /// Gives marks whose colours a bar shows a range of some length, so that they have the colours of the bar, which has to have
  /// one.
  fileprivate mutating func widenColors() {
    guard colorBar != nil else { return }
    for (index, mark) in marks.enumerated() {
      guard let mapped = mark.colorMapped else { continue }
      marks[index] = mark.replaced(by: mapped.widened())
    }
  }
}
