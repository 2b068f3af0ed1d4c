extension LayoutContext {
  /// Writes the annotations of a heatmap into its cells, as large as asked for or as fits; none where none fits.
  func place(annotationsOf heatmap: Heatmap, scale: PanelScale, frame: Rect) throws(PlottingError) -> [PlacedText] {
    guard let size = try annotationSize(of: heatmap, frame: frame) else { return [] }
    let range = heatmap.valueRange
    var placed: [PlacedText] = []
    for (index, annotation) in heatmap.annotations.prefix(heatmap.values.count).enumerated() where !annotation.isEmpty {
      guard let cell = heatmap.color(heatmap.values[index], in: range) else { continue }
      let (row, column) = index.quotientAndRemainder(dividingBy: heatmap.columns)
      let center = Point(
        x: scale.x(edge: Double(column) + 0.5, in: frame), y: scale.y(edge: Double(row) + 0.5, in: frame))
      placed.append(
        try text.place(
          annotation, TextStyle(size: size, color: theme.marks.textColor(on: cell)), at: center,
          TextAlignment(horizontal: .center, vertical: .center), dpi: dpi))
    }
    return placed
  }

  /// The size at which the widest annotation keeps within its cell; nil where it would be too small.
  private func annotationSize(of heatmap: Heatmap, frame: Rect) throws(PlottingError) -> Double? {
    // Gaps between cells want air of their size around the text.
    let air = 4 * pixels(theme.marks.cellGap)
    let cell = Size(
      width: frame.width / Double(heatmap.columns) - air, height: frame.height / Double(heatmap.rows) - air)
    guard let longest = heatmap.annotations.max(by: { $0.unicodeScalars.count < $1.unicodeScalars.count }) else {
      return nil
    }
    let wanted = heatmap.annotationSize ?? theme.marks.cellTextSize
    let run = try text.run(longest, TextStyle(size: wanted), dpi: dpi)
    let scale = min(1, cell.width / max(run.width, 1), cell.height / max(run.height, 1))
    // Whole sizes, with a little air where the text had to shrink.
    let size = scale == 1 ? wanted : (wanted * scale * 0.9).rounded(.down)
    return size >= min(theme.smallestText, wanted) ? size : nil
  }
}
