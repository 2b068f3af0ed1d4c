/// Names beside the ends of lines, which need no legend to be looked up in.
extension LayoutContext {
  /// Puts the name of each line of `axes` right of `frame` at the height of its last point, in its colour; names that would
  /// touch are moved apart, as little as can be.
  func lineNames(of axes: Axes, scale: PanelScale, frame: Rect) throws(PlottingError) -> [PlacedText] {
    let base = axes.legend.map { Label("", size: $0.fontSize).style(from: theme.legend.text) } ?? theme.legend.text
    let pad = theme.legend.handleTextPad * pixels(base.size)
    var names: [(text: String, style: TextStyle, y: Double)] = []
    for (mark, colors) in zip(axes.marks, axes.colors(theme.marks)) {
      guard let line = mark.drawable as? Line, let name = line.label, let color = colors.first else { continue }
      let heights = zip(line.x, line.y).filter { scale.x($0, in: frame).isFinite && scale.y($1, in: frame).isFinite }
      guard let end = heights.last else { continue }
      var style = base
      style.color = color
      names.append((name, style, min(max(scale.y(end.1, in: frame), frame.minY), frame.maxY)))
    }
    names.sort { $0.y < $1.y }
    let line = try text.run("lp", base, dpi: dpi).height
    func place(_ name: String, _ style: TextStyle, y: Double) throws(PlottingError) -> PlacedText {
      try text.place(
        name, style, at: Point(x: frame.maxX + pad, y: y),
        TextAlignment(horizontal: .left, vertical: .centerBaseline), dpi: dpi)
    }
    var heights: [Double] = []
    for name in names { heights.append(max(try place(name.text, name.style, y: 0).bounds.height, line)) }
    // Lines of one name must be nearer to each other than names are.
    let gap = heights.contains { $0 > 1.5 * line } ? 0.6 * line : 0.2 * line
    let lowest = frame.minY + ((heights.first ?? line) - line) / 2
    let highest = max(frame.maxY - ((heights.last ?? line) - line) / 2, lowest)
    let middles = Self.movedApart(names.map(\.y), heights: heights.map { $0 + gap }, within: lowest...highest)
    var placed: [PlacedText] = []
    for (index, name) in names.enumerated() {
      placed.append(try place(name.text, name.style, y: middles[index]))
    }
    return placed
  }

  /// The middles of boxes of `heights` upon each other that do not overlap and are as near to `wanted`, which grow, as can be:
  /// the least squares, by pooling neighbours that are too near (the pool adjacent violators algorithm; Barlow et al.,
  /// Statistical Inference under Order Restrictions, 1972). All are moved together into `range` where they fit.
  static func movedApart(_ wanted: [Double], heights: [Double], within range: ClosedRange<Double>) -> [Double] {
    guard !wanted.isEmpty else { return [] }
    // How far each is above the first where they touch.
    var steps = [0.0]
    for (below, above) in zip(heights, heights.dropFirst()) {
      steps.append(steps[steps.count - 1] + (below + above) / 2)
    }
    // Positions less these need only not shrink; a pool of them is at its mean.
    var pools: [(sum: Double, count: Int)] = []
    for (position, step) in zip(wanted, steps) {
      var pool = (sum: position - step, count: 1)
      while let last = pools.last, last.sum / Double(last.count) > pool.sum / Double(pool.count) {
        pool = (pool.sum + last.sum, pool.count + last.count)
        pools.removeLast()
      }
      pools.append(pool)
    }
    let highest = max(range.upperBound - steps[steps.count - 1], range.lowerBound)
    let starts = pools.flatMap { pool in
      Array(repeating: min(max(pool.sum / Double(pool.count), range.lowerBound), highest), count: pool.count)
    }
    return zip(starts, steps).map { $0 + $1 }
  }
}
