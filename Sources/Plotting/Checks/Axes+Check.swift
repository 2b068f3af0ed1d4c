extension Axes {
  /// Refuses a panel that cannot be drawn; `place` is what it is called, such as `panel 1`.
  func check(_ place: String) throws(PlottingError) {
    let panel = ValueCheck(operation: "lay out \(place)")
    try panel.label(title, "title")
    try panel.label(note, "note")
    try panel.number(grid?.opacity, "grid.opacity", .share)
    try legend?.check(panel.inside("legend"))
    if onRightAxis != nil {
      guard legend?.placement != .lineEnds else {
        throw panel.failure("names at the ends of lines and a right axis have no place beside each other")
      }
    }
    for inset in insets {
      try panel.inside("insets").numbers(["x": inset.x, "y": inset.y], NumberRange(lowest: -10, highest: 10))
      try panel.inside("insets").numbers(
        ["width": inset.width, "height": inset.height], NumberRange(lowest: 0.01, highest: 10))
      try inset.axes.check("the inset of \(place)")
    }
    switch aspect {
    case .ratio(let ratio), .box(let ratio):
      try panel.number(ratio, "aspect", NumberRange(lowest: 0.001, highest: 1000))
    case .equal, nil: break
    }
    try panel.label(colorBar?.label, "colorBar.label")
    for (index, mark) in marks.enumerated() {
      try check(mark.drawable, ValueCheck(operation: "draw \(mark.name(index)) of \(place)"))
    }
    for (axis, direction) in [(x, AxisDirection.x), (y, .y)] {
      let check = ValueCheck(operation: "lay out the \(direction.rawValue) axis of \(place)")
      try check.label(axis.label, "label")
      try axis.check(check, on: scale(direction))
    }
    if let right = onRightAxis {
      let check = ValueCheck(operation: "lay out the right axis of \(place)")
      try check.label(right.y.label, "label")
      try right.y.check(check, on: right.scale(.y))
    }
  }

  private func check(_ mark: any DrawableMark, _ check: ValueCheck) throws(PlottingError) {
    try mark.check(check)
    let parts = mark.parts
    for (index, part) in parts.enumerated() {
      try check.color(part.color, parts.count > 1 ? "series[\(index)].color" : "color")
    }
    guard mark.isBackground, !(mark is Contour), !(mark is HexBins) else { return }
    for direction in [AxisDirection.x, .y] where (mark as? Heatmap)?.edges(direction) == nil {
      switch scale(direction) {
      case .log, .symlog:
        throw check.failure("the \(direction.rawValue) axis of a \(mark.kind) cannot be logarithmic")
      case .power, .date:
        throw check.failure("the \(direction.rawValue) axis of a \(mark.kind) can only be linear or have names")
      case .linear, .band: break
      }
    }
  }
}

extension Axis {
  fileprivate func check(_ check: ValueCheck, on scale: Scale) throws(PlottingError) {
    if let problem = scale.problem ?? format?.problem ?? ticks.problem(on: scale) { throw check.failure(problem) }
    try check.number(tickAngle, "tickAngle", NumberRange(lowest: -90, highest: 90))
    if case .band = scale { return }
    let isPossible =
      if let from, let to {
        AxisScale(scale, from: from, to: to) != nil
      } else {
        [from, to].compactMap { $0 }.allSatisfy { scale.transform($0).isFinite }
      }
    guard !isPossible else { return }
    let ends = (from.map { " from \($0)" } ?? "") + (to.map { " to \($0)" } ?? "")
    throw check.failure("nothing can be shown" + ends)
  }
}

extension Legend {
  func check(_ check: ValueCheck) throws(PlottingError) {
    try check.number(fontSize, "fontSize", .size)
    if let columns, !(1...Self.mostColumns).contains(columns) {
      throw check.failure("\(check.path)columns is \(columns), not within 1...\(Self.mostColumns)")
    }
  }
}

extension Mark {
  /// What the mark is called in errors, such as `mark 1 (line “Loss”)`; `index` counts from 0.
  func name(_ index: Int) -> String {
    let label = parts.compactMap(\.label).first.map { " “\($0)”" } ?? ""
    return "mark \(index + 1) (\(drawable.kind)\(label))"
  }
}
