/// A panel at its place on the page, in pixels.
struct PanelLayout: Sendable {
  var axes: Axes
  var scale: PanelScale
  /// The scale of marks that belong to the right axis; nil if there is none.
  var rightScale: PanelScale?
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
  /// The colour bars, from left to right: one for each scale of colours.
  var colorBars: [ColorBarLayout] = []
  /// Small panels upon this one, which are drawn after it.
  var insets: [PanelLayout] = []
  /// What they magnify, in the same order.
  var zooms: [ZoomLines?] = []

  /// The scale of a mark.
  func scale(of mark: Mark) -> PanelScale { mark.isOnRightAxis ? rightScale ?? scale : scale }

  /// The box around marks, axes and colour bar.
  var surroundings: Rect {
    var boxes = [frame] + axisLayouts.compactMap { $0.bounds(forLayout: false) }
    boxes += colorBars.map { $0.bounds(forLayout: false) }
    return Rect.union(of: boxes) ?? frame
  }

  /// The box around all that is drawn. For layout, title and axis labels count as a pixel wide.
  func bounds(forLayout: Bool, tickLength: Double) -> Rect {
    var boxes = [frame]
    for axis in axisLayouts {
      if let box = axis.bounds(forLayout: forLayout) { boxes.append(box) }
      if !axis.ticks.isEmpty && axes.decoration == .full {
        switch axis.edge {
        case .bottom:
          boxes.append(Rect(minX: frame.minX, minY: frame.minY - tickLength, maxX: frame.maxX, maxY: frame.minY))
        case .left:
          boxes.append(Rect(minX: frame.minX - tickLength, minY: frame.minY, maxX: frame.minX, maxY: frame.maxY))
        case .right:
          boxes.append(Rect(minX: frame.maxX, minY: frame.minY, maxX: frame.maxX + tickLength, maxY: frame.maxY))
        }
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
    // One within the panel takes no room from it, not even if it is larger.
    if let legend, !forLayout || axes.legend?.isOutside == true { boxes.append(legend.frame) }
    boxes += insets.map { $0.bounds(forLayout: forLayout, tickLength: tickLength) }
    boxes += colorBars.map { $0.bounds(forLayout: forLayout) }
    return Rect.union(of: boxes) ?? frame
  }
}

/// A colour bar at its place on the page.
struct ColorBarLayout: Sendable {
  var frame: Rect
  var axis: AxisLayout
  var scale: PanelScale
  var strips: Strips

  /// The box around the bar and its numbers.
  func bounds(forLayout: Bool) -> Rect { axis.bounds(forLayout: forLayout).map(frame.union) ?? frame }

  /// The colours from the bottom up.
  struct Strips: Sendable, Equatable {
    /// Where they begin and end, in shares of the bar's height: one more than there are colours.
    var edges: [Double]
    var colors: [Color]

    /// All colours of a map, equally high.
    init(_ colorMap: ColorMap) {
      colors = colorMap.colors
      let count = Double(colors.count)
      edges = (0...colors.count).map { Double($0) / count }
    }

    /// The colours between numbers.
    init(_ edges: [Double], _ scale: Scale, _ shades: ValueColors) {
      let places = edges.map(scale.transform)
      let (first, last) = (places.first ?? 0, places.last ?? 1)
      self.edges = places.map { ($0 - first) / (last - first) }
      colors = zip(edges, edges.dropFirst()).map { shades.color(of: $0 / 2 + $1 / 2) ?? .white }
    }
  }
}

extension LayoutContext {
  /// Lays out one panel in `cell`, which is in parts of `figure`, the figure's box in pixels; `aspect` is the figure's
  /// height divided by its width. `isFinal` is false if only the room that it takes matters.
  func place(
    _ axes: Axes, categories: PanelCategories, cell: Rect, figure: Rect, aspect: Double, isFinal: Bool = true
  ) throws(PlottingError) -> PanelLayout {
    let scale = PanelScale(axes, margin: theme.dataMargin)
    let parts = PanelCells(cell: cell, axes: axes, scale: scale, style: theme.colorBar, figureAspect: aspect)
    let frame = figure.fraction(parts.main)
    var panel = PanelLayout(axes: axes, scale: scale, frame: frame)
    if let right = axes.onRightAxis {
      var scale = PanelScale(right, margin: theme.dataMargin)
      scale.x = panel.scale.x
      panel.rightScale = scale
    }

    if axes.decoration != .none {
      for (direction, names) in [(AxisDirection.x, categories.x), (.y, categories.y)] {
        var ticks = if let names { names } else { try fittingTicks(of: direction, in: panel) }
        let isHidden = axes.shared.hides(direction)
        if isHidden { ticks = ticks.withoutLabels }
        panel.axisLayouts.append(
          try place(
            ticks, label: isHidden ? nil : axes.axis(direction).label, edge: direction == .x ? .bottom : .left,
            scale: scale, frame: frame))
      }
      if let right = axes.onRightAxis, let scale = panel.rightScale {
        let beside = PanelLayout(axes: right, scale: scale, frame: frame)
        let ticks =
          if case .band(let names) = scale.y.scale, right.y.ticks == .automatic {
            try categoryTicks(
              names, edge: .right, runsUpwards: false, angle: right.y.tickAngle, scale: scale, frame: frame)
          } else {
            try fittingTicks(of: right.y, on: scale.y, edge: .right, in: beside)
          }
        panel.axisLayouts.append(try place(ticks, label: right.y.label, edge: .right, scale: scale, frame: frame))
      }
    }
    if let title = axes.title { panel.title = try place(title: title, over: panel) }
    if let note = axes.note { try place(note: note, in: &panel) }
    if let heatmap = axes.heatmap {
      panel.annotations = try place(annotationsOf: heatmap, scale: scale, frame: frame)
    }
    try placeContourLabels(in: &panel)
    if case .lineEnds? = axes.legend?.placement {
      panel.lineNames = try lineNames(of: axes, scale: scale, frame: frame)
    }
    if let cell = parts.colorBar { try place(colorBarsIn: figure.fraction(cell), of: &panel) }
    for mark in axes.marks {
      guard let words = mark.drawable as? Text,
        let (words, arrow) = try place(words, scale: panel.scale(of: mark), frame: frame)
      else { continue }
      panel.annotations.append(words)
      if let arrow { panel.arrows.append(arrow) }
    }
    try place(insetsOf: axes, in: &panel, figure: figure, aspect: aspect, isFinal: isFinal)
    if let legend = axes.legend, legend.placement != .lineEnds {
      panel.legend = try place(legend, of: panel, isFinal: isFinal)
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
    let air = 0.5 * pixels(theme.tickLabel.size)
    for axis in panel.axisLayouts where axis.edge != .bottom {
      guard let common = axis.common?.bounds else { continue }
      let beside = Rect(
        minX: common.minX - air, minY: common.minY, maxX: common.maxX + air, maxY: common.maxY)
      if beside.intersection(placed.bounds) != nil { top = max(top, common.maxY) }
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

  /// Puts a note at the right end of the title's last line, or below the title where it would cover that.
  private func place(note: Label, in panel: inout PanelLayout) throws(PlottingError) {
    let frame = panel.frame
    let baseline = panel.title?.lines.last?.origin.y ?? frame.maxY + offset(theme.titlePad)
    let placed = try text.place(
      note.text, note.style(from: theme.panelNote), at: Point(x: frame.maxX, y: baseline),
      TextAlignment(horizontal: .right, vertical: .baseline), dpi: dpi)
    panel.note = placed
    guard let title = panel.title, title.bounds.overlaps(placed.bounds) else { return }
    panel.title = title.offset(y: placed.bounds.maxY - title.bounds.minY)
  }

  /// Puts the small panels upon a large one.
  private func place(
    insetsOf axes: Axes, in panel: inout PanelLayout, figure: Rect, aspect: Double, isFinal: Bool
  ) throws(PlottingError) {
    for inset in axes.insets {
      let box = panel.frame.fraction(Rect(x: inset.x, y: inset.y, width: inset.width, height: inset.height))
      let cell = Rect(
        minX: (box.minX - figure.minX) / figure.width, minY: (box.minY - figure.minY) / figure.height,
        maxX: (box.maxX - figure.minX) / figure.width, maxY: (box.maxY - figure.minY) / figure.height)
      let categories = try categories(of: inset.axes, cell: cell, figure: figure)
      let placed = try place(
        inset.axes, categories: categories, cell: cell, figure: figure, aspect: aspect, isFinal: isFinal)
      panel.insets.append(placed)
      panel.zooms.append(inset.showsZoom ? ZoomLines(of: placed, in: panel) : nil)
    }
  }

  /// Puts the colour bars into their place or, if there is something, to the right of it: each after the one before.
  private func place(colorBarsIn place: Rect, of panel: inout PanelLayout) throws(PlottingError) {
    guard var colorBar = panel.axes.colorBar else { return }
    // As far from what is there as the first one is from the panel.
    let gap = max(place.minX - panel.frame.maxX, pixels(theme.tickLabel.size))
    var edge =
      (panel.axisLayouts.filter { $0.edge == .right }.compactMap { $0.bounds(forLayout: false) }
      + panel.lineNames.map(\.bounds)).map(\.maxX).max()
    for mark in panel.axes.colorMapped {
      var frame = place
      if let edge { frame = frame.offset(x: max(edge + gap - frame.minX, 0), y: 0) }
      let placed = try self.place(colorBar, of: mark, frame: frame)
      panel.colorBars.append(placed)
      edge = placed.bounds(forLayout: false).maxX
      // What it says is of the first scale.
      colorBar.label = nil
    }
  }

  /// Lays out a colour bar with its axis at the right.
  private func place(
    _ colorBar: ColorBar, of mark: any ColorMapped, frame: Rect
  ) throws(PlottingError) -> ColorBarLayout {
    let colors = mark.mappedColors ?? ColorScale()
    var range = mark.valueRange.widened(expander: 0.1)
    let shades = mark.valueColors
    var strips = ColorBarLayout.Strips(colors.colorMap)
    var axis = Axis()
    if let edges = mark.colorEdges, let first = edges.first, let last = edges.last, first < last {
      range = AxisRange(lower: first, upper: last)
      strips = ColorBarLayout.Strips(edges, colors.scale, shades)
      if edges.count <= 11 { axis.ticks = .values(edges) }
    }
    let scale = PanelScale(colorBar: AxisScale(scale: colors.scale, range: colors.scale.transform(range)))
    return ColorBarLayout(
      frame: frame,
      axis: try place(
        ticks(of: axis, on: scale.y, length: frame.height, edge: .right),
        label: colorBar.label ?? colors.label.map { Label($0) }, edge: .right, scale: scale, frame: frame),
      scale: scale, strips: strips)
  }
}

extension Axes {
  /// The first heatmap.
  var heatmap: Heatmap? {
    marks.lazy.compactMap { $0.drawable as? Heatmap }.first
  }
}
