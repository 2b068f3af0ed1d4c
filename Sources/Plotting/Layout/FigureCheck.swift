extension Figure {
  /// Refuses marks and axes that cannot be drawn, naming the panel and the mark, counted from 1.
  func check() throws(PlottingError) {
    for (index, panel) in panels.enumerated() {
      let place = "panel \(index + 1)"
      for (number, mark) in panel.marks.enumerated() {
        let drawable = mark.drawable
        let name = drawable.parts.compactMap(\.label).first.map { " “\($0)”" } ?? ""
        let operation = "draw mark \(number + 1) (\(drawable.kind)\(name)) of \(place)"
        if let problem = drawable.problem { throw PlottingError(.invalidValue, operation: operation, reason: problem) }
        guard drawable.isBackground else { continue }
        for direction in [AxisDirection.x, .y] {
          switch panel.scale(direction) {
          case .log, .symlog:
            throw PlottingError(
              .invalidValue, operation: operation,
              reason: "the \(direction.rawValue) axis of a \(drawable.kind) cannot be logarithmic"
            )
          case .linear, .band: break
          }
        }
      }
      for (axis, direction) in [(panel.x, AxisDirection.x), (panel.y, .y)] {
        let operation = "lay out the \(direction.rawValue) axis of \(place)"
        let scale = panel.scale(direction)
        if let problem = scale.problem { throw PlottingError(.invalidValue, operation: operation, reason: problem) }
        if case .band = scale { continue }
        if let limits = axis.limits, AxisScale(scale, limits: limits) == nil {
          throw PlottingError(
            .invalidValue, operation: operation,
            reason: "nothing can be shown from \(limits.lowerBound) to \(limits.upperBound)")
        }
      }
    }
  }
}
