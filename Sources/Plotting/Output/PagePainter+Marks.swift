extension PagePainter {
  /// Draws a line within its panel; one of horizontal and vertical strokes only is snapped to pixels.
  func draw(_ line: Line, panel: PanelLayout, on canvas: borrowing RasterCanvas) {
    var paths: [[Point]] = [[]]
    for point in line.points {
      if let point {
        paths[paths.count - 1].append(
          down(Point(x: panel.scale.x(point.x, in: panel.frame), y: panel.scale.y(point.y, in: panel.frame))))
      } else if paths.last?.isEmpty == false {
        paths.append([])
      }
    }
    let stroke = stroke(of: line)
    if Snapping.isRectilinear(paths) { paths = paths.map { Snapping.snap($0, strokeWidth: stroke.width) } }
    clip(to: panel.frame, on: canvas)
    canvas.stroke(paths.filter { $0.count > 1 }, stroke)
    if line.dotsLonePoints {
      canvas.fillCircles(
        at: paths.filter { $0.count == 1 }.flatMap { $0 }, diameter: Line.dotDiameter * stroke.width, color: line.color)
    }
    canvas.unclip()
  }

  /// Draws an image from a whole pixel to a whole pixel, both rounded as matplotlib and Agg do it.
  func draw(_ image: Image, panel: PanelLayout, on canvas: borrowing RasterCanvas) throws(PlottingError) {
    let frame = panel.frame
    let extent = Rect(
      minX: panel.scale.x(-0.5, in: frame), minY: panel.scale.y(Double(image.height) - 0.5, in: frame),
      maxX: panel.scale.x(Double(image.width) - 0.5, in: frame), maxY: panel.scale.y(-0.5, in: frame))
    guard let box = extent.intersection(frame), box.isVisible else { return }
    let width = Int(box.width.rounded(.up))
    let height = Int(box.height.rounded(.up))
    let left = Int(Snapping.round(box.minX))
    let top = layout.height - (Int(Snapping.round(box.minY)) + height)
    // Agg clips to whole pixels, the last ones included.
    canvas.clip(
      left: Snapping.round(frame.minX), top: Snapping.round(down(frame.maxY)),
      right: Snapping.round(frame.maxX) + 1, bottom: Snapping.round(down(frame.minY)) + 1)
    try canvas.draw(image.resampled(width: width, height: height), left: left, top: top)
    canvas.unclip()
  }

  /// Draws the cells of a heatmap, each from whole pixel to whole pixel so that no seams show.
  func draw(_ heatmap: Heatmap, panel: PanelLayout, on canvas: borrowing RasterCanvas) {
    func edge(_ position: Double) -> Int { Int(Snapping.round(position)) }
    let range = heatmap.valueRange
    let xs = (0...heatmap.columns).map { edge(panel.scale.x(Double($0), in: panel.frame)) }
    let ys = (0...heatmap.rows).map { edge(down(panel.scale.y(Double($0), in: panel.frame))) }
    for (index, value) in heatmap.values.enumerated() {
      guard let color = heatmap.color(value, in: range) else { continue }
      let (row, column) = index.quotientAndRemainder(dividingBy: heatmap.columns)
      canvas.fill(left: xs[column], top: ys[row], right: xs[column + 1], bottom: ys[row + 1], color: color)
    }
  }

  /// Draws a colour bar: a strip for each colour, and its axis.
  func draw(_ colorBar: ColorBarLayout, on canvas: borrowing RasterCanvas) throws(PlottingError) {
    let frame = colorBar.frame
    let left = Int(Snapping.round(frame.minX))
    let right = Int(Snapping.round(frame.maxX))
    let count = colorBar.colorMap.colors.count
    let edges = (0...count).map { step in
      Int(Snapping.round(down(frame.minY + Double(step) / Double(count) * frame.height)))
    }
    for (step, color) in colorBar.colorMap.colors.enumerated() {
      canvas.fill(left: left, top: edges[step + 1], right: right, bottom: edges[step], color: color)
    }
    try draw(colorBar.axis, frame: frame, grid: nil, on: canvas)
  }

  /// Draws an axis of a panel with its grid.
  func draw(_ axis: AxisLayout, of panel: PanelLayout, on canvas: borrowing RasterCanvas) throws(PlottingError) {
    try draw(axis, frame: panel.frame, grid: panel.axes.grid, on: canvas)
  }

  /// Draws the four edges of a frame.
  func drawFrame(_ frame: Rect, on canvas: borrowing RasterCanvas) {
    let stroke = Stroke(color: .black, width: pixels(layout.theme.axesLineWidth), join: .miter)
    let (left, right, top, bottom) = (frame.minX, frame.maxX, down(frame.maxY), down(frame.minY))
    let edges = [
      [Point(x: left, y: bottom), Point(x: left, y: top)], [Point(x: right, y: bottom), Point(x: right, y: top)],
      [Point(x: left, y: bottom), Point(x: right, y: bottom)], [Point(x: left, y: top), Point(x: right, y: top)],
    ]
    for edge in edges { canvas.stroke([Snapping.snap(edge, strokeWidth: stroke.width)], stroke) }
  }

  private func draw(_ axis: AxisLayout, frame: Rect, grid: Grid?, on canvas: borrowing RasterCanvas)
    throws(PlottingError)
  {
    let width = pixels(layout.theme.axesLineWidth)
    let isHorizontal = axis.edge == .bottom
    for tick in axis.ticks {
      if let grid {
        let line =
          isHorizontal
          ? [Point(x: tick.position, y: down(frame.minY)), Point(x: tick.position, y: down(frame.maxY))]
          : [Point(x: frame.minX, y: down(tick.position)), Point(x: frame.maxX, y: down(tick.position))]
        clip(to: frame, on: canvas)
        canvas.stroke(
          [Snapping.snap(line, strokeWidth: width)],
          Stroke(color: layout.theme.gridColor.opacity(grid.opacity), width: width))
        canvas.unclip()
      }
      draw(tick, of: axis, frame: frame, width: width, on: canvas)
      try draw(tick.label, on: canvas)
    }
    if let label = axis.label { try draw(label, on: canvas) }
    if let common = axis.common { try draw(common, on: canvas) }
  }

  /// Draws a tick: a stroke whose shape is snapped, put at the whole pixel nearest to its place.
  private func draw(
    _ tick: AxisLayout.Tick, of axis: AxisLayout, frame: Rect, width: Double, on canvas: borrowing RasterCanvas
  ) {
    let length = pixels(layout.theme.tickLength)
    let place: Point
    let tip: Point
    switch axis.edge {
    case .bottom: (place, tip) = (Point(x: tick.position, y: down(frame.minY)), Point(x: 0, y: length))
    case .left: (place, tip) = (Point(x: frame.minX, y: down(tick.position)), Point(x: -length, y: 0))
    case .right: (place, tip) = (Point(x: frame.maxX, y: down(tick.position)), Point(x: length, y: 0))
    }
    let shape = Snapping.snap([Point(x: 0, y: 0), tip], strokeWidth: width)
    let stroke = Stroke(color: .black, width: width, cap: .butt)
    canvas.stroke(
      [shape.map { Point(x: $0.x + Snapping.round(place.x), y: $0.y + Snapping.round(place.y)) }], stroke)
  }

  private func clip(to frame: Rect, on canvas: borrowing RasterCanvas) {
    canvas.clip(
      left: Snapping.round(frame.minX), top: Snapping.round(down(frame.maxY)), right: Snapping.round(frame.maxX),
      bottom: Snapping.round(down(frame.minY)))
  }
}
