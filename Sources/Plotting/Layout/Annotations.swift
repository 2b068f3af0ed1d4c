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
    let lines = heatmap.annotations.flatMap { $0.split(separator: "\n") }
    guard let longest = lines.max(by: { $0.unicodeScalars.count < $1.unicodeScalars.count }) else { return nil }
    let wanted = heatmap.annotationSize ?? theme.marks.cellTextSize
    let style = TextStyle(size: wanted)
    let run = try text.run(String(longest), style, dpi: dpi)
    let tallest = heatmap.annotations.max { $0.count(where: \.isNewline) < $1.count(where: \.isNewline) } ?? ""
    let height =
      tallest.contains("\n")
      ? try text.place(
        tallest, style, at: Point(x: 0, y: 0), TextAlignment(horizontal: .center, vertical: .center), dpi: dpi
      ).bounds.height : run.height
    let scale = min(1, cell.width / max(run.width, 1), cell.height / max(height, 1))
    // Whole sizes, with a little air where the text had to shrink.
    let size = scale == 1 ? wanted : (wanted * scale * 0.9).rounded(.down)
    return size >= min(theme.smallestText, wanted) ? size : nil
  }
}
