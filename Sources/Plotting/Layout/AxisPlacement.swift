import Glibc

extension LayoutContext {
  /// Puts an axis beside `frame`, as `XAxis` and `YAxis` of matplotlib do.
  func place(_ ticks: AxisTicks, label: Label?, edge: AxisEdge, scale: PanelScale, frame: Rect)
    throws(PlottingError) -> AxisLayout
  {
    let tickLength = pixels(theme.ticks.length)
    var layout = AxisLayout(edge: edge, isOfBands: ticks.isCategory, ticks: [])
    for (value, name) in zip(ticks.values, ticks.labels) {
      let position = edge == .bottom ? scale.x(value, in: frame) : scale.y(value, in: frame)
      guard position.isFinite else { continue }
      layout.ticks.append(
        AxisLayout.Tick(
          position: position, label: try place(tickLabel: name, theme.ticks, ticks, at: position, edge, frame)))
    }
    for (value, name) in ticks.minor {
      let position = edge == .bottom ? scale.x(value, in: frame) : scale.y(value, in: frame)
      guard position.isFinite else { continue }
      let label = name.isEmpty ? nil : try place(tickLabel: name, theme.minorTicks, ticks, at: position, edge, frame)
      layout.minorTicks.append(AxisLayout.MinorTick(position: position, label: label))
    }

    let labels = Rect.union(of: layout.ticks.map(\.label.bounds) + layout.minorTicks.compactMap(\.label?.bounds))
    if !ticks.common.isEmpty {
      let pad = pixels(theme.commonPad)
      switch edge {
      case .bottom:
        layout.common = try text.place(
          ticks.common, theme.tickLabel, at: Point(x: frame.maxX, y: (labels?.minY ?? frame.minY) - pad),
          TextAlignment(horizontal: .right, vertical: .top), dpi: dpi)
      case .left, .right:
        layout.common = try text.place(
          ticks.common, theme.tickLabel, at: Point(x: edge == .left ? frame.minX : frame.maxX, y: frame.maxY + pad),
          TextAlignment(horizontal: edge == .left ? .left : .right, vertical: .baseline), dpi: dpi)
      }
    }

    guard let label else { return layout }
    let style = label.style(from: theme.axisLabel)
    let tickRoom = ticks.values.isEmpty ? 0 : tickLength
    let pad = pixels(theme.labelPad)
    switch edge {
    case .bottom:
      let below = min(frame.minY - tickRoom, labels?.minY ?? .infinity)
      layout.label = try text.place(
        label.text, style, at: Point(x: frame.minX + 0.5 * frame.width, y: below - pad),
        TextAlignment(horizontal: .center, vertical: .top), dpi: dpi)
    case .left:
      let left = min(frame.minX - tickRoom, labels?.minX ?? .infinity)
      layout.label = try text.place(
        label.text, style, at: Point(x: left - pad, y: frame.minY + 0.5 * frame.height),
        TextAlignment(horizontal: .center, vertical: .bottom, rotation: .vertical, alignsBeforeTurning: true), dpi: dpi)
    case .right:
      let right = max(frame.maxX + tickRoom, labels?.maxX ?? -.infinity)
      layout.label = try text.place(
        label.text, style, at: Point(x: right + pad, y: frame.minY + 0.5 * frame.height),
        TextAlignment(horizontal: .center, vertical: .top, rotation: .vertical, alignsBeforeTurning: true), dpi: dpi)
    }
    return layout
  }

  /// Puts the label of a tick beside it.
  private func place(
    tickLabel name: String, _ style: TickStyle, _ ticks: AxisTicks, at position: Double, _ edge: AxisEdge, _ frame: Rect
  ) throws(PlottingError) -> PlacedText {
    let distance = offset(style.length + theme.tickPad)
    let anchor: Point
    let alignment: TextAlignment
    let beside: VerticalAlignment = ticks.isCategory ? .center : .centerBaseline
    switch edge {
    case .bottom:
      if case .turned(let degrees) = ticks.rotation {
        // The end of a label, at the middle of its letters, stands under its tick.
        let letters = 0.4 * pixels(theme.tickLabel.size) * cos(ticks.rotation.radians)
        anchor = Point(x: position, y: frame.minY - distance - letters)
        alignment = TextAlignment(
          horizontal: degrees > 0 ? .right : .left, vertical: .center, rotation: ticks.rotation,
          alignsBeforeTurning: true)
      } else {
        anchor = Point(x: position, y: frame.minY - distance)
        alignment = TextAlignment(horizontal: .center, vertical: .top, rotation: ticks.rotation)
      }
    case .left:
      anchor = Point(x: frame.minX - distance, y: position)
      alignment = TextAlignment(horizontal: .right, vertical: beside, rotation: ticks.rotation)
    case .right:
      anchor = Point(x: frame.width + (frame.minX + distance), y: position)
      alignment = TextAlignment(horizontal: .left, vertical: beside, rotation: ticks.rotation)
    }
    return try text.place(name, theme.tickLabel, at: anchor, alignment, dpi: dpi)
  }
}
