/// A legend at its place on the page.
struct LegendLayout: Sendable {
  /// A sample of a mark's part and its name.
  struct Entry: Sendable {
    /// The mark, counted from 0 among its panel's.
    var mark: Int
    /// The part, counted from 0 among the mark's.
    var part: Int
    var start: Point
    var end: Point
    var name: PlacedText
  }

  var frame: Rect
  var cornerRadius: Double
  var sampleHeight: Double
  var entries: [Entry]

  /// Places to try, as parts of the free width and height, in the order in which ties are decided: upper right,
  /// upper left, lower left, lower right, right, left, right, below, above, middle.
  static let places: [(x: Double, y: Double)] = [
    (1, 1), (0, 1), (0, 0), (1, 0), (1, 0.5), (0, 0.5), (1, 0.5), (0.5, 0), (0.5, 1), (0.5, 0.5),
  ]

  /// The bottom left corner for a legend of `size` in `container` where it hides the fewest points and crosses the
  /// fewest lines and boxes; `lines` are in pixels, with points that are not finite where there are gaps.
  static func bestPlace(for size: Size, in container: Rect, avoiding lines: [[Point]], _ boxes: [Rect] = []) -> Point {
    var best = Point(x: container.minX, y: container.minY)
    var least = Int.max
    for place in places {
      let corner = Point(
        x: container.minX + place.x * (container.width - size.width),
        y: container.minY + place.y * (container.height - size.height))
      let box = Rect(x: corner.x, y: corner.y, width: size.width, height: size.height)
      var badness = 0
      for line in lines {
        badness += line.count { box.contains($0) }
        if crosses(line, box) { badness += 1 }
      }
      badness += boxes.count { box.overlaps($0) }
      if badness < least {
        least = badness
        best = corner
      }
      if badness == 0 { break }
    }
    return best
  }

  /// Whether any stroke of `line` touches the inside of `box`.
  private static func crosses(_ line: [Point], _ box: Rect) -> Bool {
    let finite = line.split { !$0.x.isFinite || !$0.y.isFinite }
    return finite.contains { part in
      zip(part, part.dropFirst()).contains { a, b in
        // Separating axes: x, y, and the normal of the stroke.
        abs(a.x + b.x - 2 * box.midX) < abs(a.x - b.x) + box.width
          && abs(a.y + b.y - 2 * box.midY) < abs(a.y - b.y) + box.height
          && 2 * abs((a.x - box.midX) * (a.y - b.y) - (a.y - box.midY) * (a.x - b.x))
            < box.width * abs(a.y - b.y) + box.height * abs(a.x - b.x)
      }
    }
  }
}

extension LayoutContext {
  /// A row of a legend: the sample left of the name, both on one baseline.
  private struct Row {
    var mark: Int
    var part: Int
    var name: String
    var ascent: Double
    var descent: Double
    var width: Double
  }

  /// Lays out the legend of the named marks of `axes` in `frame`, where it hides as little as can be of marks and `words`;
  /// nil where no mark has a name.
  func place(_ legend: Legend, of axes: Axes, scale: PanelScale, frame: Rect, words: [PlacedText])
    throws(PlottingError) -> LegendLayout?
  {
    let look = theme.legend
    let style = Label("", size: legend.fontSize).style(from: look.text)
    guard style.isSeen else { return nil }
    let font = pixels(style.size)
    let rows = try rows(of: axes, style, font: font)
    guard let first = rows.first else { return nil }
    let pad = look.borderPad * font
    let spacing = look.rowSpacing * font
    let height = rows.reduce(-spacing) { $0 + $1.ascent + $1.descent + spacing }
    let size = Size(width: (rows.map(\.width).max() ?? 0) + 2 * pad, height: height + 2 * pad)
    // The page has no height yet: down and up again, positions stay as they are.
    let area = MarkArea(scale: scale, frame: frame, pageHeight: 0, dpi: dpi, theme: theme, colors: [])
    let obstacles = axes.marks.map { $0.drawable.obstacles(in: area) }
    let corner = LegendLayout.bestPlace(
      for: size, in: frame.padded(-look.axesPad * font),
      avoiding: obstacles.flatMap { $0.lines + $0.points.map { [$0] } },
      obstacles.flatMap(\.boxes) + words.map(\.bounds))

    var baseline = corner.y + pad + height - first.ascent
    var entries: [LegendLayout.Entry] = []
    for (index, row) in rows.enumerated() {
      if index > 0 { baseline -= rows[index - 1].descent + spacing + row.ascent }
      let x = corner.x + pad
      let middle = baseline + look.handleHeight * font / 2
      let name = try text.place(
        row.name, style, at: Point(x: x + (look.handleLength + look.handleTextPad) * font, y: baseline),
        TextAlignment(horizontal: .left, vertical: .baseline), dpi: dpi)
      entries.append(
        LegendLayout.Entry(
          mark: row.mark, part: row.part, start: Point(x: x, y: middle),
          end: Point(x: x + look.handleLength * font, y: middle), name: name))
    }
    return LegendLayout(
      frame: Rect(x: corner.x, y: corner.y, width: size.width, height: size.height),
      cornerRadius: look.cornerRadius * font, sampleHeight: look.handleHeight * font, entries: entries)
  }

  private func rows(of axes: Axes, _ style: TextStyle, font: Double) throws(PlottingError) -> [Row] {
    let look = theme.legend
    let reference = try text.run("lp", style, dpi: dpi)
    var rows: [Row] = []
    for (mark, parts) in axes.marks.map(\.parts).enumerated() {
      for (part, name) in parts.map(\.label).enumerated() {
        guard let name else { continue }
        let run = try text.run(name, style, dpi: dpi)
        let descent = max(run.descent, reference.descent)
        let ascent = max(max(run.height, reference.height) - descent, reference.height - reference.descent)
        rows.append(
          Row(
            mark: mark, part: part, name: name, ascent: max(ascent, look.handleHeight * font), descent: descent,
            width: (look.handleLength + look.handleTextPad) * font + run.width))
      }
    }
    return rows
  }
}
