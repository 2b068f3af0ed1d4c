/// Names beside the ends of lines, which need no legend to be looked up in.
extension LayoutContext {
  /// Puts the name of each line of `axes` right of `frame` at the height of its last point, in its colour; names that would
  /// touch are moved apart, as little as can be.
  func lineNames(of axes: Axes, scale: PanelScale, frame: Rect) throws(PlottingError) -> [PlacedText] {
    let base = axes.legend.map { Label("", size: $0.fontSize).style(from: theme.legend.text) } ?? theme.legend.text
    let pad = theme.legend.handleTextPad * pixels(base.size)
    var names: [(text: String, style: TextStyle, y: Double)] = []
    for (mark, colors) in zip(axes.marks, axes.colors(theme.marks)) {
      guard case .line(let line) = mark, let name = line.label, let color = colors.first else { continue }
      let heights = zip(line.x, line.y).filter { scale.x($0, in: frame).isFinite && scale.y($1, in: frame).isFinite }
      guard let end = heights.last else { continue }
      var style = base
      style.color = color
      names.append((name, style, min(max(scale.y(end.1, in: frame), frame.minY), frame.maxY)))
    }
    names.sort { $0.y < $1.y }
    let line = try text.run("lp", base, dpi: dpi).height
    let places = Self.movedApart(names.map(\.y), by: line * 1.2, within: frame.minY...frame.maxY)
    var placed: [PlacedText] = []
    for (name, y) in zip(names, places) {
      placed.append(
        try text.place(
          name.text, name.style, at: Point(x: frame.maxX + pad, y: y),
          TextAlignment(horizontal: .left, vertical: .centerBaseline), dpi: dpi))
    }
    return placed
  }

  /// Growing positions that are `distance` apart at least and as near to `wanted`, which grow, as can be: the least squares,
  /// by pooling neighbours that are too near (the pool adjacent violators algorithm; Barlow et al., Statistical Inference
  /// under Order Restrictions, 1972). All are moved together into `range` where they fit.
  static func movedApart(_ wanted: [Double], by distance: Double, within range: ClosedRange<Double>) -> [Double] {
    // Positions less the room below them need only not shrink; a pool of them is at its mean.
    var pools: [(sum: Double, count: Int)] = []
    for (index, position) in wanted.enumerated() {
      var pool = (sum: position - Double(index) * distance, count: 1)
      while let last = pools.last, last.sum / Double(last.count) > pool.sum / Double(pool.count) {
        pool = (pool.sum + last.sum, pool.count + last.count)
        pools.removeLast()
      }
      pools.append(pool)
    }
    let room = Double(max(wanted.count - 1, 0)) * distance
    let highest = max(range.upperBound - room, range.lowerBound)
    return pools.flatMap { pool in
      Array(repeating: min(max(pool.sum / Double(pool.count), range.lowerBound), highest), count: pool.count)
    }.enumerated().map { $1 + Double($0) * distance }
  }
}
