/// A panel at its place on the page, in pixels.
struct PanelLayout: Sendable {
  var axes: Axes
  var scale: PanelScale
  /// The box of the marks.
  var frame: Rect
  var axisLayouts: [AxisLayout] = []
  var title: PlacedText?
  var note: PlacedText?
  var annotations: [PlacedText] = []
  var arrows: [Arrow] = []
  var legend: LegendLayout?
  /// The names beside the ends of lines.
  var lineNames: [PlacedText] = []
  var colorBar: ColorBarLayout?

  /// The box around all that is drawn. For layout, title and axis labels count as a pixel wide.
  func bounds(forLayout: Bool, tickLength: Double) -> Rect {
    var boxes = [frame]
    for axis in axisLayouts {
      if let box = axis.bounds(forLayout: forLayout) { boxes.append(box) }
      if !axis.ticks.isEmpty && axes.decoration == .full {
        boxes.append(
          axis.edge == .bottom
            ? Rect(minX: frame.minX, minY: frame.minY - tickLength, maxX: frame.maxX, maxY: frame.minY)
            : Rect(minX: frame.minX - tickLength, minY: frame.minY, maxX: frame.minX, maxY: frame.maxY))
      }
    }
    if let box = note?.bounds { boxes.append(box) }
    // For layout with room after them, or they would seem to be the next panel's.
    boxes += lineNames.map { name in
      let box = name.bounds
      let room = forLayout ? box.height / Double(name.lines.count) : 0
      return Rect(x: box.minX, y: box.minY, width: box.width + room, height: box.height)
    }
    if let box = title?.bounds {
      boxes.append(forLayout ? Rect(x: box.midX - 0.5, y: box.minY, width: 1, height: box.height) : box)
    }
    boxes += annotations.map(\.bounds).filter(\.isVisible)
    if let legend { boxes.append(legend.frame) }
    if let colorBar {
      boxes.append(colorBar.frame)
      if let box = colorBar.axis.bounds(forLayout: forLayout) { boxes.append(box) }
    }
    return Rect.union(of: boxes) ?? frame
  }
}

/// A colour bar at its place on the page.
struct ColorBarLayout: Sendable {
  var frame: Rect
  var axis: AxisLayout
  var scale: PanelScale
  var colorMap: ColorMap
}

extension LayoutContext {
  /// Lays out one panel in `cell`, which is in parts of `figure`, the figure's box in pixels; `aspect` is the figure's
  /// height divided by its width.
  func place(_ axes: Axes, categories: PanelCategories, cell: Rect, figure: Rect, aspect: Double) throws(PlottingError)
    -> PanelLayout
  {
    let scale = PanelScale(axes, margin: theme.dataMargin)
    let parts = PanelCells(cell: cell, axes: axes, scale: scale, style: theme.colorBar, figureAspect: aspect)
    let frame = figure.fraction(parts.main)
    var panel = PanelLayout(axes: axes, scale: scale, frame: frame)

    if axes.decoration != .none {
      let x = categories.x ?? ticks(of: axes.x, on: scale.x, length: frame.width, edge: .bottom)
      let y = categories.y ?? ticks(of: axes.y, on: scale.y, length: frame.height, edge: .left)
      panel.axisLayouts = [
        try place(x, label: axes.x.label, edge: .bottom, scale: scale, frame: frame),
        try place(y, label: axes.y.label, edge: .left, scale: scale, frame: frame),
      ]
    }
    if let title = axes.title { panel.title = try place(title: title, over: panel) }
    if let note = axes.note {
      panel.note = try text.place(
        note.text, note.style(from: theme.panelNote),
        at: Point(x: frame.maxX, y: panel.title?.lines.last?.origin.y ?? frame.maxY + offset(theme.titlePad)),
        TextAlignment(horizontal: .right, vertical: .baseline), dpi: dpi)
    }
    if let heatmap = axes.heatmap {
      panel.annotations = try place(annotationsOf: heatmap, scale: scale, frame: frame)
      if let colorBar = axes.colorBar, let cell = parts.colorBar {
        panel.colorBar = try place(colorBar, of: heatmap, frame: figure.fraction(cell))
      }
    }
    for case let mark as Text in axes.marks.map(\.drawable) {
      guard let (words, arrow) = try place(mark, scale: scale, frame: frame) else { continue }
      panel.annotations.append(words)
      if let arrow { panel.arrows.append(arrow) }
    }
    if let legend = axes.legend {
      switch legend.placement {
      case .box: panel.legend = try place(legend, of: axes, scale: scale, frame: frame, words: panel.annotations)
      case .lineEnds: panel.lineNames = try lineNames(of: axes, scale: scale, frame: frame)
      }
    }
    return panel
  }

  /// Puts a title over its panel, and over the power of ten of the vertical axis where it would cover it.
  private func place(title: Label, over panel: PanelLayout) throws(PlottingError) -> PlacedText {
    let isCentered = theme.titlePosition == .center
    let alignment = TextAlignment(horizontal: isCentered ? .center : .left, vertical: .baseline)
    let style = title.style(from: theme.panelTitle)
    let x = panel.frame.minX + (isCentered ? 0.5 * panel.frame.width : 0)
    let pad = offset(theme.titlePad)
    var top = panel.frame.maxY
    var placed = try text.place(
      title.text, style, at: Point(x: x, y: panel.frame.height + (panel.frame.minY + pad)), alignment, dpi: dpi)
    for axis in panel.axisLayouts where axis.edge != .bottom {
      if let common = axis.common?.bounds, common.intersection(placed.bounds) != nil { top = common.maxY }
    }
    if placed.bounds.minY < top {
      placed = try text.place(title.text, style, at: Point(x: x, y: top + pad), alignment, dpi: dpi)
    }
    if placed.bounds.minY < top {
      placed = try text.place(
        title.text, style, at: Point(x: x, y: 2 * top - placed.bounds.minY + pad), alignment, dpi: dpi)
    }
    return placed
  }

  /// Lays out a colour bar with its axis at the right.
  private func place(_ colorBar: ColorBar, of heatmap: Heatmap, frame: Rect) throws(PlottingError) -> ColorBarLayout {
    let range = heatmap.valueRange.widened(expander: 0.1)
    let scale = PanelScale(colorBar: range)
    let ticks = automaticTicks(in: range, length: frame.height, edge: .right)
    return ColorBarLayout(
      frame: frame,
      axis: try place(
        ticks, label: colorBar.label ?? heatmap.label.map { Label($0) }, edge: .right, scale: scale, frame: frame),
      scale: scale, colorMap: heatmap.colorMap)
  }
}

extension Axes {
  /// The first heatmap.
  var heatmap: Heatmap? {
    marks.lazy.compactMap { $0.drawable as? Heatmap }.first
  }
}
