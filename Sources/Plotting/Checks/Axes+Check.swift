extension Axes {
  /// Refuses a panel that cannot be drawn; `place` is what it is called, such as `panel 1`.
  func check(_ place: String) throws(PlottingError) {
    let panel = ValueCheck(operation: "lay out \(place)")
    try panel.label(title, "title")
    try panel.label(note, "note")
    try panel.number(grid?.opacity, "grid.opacity", .share)
    try panel.number(legend?.fontSize, "legend.fontSize", .size)
    try panel.label(colorBar?.label, "colorBar.label")
    for (index, mark) in marks.enumerated() {
      try check(mark.drawable, ValueCheck(operation: "draw \(mark.name(index)) of \(place)"))
    }
    for (axis, direction) in [(x, AxisDirection.x), (y, .y)] {
      let check = ValueCheck(operation: "lay out the \(direction.rawValue) axis of \(place)")
      try check.label(axis.label, "label")
      try axis.check(check, on: scale(direction))
    }
  }

  private func check(_ mark: any DrawableMark, _ check: ValueCheck) throws(PlottingError) {
    try mark.check(check)
    let parts = mark.parts
    for (index, part) in parts.enumerated() {
      try check.color(part.color, parts.count > 1 ? "series[\(index)].color" : "color")
    }
    guard mark.isBackground else { return }
    for direction in [AxisDirection.x, .y] {
      switch scale(direction) {
      case .log, .symlog:
        throw check.failure("the \(direction.rawValue) axis of a \(mark.kind) cannot be logarithmic")
      case .linear, .band: break
      }
    }
  }
}

extension Axis {
  fileprivate func check(_ check: ValueCheck, on scale: Scale) throws(PlottingError) {
    if let problem = scale.problem { throw check.failure(problem) }
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

extension Mark {
  /// What the mark is called in errors, such as `mark 1 (line “Loss”)`; `index` counts from 0.
  func name(_ index: Int) -> String {
    let label = parts.compactMap(\.label).first.map { " “\($0)”" } ?? ""
    return "mark \(index + 1) (\(drawable.kind)\(label))"
  }
}
