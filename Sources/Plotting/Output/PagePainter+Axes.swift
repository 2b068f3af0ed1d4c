extension PagePainter {
  /// Draws a colour bar: a strip for each colour, and its axis.
  func draw(_ colorBar: ColorBarLayout, on canvas: any Canvas) throws(PlottingError) {
    let frame = colorBar.frame
    let left = Snapping.pixel(frame.minX)
    let right = Snapping.pixel(frame.maxX)
    let edges = colorBar.strips.edges.map { Snapping.pixel(down(frame.minY + $0 * frame.height)) }
    let isOpaque = colorBar.strips.colors.allSatisfy { $0.alpha >= 1 }
    for (step, color) in colorBar.strips.colors.enumerated() {
      // A little of the next one, which is drawn over it: viewers of documents show no seams then.
      let top = isOpaque ? max(edges[step + 1] - 1, edges[edges.count - 1]) : edges[step + 1]
      canvas.fill(left: left, top: top, right: right, bottom: edges[step], color: color)
    }
    if let outline = layout.theme.colorBar.outline { drawFrame(frame, outline, .all, on: canvas) }
    try draw(colorBar.axis, frame: frame, grid: nil, hasVerticalGrid: false, on: canvas)
  }

  /// Draws an axis of a panel with its grid.
  func draw(_ axis: AxisLayout, of panel: PanelLayout, on canvas: any Canvas) throws(PlottingError) {
    // Of bars that grow to the right, upright lines are all that tell something.
    let isSideways = panel.axes.marks.contains { $0.categorical?.categoryAxis == .y }
    try draw(
      axis, frame: panel.frame, grid: axis.edge == .right ? nil : panel.axes.grid,
      hasVerticalGrid: layout.theme.hasVerticalGrid || isSideways,
      on: canvas)
  }

  /// Draws edges of a frame.
  func drawFrame(_ frame: Rect, _ style: LineStyle, _ drawn: FrameEdges, on canvas: any Canvas) {
    let stroke = stroke(style, join: .miter)
    let (left, right, top, bottom) = (frame.minX, frame.maxX, down(frame.maxY), down(frame.minY))
    let edges: [(edge: FrameEdges, ends: [Point])] = [
      (.left, [Point(x: left, y: bottom), Point(x: left, y: top)]),
      (.right, [Point(x: right, y: bottom), Point(x: right, y: top)]),
      (.bottom, [Point(x: left, y: bottom), Point(x: right, y: bottom)]),
      (.top, [Point(x: left, y: top), Point(x: right, y: top)]),
    ]
    for (edge, ends) in edges where drawn.contains(edge) {
      canvas.stroke([Snapping.snap(ends, strokeWidth: stroke.width)], stroke)
    }
  }

  private func draw(_ axis: AxisLayout, frame: Rect, grid: Grid?, hasVerticalGrid: Bool, on canvas: any Canvas)
    throws(PlottingError)
  {
    let isHorizontal = axis.edge == .bottom
    for tick in axis.ticks {
      if let grid, !axis.isOfBands, !isHorizontal || hasVerticalGrid {
        let line =
          isHorizontal
          ? [Point(x: tick.position, y: down(frame.minY)), Point(x: tick.position, y: down(frame.maxY))]
          : [Point(x: frame.minX, y: down(tick.position)), Point(x: frame.maxX, y: down(tick.position))]
        let style = layout.theme.grid
        let stroke = stroke(LineStyle(color: style.color.opacity(grid.opacity * style.color.alpha), width: style.width))
        clip(to: frame, on: canvas)
        canvas.stroke([Snapping.snap(line, strokeWidth: stroke.width)], stroke)
        canvas.unclip()
      }
      draw(at: tick.position, layout.theme.ticks, of: axis, frame: frame, on: canvas)
      try draw(tick.label, on: canvas)
    }
    for tick in axis.minorTicks {
      draw(at: tick.position, layout.theme.minorTicks, of: axis, frame: frame, on: canvas)
      if let label = tick.label { try draw(label, on: canvas) }
    }
    if let label = axis.label { try draw(label, on: canvas) }
    if let common = axis.common { try draw(common, on: canvas) }
  }

  /// Draws a tick: a stroke whose shape is snapped, put at the whole pixel nearest to its place.
  private func draw(
    at position: Double, _ style: TickStyle, of axis: AxisLayout, frame: Rect, on canvas: any Canvas
  ) {
    let length = pixels(style.length)
    let place: Point
    let tip: Point
    switch axis.edge {
    case .bottom: (place, tip) = (Point(x: position, y: down(frame.minY)), Point(x: 0, y: length))
    case .left: (place, tip) = (Point(x: frame.minX, y: down(position)), Point(x: -length, y: 0))
    case .right: (place, tip) = (Point(x: frame.maxX, y: down(position)), Point(x: length, y: 0))
    }
    let stroke = stroke(LineStyle(color: style.color, width: style.width), cap: .butt)
    let shape = Snapping.snap([Point(x: 0, y: 0), tip], strokeWidth: stroke.width)
    canvas.stroke(
      [shape.map { Point(x: $0.x + Snapping.round(place.x), y: $0.y + Snapping.round(place.y)) }], stroke)
  }

  private func clip(to frame: Rect, on canvas: any Canvas) {
    canvas.clip(
      left: Snapping.round(frame.minX), top: Snapping.round(down(frame.maxY)), right: Snapping.round(frame.maxX),
      bottom: Snapping.round(down(frame.minY)))
  }
}
