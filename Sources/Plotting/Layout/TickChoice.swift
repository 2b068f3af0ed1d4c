extension LayoutContext {
  /// Finds the ticks of an axis on a frame `length` pixels long.
  func ticks(of axis: Axis, on scale: AxisScale, length: Double, edge: AxisEdge) -> AxisTicks {
    switch axis.ticks {
    case .none: return AxisTicks(values: [], labels: [])
    case .values(let values): return given(values, on: scale)
    case .automatic: break
    }
    switch scale.scale {
    case .linear:
      var ticks = automaticTicks(in: scale.range, length: length, edge: edge)
      if axis.minorTicks == true {
        ticks.minor = MinorTicks.ticks(between: ticks.values, in: scale.range).filter { tick in
          scale.range.containsClosely(tick) && !ticks.values.contains { abs($0 - tick) < scale.range.length * 1e-9 }
        }.map { ($0, "") }
      }
      return ticks
    case .log(let base):
      let room = TickLocator.room(
        length: length * 72 / dpi, fontSize: theme.tickLabel.size, horizontal: edge == .bottom)
      let range = scale.dataRange
      let ticks = LogTicks(in: range, base: base, maximum: room)
      let formatter = PowerFormatter(range: range, base: base)
      let shown = ticks.major.filter { range.contains($0, on: scale) }
      var result = AxisTicks(values: shown, labels: shown.map(formatter.label))
      if axis.minorTicks ?? true {
        result.minor = ticks.minor.filter { tick in
          range.contains(tick, on: scale) && !shown.contains { abs($0 - tick) <= 1e-9 * tick }
        }.map { ($0, formatter.label($0)) }
      }
      return result
    case .symlog(let threshold, let base):
      let range = scale.dataRange
      let formatter = PowerFormatter(range: range, base: base, threshold: threshold)
      let shown = SymlogTicks.ticks(in: range, threshold: threshold, base: base).filter {
        range.contains($0, on: scale)
      }
      return AxisTicks(values: shown, labels: shown.map(formatter.label))
    case .band:
      // Placed by `categoryTicks`, which needs the frame.
      return AxisTicks(values: [], labels: [])
    }
  }

  /// Finds the ticks of an axis with round numbers on a frame `length` pixels long.
  func automaticTicks(in range: AxisRange, length: Double, edge: AxisEdge) -> AxisTicks {
    let locator = TickLocator(length: length * 72 / dpi, fontSize: theme.tickLabel.size, horizontal: edge == .bottom)
    let values = locator.ticks(in: range)
    let formatter = TickFormatter(ticks: values, range: range)
    let shown = values.indices.filter { range.containsClosely(values[$0]) }
    return AxisTicks(
      values: shown.map { values[$0] }, labels: shown.map { formatter.labels[$0] }, common: formatter.common)
  }

  /// The ticks at `values` that the axis shows, once each.
  private func given(_ values: [Double], on scale: AxisScale) -> AxisTicks {
    let range = scale.dataRange
    let shown = Set(values.filter { range.contains($0, on: scale) }).sorted()
    switch scale.scale {
    case .log(let base):
      let formatter = PowerFormatter(range: AxisRange(lower: 1, upper: 1), base: base)
      return AxisTicks(values: shown, labels: shown.map(formatter.label))
    case .band(let names):
      return AxisTicks(
        values: shown,
        labels: shown.map { value in
          Int(exactly: value).flatMap { names.indices.contains($0) ? names[$0] : nil } ?? NumberSummary.text(value)
        })
    case .linear, .symlog:
      let formatter = TickFormatter(ticks: shown, range: range)
      return AxisTicks(values: shown, labels: formatter.labels, common: formatter.common)
    }
  }
}

extension AxisRange {
  /// Whether `value` is shown on an axis, with a tolerance for rounding.
  fileprivate func contains(_ value: Double, on scale: AxisScale) -> Bool {
    scale.range.containsClosely(scale.scale.transform(value))
  }
}
