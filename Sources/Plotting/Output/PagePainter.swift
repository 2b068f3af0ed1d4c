extension FigureLayout {
  /// Draws the page. What lies behind is drawn first: cells and images, grid and ticks, lines, frame, text, legend.
  func draw(text: TextEngine, on canvas: any Canvas) throws(PlottingError) {
    let painter = PagePainter(layout: self, text: text)
    for panel in panels { try painter.draw(panel, on: canvas) }
    for title in titles { try painter.draw(title, on: canvas) }
    if let legend, let box = legend.legend { try painter.draw(box, of: legend, on: canvas) }
  }
}

/// Turns a layout's positions, which grow upwards, into a canvas' and draws them.
struct PagePainter {
  var layout: FigureLayout
  var text: TextEngine

  func pixels(_ points: Double) -> Double { points * layout.dpi / 72 }
  /// The position from the top of a position from the bottom.
  func down(_ y: Double) -> Double { Double(layout.height) - y }
  func down(_ point: Point) -> Point { Point(x: point.x, y: down(point.y)) }

  func draw(_ panel: PanelLayout, on canvas: any Canvas) throws(PlottingError) {
    if let color = layout.theme.panelBackground, panel.axes.decoration != .none {
      canvas.fill(
        left: Snapping.pixel(panel.frame.minX), top: Snapping.pixel(down(panel.frame.maxY)),
        right: Snapping.pixel(panel.frame.maxX), bottom: Snapping.pixel(down(panel.frame.minY)), color: color)
    }
    let marks = zip(panel.axes.marks, panel.axes.colors(layout.theme.marks))
    for (mark, colors) in marks where mark.drawable.isBackground {
      let area = area(of: mark, in: panel, colors: colors)
      try mark.drawable.draw(in: area, on: MarkCanvas(canvas, in: area))
    }
    if panel.axes.decoration != .none {
      for axis in panel.axisLayouts { try draw(axis, of: panel, on: canvas) }
    }
    for (mark, colors) in marks where !mark.drawable.isBackground {
      let area = area(of: mark, in: panel, colors: colors)
      try mark.drawable.draw(in: area, on: MarkCanvas(canvas, in: area))
    }
    if panel.axes.decoration == .full {
      drawFrame(panel.frame, layout.theme.frame, layout.theme.frameEdges, on: canvas)
    }
    for colorBar in panel.colorBars { try draw(colorBar, on: canvas) }
    if let title = panel.title { try draw(title, on: canvas) }
    if let note = panel.note { try draw(note, on: canvas) }
    for arrow in panel.arrows { draw(arrow, on: canvas) }
    for (inset, zoom) in zip(panel.insets, panel.zooms) { try draw(inset, zoom, on: canvas) }
    for annotation in panel.annotations { try draw(annotation, on: canvas) }
    if let legend = panel.legend { try draw(legend, of: panel, on: canvas) }
    for name in panel.lineNames { try draw(name, on: canvas) }
  }

  /// Draws a text line by line.
  func draw(_ placed: PlacedText, on canvas: any Canvas) throws(PlottingError) {
    for line in placed.lines where !line.text.isEmpty {
      let run = try text.run(line.text, placed.style, dpi: layout.dpi)
      guard !run.glyphs.isEmpty else { continue }
      try canvas.draw(
        TextLine(
          text: line.text, run: run, style: placed.style, rotation: placed.rotation, dpi: layout.dpi,
          origin: Point(x: line.origin.x, y: layout.exactHeight - line.origin.y)),
        text: text)
    }
  }

  /// Where a mark of a panel is drawn.
  private func area(of mark: Mark, in panel: PanelLayout, colors: [Color]) -> MarkArea {
    MarkArea(
      scale: panel.scale(of: mark), frame: panel.frame, pageHeight: layout.height, dpi: layout.dpi, theme: layout.theme,
      colors: colors)
  }

  /// Draws a small panel over a large one, with the lines that show what it magnifies.
  private func draw(_ inset: PanelLayout, _ zoom: ZoomLines?, on canvas: any Canvas) throws(PlottingError) {
    let covered = inset.bounds(forLayout: false, tickLength: pixels(layout.theme.ticks.length)).padded(pixels(2))
    canvas.fill(
      left: Snapping.pixel(covered.minX), top: Snapping.pixel(down(covered.maxY)),
      right: Snapping.pixel(covered.maxX), bottom: Snapping.pixel(down(covered.minY)),
      color: layout.theme.panelBackground ?? layout.theme.background)
    if let zoom {
      let style = LineStyle(color: layout.theme.frame.color.opacity(0.5), width: layout.theme.frame.width)
      drawFrame(zoom.box, style, .all, on: canvas)
      canvas.stroke(zoom.lines.map { $0.map(down) }, stroke(style, cap: .butt))
    }
    try draw(inset, on: canvas)
  }

  /// Draws an arrow with an open head.
  private func draw(_ arrow: Arrow, on canvas: any Canvas) {
    let stroke = stroke(LineStyle(color: arrow.color, width: layout.theme.frame.width), cap: .butt)
    canvas.stroke([[down(arrow.start), down(arrow.end)], arrow.head(length: pixels(5)).map(down)], stroke)
  }

  func draw(_ legend: LegendLayout, of panel: PanelLayout, on canvas: any Canvas)
    throws(PlottingError)
  {
    let style = layout.theme.legend
    let edge = stroke(style.edge, cap: .butt, join: .miter)
    canvas.box(
      RoundedBox(
        left: legend.frame.minX, top: down(legend.frame.maxY), right: legend.frame.maxX,
        bottom: down(legend.frame.minY), radius: legend.cornerRadius, strokeWidth: edge.width),
      fill: style.fill, stroke: edge)
    let colors = panel.axes.colors(layout.theme.marks)
    for entry in legend.entries {
      let place = SamplePlace(start: down(entry.start), end: down(entry.end), height: legend.sampleHeight)
      let mark = panel.axes.marks[entry.mark]
      let area = area(of: mark, in: panel, colors: colors[entry.mark])
      var around = area
      around.frame = Rect(
        minX: entry.start.x, minY: entry.start.y - place.height, maxX: entry.end.x, maxY: entry.start.y + place.height)
      try mark.drawable.drawSample(
        of: entry.part, in: place, area: area, on: MarkCanvas(canvas, in: around))
      try draw(entry.name, on: canvas)
    }
  }

  func stroke(_ style: LineStyle, cap: Stroke.Cap = .projecting, join: Stroke.Join = .round) -> Stroke {
    Stroke(color: style.color, width: pixels(style.width), cap: cap, join: join)
  }
}
