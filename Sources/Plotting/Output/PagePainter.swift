extension FigureLayout {
  /// Draws the page. What lies behind is drawn first: cells and images, grid and ticks, lines, frame, text, legend.
  func draw(text: TextEngine) throws(PlottingError) -> RasterCanvas {
    let canvas = try RasterCanvas(width: width, height: height)
    let painter = PagePainter(layout: self, text: text)
    for panel in panels { try painter.draw(panel, on: canvas) }
    if let title { try painter.draw(title, on: canvas) }
    return canvas
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

  func draw(_ panel: PanelLayout, on canvas: borrowing RasterCanvas) throws(PlottingError) {
    for mark in panel.axes.marks {
      switch mark {
      case .image(let image): try draw(image, panel: panel, on: canvas)
      case .heatmap(let heatmap): draw(heatmap, panel: panel, on: canvas)
      case .line: break
      }
    }
    if panel.axes.decoration != .none {
      for axis in panel.axisLayouts { try draw(axis, of: panel, on: canvas) }
    }
    for line in panel.axes.lines { draw(line, panel: panel, on: canvas) }
    if panel.axes.decoration == .full { drawFrame(panel.frame, on: canvas) }
    if let colorBar = panel.colorBar { try draw(colorBar, on: canvas) }
    if let title = panel.title { try draw(title, on: canvas) }
    for annotation in panel.annotations { try draw(annotation, on: canvas) }
    if let legend = panel.legend { try draw(legend, on: canvas) }
  }

  /// Draws a text line by line, each as one mask at a whole pixel.
  func draw(_ placed: PlacedText, on canvas: borrowing RasterCanvas) throws(PlottingError) {
    for line in placed.lines where !line.text.isEmpty {
      let run = try text.run(line.text, placed.style, dpi: layout.dpi)
      guard !run.glyphs.isEmpty else { continue }
      let mask = try text.mask(line.text, placed.style, dpi: layout.dpi)
      let origin = Point(x: line.origin.x, y: layout.exactHeight - line.origin.y)
      switch placed.rotation {
      case .horizontal:
        let left = (origin.x + run.leftBearing).rounded(.toNearestOrEven)
        let bottom = (origin.y + run.descent).rounded(.toNearestOrEven) + 1
        try canvas.draw(mask, left: Int(left), top: Int(bottom) - mask.height, color: placed.style.color)
      case .vertical:
        let right = (origin.x + run.leftBearing + run.descent).rounded(.toNearestOrEven)
        let bottom = origin.y.rounded(.toNearestOrEven) + 1
        try canvas.draw(
          mask.turned(), left: Int(right) - mask.height, top: Int(bottom) - mask.width, color: placed.style.color)
      }
    }
  }

  private func draw(_ legend: LegendLayout, on canvas: borrowing RasterCanvas) throws(PlottingError) {
    let edge = Stroke(color: Legend.frameStroke, width: pixels(Legend.frameWidth), cap: .butt, join: .miter)
    canvas.box(
      RoundedBox(
        left: legend.frame.minX, top: down(legend.frame.maxY), right: legend.frame.maxX,
        bottom: down(legend.frame.minY), radius: legend.cornerRadius, strokeWidth: edge.width),
      fill: Legend.frameFill, stroke: edge)
    for entry in legend.entries {
      let stroke = stroke(of: entry.line)
      canvas.stroke(
        [Snapping.snap([down(entry.start), down(entry.end)], strokeWidth: stroke.width)], stroke)
      try draw(entry.name, on: canvas)
    }
  }

  func stroke(of line: Line) -> Stroke {
    let width = pixels(line.width)
    return Stroke(
      color: line.color, width: width, cap: line.dash == .solid ? .projecting : .butt,
      dashes: line.dashPattern.map { $0 * width })
  }
}
