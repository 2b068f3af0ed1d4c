/// How a panel and its colour bar share a cell of the grid, in parts of the figure's size.
struct PanelCells: Sendable, Equatable {
  var main: Rect
  var colorBar: Rect?

  init(cell: Rect, axes: Axes, scale: PanelScale, style: ColorBarStyle, figureAspect: Double) {
    var main = cell
    if axes.colorBar != nil && !axes.colorMapped.isEmpty {
      let shares = [1 - style.widthShare - style.gapShare, style.widthShare]
      let spans = SubplotGrid.spans(
        from: cell.width, shares: shares, gap: 2 * style.gapShare / (1 - style.gapShare))
      main.maxX = cell.minX + spans[0].end
      main.minX = cell.minX + spans[0].start
      let bar = Rect(
        minX: cell.minX + spans[1].start, minY: cell.minY, maxX: cell.minX + spans[1].end, maxY: cell.maxY)
      colorBar = PanelScale.frame(in: bar, aspect: style.aspect, figureAspect: figureAspect, anchor: 0)
    }
    // A narrower panel stands beside its bar, as in matplotlib.
    self.main = PanelScale.frame(
      in: main, aspect: scale.aspect, figureAspect: figureAspect, anchor: colorBar == nil ? 0.5 : 1)
  }
}

/// The ticks of a panel's named axes; nil for an axis with numbers.
///
/// They are chosen once, before margins are known, as seaborn does it.
struct PanelCategories: Sendable {
  var x: AxisTicks?
  var y: AxisTicks?
}

extension LayoutContext {
  /// Chooses the names that a panel's axes show.
  func categories(of axes: Axes, cell: Rect, figure: Rect) throws(PlottingError) -> PanelCategories {
    let scale = PanelScale(axes, margin: theme.dataMargin)
    let cells = PanelCells(
      cell: cell, axes: axes, scale: scale, style: theme.colorBar, figureAspect: figure.height / figure.width)
    let frame = figure.fraction(cells.main)
    var categories = PanelCategories()
    if case .band(let names) = scale.x.scale, axes.x.ticks == .automatic {
      categories.x = try categoryTicks(
        names, edge: .bottom, runsUpwards: false, angle: axes.x.tickAngle, scale: scale, frame: frame)
    }
    if case .band(let names) = scale.y.scale, axes.y.ticks == .automatic {
      categories.y = try categoryTicks(
        names, edge: .left, runsUpwards: axes.heatmap != nil && theme.namesRunUpwards, angle: axes.y.tickAngle,
        scale: scale, frame: frame)
    }
    return categories
  }
}
