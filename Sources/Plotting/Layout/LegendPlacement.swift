extension LayoutContext {
  /// Lays out the legend of the named marks of `panel`: where it hides as little as can be, or where it is asked to be; nil if
  /// no mark has a name.
  ///
  /// - Parameter isFinal: false if only its size matters. Then no room is looked for within the panel, which takes as long as
  ///   drawing if there are very many points.
  func place(_ legend: Legend, of panel: PanelLayout, isFinal: Bool = true) throws(PlottingError) -> LegendLayout? {
    let look = theme.legend
    let style = Label("", size: legend.fontSize).style(from: look.text)
    guard style.isSeen else { return nil }
    let font = pixels(style.size)
    let rows = try rows(of: panel.axes, style, font: font)
    guard !rows.isEmpty else { return nil }
    let pad = look.borderPad * font
    let inside = panel.frame.padded(-look.axesPad * font)
    let columns = columns(of: rows, legend, font: font, room: inside.padded(-pad))
    let content = columns.size
    let size = Size(width: content.width + 2 * pad, height: content.height + 2 * pad)
    let corner = corner(
      of: legend, size: size, inside: inside, panel, gap: look.axesPad * font, isFinal: isFinal)

    let baseline = corner.y + pad + content.height - columns.ascent
    var entries: [LegendLayout.Entry] = []
    for (row, place) in columns.places {
      let start = Point(x: corner.x + pad + place.x, y: baseline + place.y)
      let middle = start.y + look.handleHeight * font / 2
      let name = try text.place(
        row.name, style,
        at: Point(
          x: start.x + (look.handleLength + look.handleTextPad) * font, y: start.y - (row.isTall ? row.descent : 0)),
        TextAlignment(horizontal: .left, vertical: row.isTall ? .bottom : .baseline), dpi: dpi)
      entries.append(
        LegendLayout.Entry(
          mark: row.mark, part: row.part, start: Point(x: start.x, y: middle),
          end: Point(x: start.x + look.handleLength * font, y: middle), name: name))
    }
    return LegendLayout(
      frame: Rect(x: corner.x, y: corner.y, width: size.width, height: size.height),
      cornerRadius: look.cornerRadius * font, sampleHeight: look.handleHeight * font, entries: entries)
  }

  /// The rows in as many columns as are asked for; else, below a panel, in as many as have room side by side, and elsewhere in
  /// as few as are no higher than the panel.
  private func columns(of rows: [LegendRow], _ legend: Legend, font: Double, room: Rect) -> LegendColumns {
    func columns(_ count: Int) -> LegendColumns {
      LegendColumns(
        rows, count: count, rowSpacing: theme.legend.rowSpacing * font,
        columnSpacing: theme.legend.columnSpacing * font)
    }
    if let count = legend.columns { return columns(count) }
    let isBelow = legend.placement == .outside(.below)
    var chosen = columns(1)
    for count in 2...20 where count <= rows.count {
      if !isBelow && chosen.size.height <= room.height { break }
      let wider = columns(count)
      if wider.size.width > room.width && legend.placement != .outside(.right) { break }
      chosen = wider
    }
    return chosen
  }

  /// The bottom left corner of a legend of `size`. `inside` is the room within the panel.
  private func corner(
    of legend: Legend, size: Size, inside: Rect, _ panel: PanelLayout, gap: Double, isFinal: Bool
  ) -> Point {
    func at(_ share: (x: Double, y: Double)) -> Point {
      Point(
        x: inside.minX + share.x * (inside.width - size.width),
        y: inside.minY + share.y * (inside.height - size.height))
    }
    var corner: Point
    switch legend.placement {
    case .box where !isFinal && size.width <= inside.width && size.height <= inside.height:
      return Point(x: inside.minX, y: inside.minY)
    case .box, .lineEnds:
      let obstacles = panel.axes.marks.map { mark in
        // The page has no height yet: down and up again, positions stay as they are.
        mark.drawable.obstacles(
          in: MarkArea(
            scale: panel.scale(of: mark), frame: panel.frame, pageHeight: 0, dpi: dpi, theme: theme, colors: []))
      }
      corner = LegendLayout.bestPlace(
        for: size, in: inside, avoiding: obstacles.flatMap(\.lines), points: obstacles.flatMap(\.points),
        obstacles.flatMap(\.boxes) + panel.annotations.map(\.bounds) + panel.insets.map(\.frame))
    case .inside(let position): corner = at(position.share)
    case .outside(.right):
      return Point(x: panel.surroundings.maxX + gap, y: panel.frame.maxY - size.height)
    case .outside(.below):
      return Point(x: panel.frame.midX - size.width / 2, y: panel.surroundings.minY - gap - size.height)
    }
    // What is higher than the panel hangs below it, so that the title can be read.
    if size.height > inside.height { corner.y = inside.maxY - size.height }
    return corner
  }

  private func rows(of axes: Axes, _ style: TextStyle, font: Double) throws(PlottingError) -> [LegendRow] {
    let look = theme.legend
    let reference = try text.run("lp", style, dpi: dpi)
    let letters = reference.height - reference.descent
    var rows: [LegendRow] = []
    for (mark, parts) in axes.marks.map(\.parts).enumerated() {
      for (part, content) in parts.enumerated() {
        guard let name = content.label, !name.isBlank else { continue }
        let start = (look.handleLength + look.handleTextPad) * font
        var row = LegendRow(mark: mark, part: part, name: name, ascent: 0, descent: 0, width: 0)
        if name.drawnLines.count > 1 {
          let box = try text.place(
            name, style, at: Point(x: 0, y: 0), TextAlignment(horizontal: .left, vertical: .top), dpi: dpi
          ).bounds
          row.isTall = true
          row.descent = 0.5 * box.height - 0.5 * letters
          row.ascent = max(box.height - row.descent, look.handleHeight * font)
          row.width = start + box.width
        } else {
          let run = try text.run(name, style, dpi: dpi)
          row.descent = max(run.descent, reference.descent)
          let ascent = max(max(run.height, reference.height) - row.descent, letters)
          row.ascent = max(ascent, look.handleHeight * font)
          row.width = start + run.width
        }
        let tall = pixels(content.sampleHeight) / 2
        row.ascent = max(row.ascent, tall + look.handleHeight * font / 2)
        row.descent = max(row.descent, tall - look.handleHeight * font / 2)
        rows.append(row)
      }
    }
    return rows
  }
}
