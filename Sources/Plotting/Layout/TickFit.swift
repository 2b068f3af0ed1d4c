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
    return (major + minor).filter(\.isSeen).sorted { $0.position < $1.position }
  }

  /// The least distance between labels side by side, without which numbers would read as one.
  private func gap(_ edge: AxisEdge) -> Double { edge == .bottom ? 0.25 * pixels(theme.tickLabel.size) : 0 }

  private func touches(_ ticks: AxisTicks, _ edge: AxisEdge, _ panel: PanelLayout) throws(PlottingError) -> Bool {
    let spans = try spans(ticks, edge, panel)
    return zip(spans, spans.dropFirst()).contains { $0.touches($1, gap: gap(edge)) }
  }

  /// The ticks without the labels that would touch one before, or without all but every so many if they are evenly spaced, and without those of small ticks that would touch any.
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
    let gap = gap(edge)
    var kept: [LabelSpan] = []
    let major = spans.filter { !$0.isMinor }
    let step = LabelSpan.step(major, gap: gap)
    for (index, span) in major.enumerated() {
      let isLeftOut = step.map { !index.isMultiple(of: $0) } ?? kept.last?.touches(span, gap: gap) ?? false
      if isLeftOut {
        ticks.labels[span.index] = ""
      } else {
        kept.append(span)
      }
    }
    for span in spans where span.isMinor {
      if kept.contains(where: { $0.touches(span, gap: gap) }) {
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
  var position: Double
  var start: Double
  var end: Double
  var isSeen: Bool

  init(index: Int, isMinor: Bool, _ label: PlacedText, _ position: Double, _ edge: AxisEdge) {
    self.index = index
    self.isMinor = isMinor
    self.position = position
    isSeen = label.bounds.isVisible
    let box = label.bounds
    (start, end) = edge == .bottom ? (box.minX, box.maxX) : (box.minY, box.maxY)
    if case .turned = label.rotation, edge == .bottom {
      // Labels beside each other are parallel: their lines are as far apart as the ticks are across them.
      let height = label.height / max(abs(sin(label.rotation.radians)), 1e-3)
      if height < box.width { (start, end) = (position - height / 2, position + height / 2) }
    }
  }

  /// Whether two labels are nearer to each other than `gap`.
  func touches(_ other: LabelSpan, gap: Double) -> Bool { start < other.end + gap && other.start < end + gap }

  /// The smallest number of evenly spaced labels of which one can stay so that none touch; nil if they are not evenly spaced.
  static func step(_ spans: [LabelSpan], gap: Double) -> Int? {
    let distances = zip(spans, spans.dropFirst()).map { $1.position - $0.position }
    guard let least = distances.min(), let most = distances.max(), most - least < 0.01 * most else { return nil }
    return (1...spans.count).first { step in
      let kept = stride(from: 0, to: spans.count, by: step).map { spans[$0] }
      return !zip(kept, kept.dropFirst()).contains { $0.touches($1, gap: gap) }
    }
  }
}
