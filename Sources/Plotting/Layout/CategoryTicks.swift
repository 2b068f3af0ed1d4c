extension LayoutContext {
  /// The ticks of a heatmap's axis, as seaborn chooses them: as many names as lines of text fit, turned where they
  /// would overlap. Names beside the vertical axis run upwards unless that is where they would overlap.
  func categoryTicks(_ names: [String], edge: AxisEdge, scale: PanelScale, frame: Rect) throws(PlottingError)
    -> AxisTicks
  {
    // A cell without a name stays without one; a name without a cell is left out.
    let names = names.prefix(Int(edge == .bottom ? scale.x.upper : scale.y.upper))
    let length = (edge == .bottom ? frame.width : frame.height) * 72 / dpi
    let room = (length / theme.tickLabel.size).rounded(.down)
    guard room >= 1, !names.isEmpty else { return AxisTicks(values: [], labels: []) }
    let every = names.count / Int(room) + 1
    let shown = Array(stride(from: 0, to: names.count, by: every))
    var ticks = AxisTicks(
      values: shown.map { Double($0) + 0.5 }, labels: shown.map { names[$0] },
      rotation: edge == .bottom ? .horizontal : .vertical, isCategory: true)
    let boxes = try place(ticks, label: nil, edge: edge, scale: scale, frame: frame).ticks.map(\.label.bounds)
    if zip(boxes, boxes.dropFirst()).contains(where: { $0.overlaps($1) }) {
      ticks.rotation = edge == .bottom ? .vertical : .horizontal
    }
    return ticks
  }
}
