import Glibc

/// Labels of ticks that do not touch each other.
extension LayoutContext {
  /// Finds the ticks of an axis of `panel`, fewer than usual if their labels would touch. Labels of the user's own are turned if
  /// they would, and of those that still do each second one and so on is left out; their ticks stay.
  func fittingTicks(of direction: AxisDirection, in panel: PanelLayout) throws(PlottingError) -> AxisTicks {
    try fittingTicks(
      of: panel.axes.axis(direction), on: direction == .x ? panel.scale.x : panel.scale.y,
      edge: direction == .x ? .bottom : .left, countsCells: panel.axes.countsCells(direction), in: panel)
  }

  /// The same for an axis at any edge of `panel`, whose scale this is.
  func fittingTicks(
    of axis: Axis, on axisScale: AxisScale, edge: AxisEdge, countsCells: Bool = false, in panel: PanelLayout
  ) throws(PlottingError) -> AxisTicks {
    let length = edge == .bottom ? panel.frame.width : panel.frame.height
    func choose(fewer: Int) -> AxisTicks {
      var ticks = ticks(of: axis, on: axisScale, length: length, edge: edge, countsCells: countsCells, fewer: fewer)
      if let angle = axis.tickAngle { ticks.rotation = TextRotation(degrees: angle) }
      return ticks
    }
    var chosen = choose(fewer: 0)
    guard try touches(chosen, edge, panel) else { return chosen }
    if axis.ticks == .automatic {
      for fewer in 1..<9 {
        let ticks = choose(fewer: fewer)
        if try !touches(ticks, edge, panel) { return ticks }
      }
    }
    if chosen.isNamed, axis.tickAngle == nil, edge == .bottom {
      for angle in [45.0, 90] {
        chosen.rotation = TextRotation(degrees: angle)
        if try !touches(chosen, edge, panel) { return chosen }
      }
    }
    return try thinned(chosen, edge, panel)
  }

  /// The labels along an axis from its start to its end, with what each takes of the axis.
  private func spans(_ ticks: AxisTicks, _ edge: AxisEdge, _ panel: PanelLayout) throws(PlottingError) -> [LabelSpan] {
    let placed = try place(ticks, label: nil, edge: edge, scale: panel.scale, frame: panel.frame)
    let major = placed.ticks.enumerated().map { LabelSpan(index: $0, isMinor: false, $1.label, $1.position, edge) }
    let minor = placed.minorTicks.enumerated().compactMap { index, tick in
      tick.label.map { LabelSpan(index: index, isMinor: true, $0, tick.position, edge) }
    }
    return (major + minor).filter(\.isSeen).sorted { $0.start < $1.start }
  }

  private func touches(_ ticks: AxisTicks, _ edge: AxisEdge, _ panel: PanelLayout) throws(PlottingError) -> Bool {
    let spans = try spans(ticks, edge, panel)
    return zip(spans, spans.dropFirst()).contains { $0.end > $1.start }
  }

  /// The ticks without the labels that would touch one before, and without those of small ticks that would touch any.
  private func thinned(
    _ ticks: AxisTicks, _ edge: AxisEdge, _ panel: PanelLayout
  ) throws(PlottingError) -> AxisTicks {
    var ticks = ticks
    // What has no place has no label, so that indices are those of the ticks that are left.
    let scale = edge == .bottom ? panel.scale.x : panel.scale.y
    let seen = ticks.values.indices.filter { scale.position(ticks.values[$0], start: 0, length: 1).isFinite }
    (ticks.values, ticks.labels) = (seen.map { ticks.values[$0] }, seen.map { ticks.labels[$0] })
    ticks.minor = ticks.minor.filter { scale.position($0.value, start: 0, length: 1).isFinite }
    let spans = try spans(ticks, edge, panel)
    var kept: [LabelSpan] = []
    for span in spans where !span.isMinor {
      if let last = kept.last, last.end > span.start {
        ticks.labels[span.index] = ""
      } else {
        kept.append(span)
      }
    }
    for span in spans where span.isMinor {
      if kept.contains(where: { $0.start < span.end && span.start < $0.end }) {
        ticks.minor[span.index].label = ""
      } else {
        kept.append(span)
      }
    }
    return ticks
  }
}

/// What a label takes of its axis, in pixels.
private struct LabelSpan {
  var index: Int
  var isMinor: Bool
  var start: Double
  var end: Double
  var isSeen: Bool

  init(index: Int, isMinor: Bool, _ label: PlacedText, _ position: Double, _ edge: AxisEdge) {
    self.index = index
    self.isMinor = isMinor
    isSeen = label.bounds.isVisible
    let box = label.bounds
    (start, end) = edge == .bottom ? (box.minX, box.maxX) : (box.minY, box.maxY)
    if case .turned = label.rotation, edge == .bottom {
      // Labels beside each other are parallel: their lines are as far apart as the ticks are across them.
      let height = label.height / max(abs(sin(label.rotation.radians)), 1e-3)
      if height < box.width { (start, end) = (position - height / 2, position + height / 2) }
    }
  }
}
