extension LayoutContext {
  /// The ticks of an axis of bands, as seaborn chooses them: as many names as lines of text fit, turned where they
  /// would overlap. Names beside the vertical axis of a heatmap run upwards unless that is where they would overlap.
  func categoryTicks(
    _ names: [String], edge: AxisEdge, runsUpwards: Bool, angle: Double?, scale: PanelScale, frame: Rect
  ) throws(PlottingError) -> AxisTicks {
    // A cell without a name stays without one; a name without a cell is left out.
    let cells = max(edge == .bottom ? scale.x.range.upper : scale.y.range.upper, 0)
    let names = names.prefix(cells < Double(names.count) ? Int(cells) : names.count)
    let length = (edge == .bottom ? frame.width : frame.height) * 72 / dpi
    // Names of no size find room whatever there is.
    let room = min((length / theme.tickLabel.size).rounded(.down), 1e6)
    guard room >= 1, !names.isEmpty else { return AxisTicks(values: [], labels: []) }
    let every = names.count / Int(room) + 1
    let shown = Array(stride(from: 0, to: names.count, by: every))
    var ticks = AxisTicks(
      values: shown.map(Double.init), labels: shown.map { names[$0] },
      rotation: runsUpwards ? .vertical : .horizontal, isCategory: true)
    if let angle {
      ticks.rotation = TextRotation(degrees: angle)
      return ticks
    }
    let boxes = try place(ticks, label: nil, edge: edge, scale: scale, frame: frame).ticks.map(\.label.bounds)
    if zip(boxes, boxes.dropFirst()).contains(where: { $0.overlaps($1) }) {
      ticks.rotation = runsUpwards || edge != .bottom ? .horizontal : .vertical
    }
    return ticks
  }
}
