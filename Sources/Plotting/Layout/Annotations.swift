extension LayoutContext {
  /// Writes the annotations of a heatmap into its cells, as large as asked for or as fits; none where none fits.
  func place(annotationsOf heatmap: Heatmap, scale: PanelScale, frame: Rect) throws(PlottingError) -> [PlacedText] {
    guard let size = try annotationSize(of: heatmap, scale: scale, frame: frame) else { return [] }
    let range = heatmap.valueRange
    var placed: [PlacedText] = []
    for (index, annotation) in heatmap.annotations.prefix(heatmap.values.count).enumerated() where !annotation.isEmpty {
      guard let cell = heatmap.color(heatmap.values[index], in: range) else { continue }
      let (row, column) = index.quotientAndRemainder(dividingBy: heatmap.columns)
      let center = Point(
        x: scale.x(edge: Double(column) + 0.5, in: frame), y: scale.y(edge: Double(row) + 0.5, in: frame))
      guard frame.contains(center) else { continue }
      let words = try text.place(
        annotation, TextStyle(size: size, color: theme.marks.textColor(on: cell)), at: center,
        TextAlignment(horizontal: .center, vertical: .center), dpi: dpi)
      // Half a cell, at the edge of an axis with limits, may have no room for its words.
      let isWhole = scale.x.contains(column, column + 1) && scale.y.contains(row, row + 1)
      if isWhole || frame.union(words.bounds) == frame { placed.append(words) }
    }
    return placed
  }

  /// The size at which the widest annotation keeps within its cell; nil where it would be too small.
  private func annotationSize(of heatmap: Heatmap, scale: PanelScale, frame: Rect) throws(PlottingError) -> Double? {
    // Gaps between cells want air of their size around the text.
    let air = 4 * pixels(theme.marks.cellGap)
    let cell = Size(width: frame.width / scale.x.range.length - air, height: frame.height / scale.y.range.length - air)
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

extension AxisScale {
  /// Whether the axis shows all from one edge of a cell to another, but for rounding.
  fileprivate func contains(_ edge: Int, _ other: Int) -> Bool {
    range.containsClosely(Double(edge)) && range.containsClosely(Double(other))
  }
}
