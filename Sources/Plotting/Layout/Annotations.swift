extension LayoutContext {
  /// Writes the annotations of a heatmap into its cells, as large as asked for or as fits; none where none fits.
  func place(annotationsOf heatmap: Heatmap, scale: PanelScale, frame: Rect) throws(PlottingError) -> [PlacedText] {
    guard let size = try annotationSize(of: heatmap, scale: scale, frame: frame) else { return [] }
    let colors = heatmap.valueColors
    var placed: [PlacedText] = []
    for (index, annotation) in heatmap.annotations.prefix(heatmap.values.count).enumerated() where !annotation.isEmpty {
      guard let cell = colors.color(of: heatmap.values[index]) else { continue }
      let (row, column) = index.quotientAndRemainder(dividingBy: heatmap.columns)
      let box = heatmap.cell(row: row, column: column, scale, in: frame)
      let center = heatmap.center(row: row, column: column, scale, in: frame)
      guard box.isVisible, frame.contains(center) else { continue }
      let words = try text.place(
        annotation, TextStyle(size: size, color: theme.marks.textColor(on: cell)), at: center,
        TextAlignment(horizontal: .center, vertical: .center), dpi: dpi)
      // Half a cell, at the edge of an axis with limits, may have no room for its words.
      if frame.padded(1e-6 * frame.width).union(box) == frame.padded(1e-6 * frame.width)
        || frame.union(words.bounds) == frame
      {
        placed.append(words)
      }
    }
    return placed
  }

  /// The size at which the widest annotation keeps within its cell; nil where it would be too small.
  private func annotationSize(of heatmap: Heatmap, scale: PanelScale, frame: Rect) throws(PlottingError) -> Double? {
    // Gaps between cells want air of their size around the text.
    let air = 4 * pixels(theme.marks.cellGap)
    let smallest = heatmap.smallestCell(scale, in: frame)
    let cell = Size(width: smallest.width - air, height: smallest.height - air)
    let lines = heatmap.annotations.flatMap(\.drawnLines)
    guard let longest = lines.max(by: { $0.unicodeScalars.count < $1.unicodeScalars.count }) else { return nil }
    let wanted = heatmap.annotationSize ?? theme.marks.cellTextSize
    let style = TextStyle(size: wanted)
    let run = try text.run(longest, style, dpi: dpi)
    let tallest = heatmap.annotations.max { $0.count(where: \.isNewline) < $1.count(where: \.isNewline) } ?? ""
    let height =
      tallest.contains(where: \.isNewline)
      ? try text.place(
        tallest, style, at: Point(x: 0, y: 0), TextAlignment(horizontal: .center, vertical: .center), dpi: dpi
      ).bounds.height : run.height
    let share = min(1, cell.width / max(run.width, 1), cell.height / max(height, 1))
    // Whole sizes, with a little air where the text had to shrink.
    let size = share == 1 ? wanted : (wanted * share * 0.9).rounded(.down)
    return size >= min(theme.smallestText, wanted) ? size : nil
  }
}

extension Heatmap {
  /// The box of a cell in `frame`, whose y grows upwards.
  fileprivate func cell(row: Int, column: Int, _ scale: PanelScale, in frame: Rect) -> Rect {
    let xs = [column, column + 1].map { position(ofEdge: $0, .x, scale, in: frame) }
    let ys = [row, row + 1].map { position(ofEdge: $0, .y, scale, in: frame) }
    return Rect(minX: min(xs[0], xs[1]), minY: min(ys[0], ys[1]), maxX: max(xs[0], xs[1]), maxY: max(ys[0], ys[1]))
  }

  /// The middle of a cell.
  fileprivate func center(row: Int, column: Int, _ scale: PanelScale, in frame: Rect) -> Point {
    let box = cell(row: row, column: column, scale, in: frame)
    return Point(
      x: x == nil ? scale.x(edge: Double(column) + 0.5, in: frame) : box.midX,
      y: y == nil ? scale.y(edge: Double(row) + 0.5, in: frame) : box.midY)
  }

  /// The width of the narrowest column and the height of the lowest row.
  fileprivate func smallestCell(_ scale: PanelScale, in frame: Rect) -> Size {
    func smallest(_ direction: AxisDirection, _ count: Int) -> Double {
      let positions = (0...count).map { position(ofEdge: $0, direction, scale, in: frame) }.filter(\.isFinite)
      return zip(positions, positions.dropFirst()).map { abs($1 - $0) }.min() ?? 0
    }
    return Size(
      width: x == nil ? frame.width / scale.x.range.length : smallest(.x, columns),
      height: y == nil ? frame.height / scale.y.range.length : smallest(.y, rows))
  }
}
