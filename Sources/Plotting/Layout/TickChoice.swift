extension LayoutContext {
  /// Finds the ticks of an axis on a frame `length` pixels long. With `fewer`, there are fewer ones than usual if the axis chooses
  /// them.
  func ticks(
    of axis: Axis, on scale: AxisScale, length: Double, edge: AxisEdge, countsCells: Bool = false, fewer: Int = 0
  ) -> AxisTicks {
    switch axis.ticks {
    case .none: return AxisTicks(values: [], labels: [])
    case .values(let values): return given(values, on: scale, axis.format)
    case .named(let ticks): return named(ticks, on: scale)
    case .multiples(let step):
      return given(Self.multiples(of: step, in: scale.dataRange, fewer: fewer), on: scale, axis.format)
    case .calendar(let unit, let count):
      return dates(on: scale, axis.format) { start, end in
        let step = DateTicks.Step(unit: unit, count: count)
        let number = DateTicks.count(step, seconds: scale.range.length)
        // No more than a thousand, at which none can be told from the next.
        let every = max(number / Double(Axis.Ticks.mostMultiples), 1).rounded(.up)
        return DateTicks(every: DateTicks.Step(unit: unit, count: count * Int(every)), from: start, to: end)
      }
    case .automatic: break
    }
    switch scale.scale {
    case .linear:
      if countsCells { return cells(in: scale.range, length: length, edge: edge, axis.format, fewer: fewer) }
      var ticks = automaticTicks(in: scale.range, length: length, edge: edge, axis.format, fewer: fewer)
      if axis.minorTicks == true { addMinorTicks(to: &ticks, in: scale.range) }
      return ticks
    case .power:
      return automaticTicks(in: scale.dataRange, length: length, edge: edge, axis.format, fewer: fewer)
    case .date:
      // From as many as matplotlib has down to one or two.
      let (fewest, most) = fewer == 0 ? (5, 12) : (max(4 - fewer, 1), max(9 - 2 * fewer, 2))
      return dates(on: scale, axis.format) { DateTicks(from: $0, to: $1, fewest: fewest, most: most) }
    case .log(let base):
      return powers(of: base, on: scale, length: length, edge: edge, axis, fewer: fewer)
    case .symlog(let threshold, let base):
      let range = scale.dataRange
      if -threshold <= range.lower && range.upper <= threshold {
        return automaticTicks(in: range, length: length, edge: edge, axis.format, fewer: fewer)
      }
      let formatter = PowerFormatter(range: range, base: base, threshold: threshold)
      let shown = SymlogTicks.ticks(in: range, threshold: threshold, base: base).filter { scale.shows($0) }
      return AxisTicks(values: shown, labels: axis.format?.labels(shown, range: range) ?? shown.map(formatter.label))
    case .band:
      // Placed by `categoryTicks`, which needs the frame.
      return AxisTicks(values: [], labels: [])
    }
  }

  /// Finds the ticks of an axis with round numbers on a frame `length` pixels long.
  func automaticTicks(
    in range: AxisRange, length: Double, edge: AxisEdge, _ format: NumberFormat? = nil, fewer: Int = 0
  ) -> AxisTicks {
    var locator = TickLocator(length: length * 72 / dpi, fontSize: theme.tickLabel.size, horizontal: edge == .bottom)
    locator.maximumSteps = max(locator.maximumSteps - fewer, 1)
    let values = locator.ticks(in: range)
    let shown = values.indices.filter { range.containsClosely(values[$0]) }
    if let format {
      let ticks = shown.map { values[$0] }
      return AxisTicks(values: ticks, labels: format.labels(ticks, range: range))
    }
    let formatter = TickFormatter(ticks: values, range: range)
    return AxisTicks(
      values: shown.map { values[$0] }, labels: shown.map { formatter.labels[$0] }, common: formatter.common)
  }

  private func addMinorTicks(to ticks: inout AxisTicks, in range: AxisRange) {
    let values = ticks.values
    ticks.minor = MinorTicks.ticks(between: values, in: range).filter { tick in
      range.containsClosely(tick) && !values.contains { abs($0 - tick) < range.length * 1e-9 }
    }.map { ($0, "") }
  }

  /// The ticks of cells that have no names: in their middles, counted from 0.
  private func cells(
    in range: AxisRange, length: Double, edge: AxisEdge, _ format: NumberFormat?, fewer: Int
  ) -> AxisTicks {
    let middles = AxisRange(lower: range.lower - 0.5, upper: range.upper - 0.5)
    var ticks = automaticTicks(in: middles, length: length, edge: edge, fewer: fewer)
    let whole = ticks.values.filter { abs($0 - $0.rounded()) < 1e-6 }.map { $0.rounded() }
    ticks = AxisTicks(
      values: whole.map { $0 + 0.5 }, labels: (format ?? .fixed(0)).labels(whole, range: middles))
    return ticks
  }

  private static func multiples(of step: Double, in range: AxisRange, fewer: Int) -> [Double] {
    // No more than a thousand, at which none can be told from the next.
    let every = max((range.length / step / Double(Axis.Ticks.mostMultiples)).rounded(.up), 1)
    let step = step * every
    let (first, last) = ((range.lower / step).rounded(.down), (range.upper / step).rounded(.up))
    guard first.isFinite, last.isFinite, last - first <= 2 * Double(Axis.Ticks.mostMultiples) else { return [] }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// The ticks of an axis of dates.
  private func dates(
    on scale: AxisScale, _ format: NumberFormat?, _ choose: (DateTime, DateTime) -> DateTicks
  ) -> AxisTicks {
    guard case .date(let hours) = scale.scale else { return AxisTicks(values: [], labels: []) }
    let zone = hours * 3600
    let chosen = choose(
      DateTime(secondsSince1970: scale.range.lower + zone), DateTime(secondsSince1970: scale.range.upper + zone)
    ).ticks
    let values = chosen.map { $0.secondsSince1970 - zone }
    let concise = DateLabels(chosen, isReversed: scale.isReversed)
    let labels = format?.labels(values, range: scale.range, zone: hours) ?? concise.labels
    let shown = values.indices.filter { scale.range.containsClosely(values[$0]) }
    return AxisTicks(
      values: shown.map { values[$0] }, labels: shown.map { labels[$0] }, common: format == nil ? concise.common : "")
  }

  /// The ticks of a logarithmic axis.
  private func powers(
    of base: Double, on scale: AxisScale, length: Double, edge: AxisEdge, _ axis: Axis, fewer: Int
  ) -> AxisTicks {
    let range = scale.dataRange
    // Powers of small bases are short, and all of them are wanted.
    let most = base < 10 ? 20 : 9
    let room = TickLocator.room(
      length: length * 72 / dpi * (base < 10 ? edge == .bottom ? 2 : 1.4 : 1), fontSize: theme.tickLabel.size,
      horizontal: edge == .bottom, most: most)
    let ticks = LogTicks(in: range, base: base, maximum: room - fewer, most: most)
    let shown = ticks.major.filter { scale.shows($0) }
    let between = ticks.minor.filter { tick in
      scale.shows(tick) && !shown.contains { abs($0 - tick) <= 1e-9 * tick }
    }
    if shown.count + between.count < 2 || (shown.isEmpty && ticks.minorAreRound) {
      return automaticTicks(in: range, length: length, edge: edge, axis.format, fewer: fewer)
    }
    if shown.count < 2 {
      return partOfAPower(shown, between, base: base, in: range, axis)
    }
    let formatter = PowerFormatter(range: range, base: base)
    var result = AxisTicks(
      values: shown, labels: axis.format?.labels(shown, range: range) ?? shown.map(formatter.label))
    guard axis.minorTicks ?? true else { return result }
    result.minor = between.map { tick in
      let label = formatter.label(tick)
      return (tick, label.isEmpty ? "" : axis.format?.labels([tick], range: range)[0] ?? label)
    }
    return result
  }

  /// The ticks of a logarithmic axis that shows no two powers: multiples of them, written as the numbers that they are.
  private func partOfAPower(
    _ powers: [Double], _ between: [Double], base: Double, in range: AxisRange, _ axis: Axis
  ) -> AxisTicks {
    let isPlain = range.lower >= 1e-4 && range.upper <= 1e6
    let formatter = PowerFormatter(range: range, base: base, labelsMultiples: true)
    func label(_ tick: Double) -> String {
      let power = formatter.label(tick)
      if power.isEmpty { return "" }
      return axis.format?.labels([tick], range: range)[0] ?? (isPlain ? NumberSummary.text(tick) : power)
    }
    var result = AxisTicks(values: powers, labels: powers.map(label))
    let minor = between.map { (value: $0, label: label($0)) }
    if axis.minorTicks ?? true {
      result.minor = minor
    } else {
      let named = (zip(powers, result.labels).map { (value: $0, label: $1) } + minor.filter { !$0.label.isEmpty })
        .sorted { $0.value < $1.value }
      result = AxisTicks(values: named.map(\.value), labels: named.map(\.label))
    }
    return result
  }

  /// The ticks at `values` that the axis shows, once each.
  private func given(_ values: [Double], on scale: AxisScale, _ format: NumberFormat?) -> AxisTicks {
    let range = scale.dataRange
    let shown = Set(values.filter { scale.shows($0) }).sorted()
    if let format {
      return AxisTicks(values: shown, labels: format.labels(shown, range: range, zone: scale.scale.hoursFromUTC))
    }
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
    case .date(let hours):
      let labels = DateLabels(
        shown.map { DateTime(secondsSince1970: $0 + hours * 3600) }, isReversed: scale.isReversed)
      return AxisTicks(values: shown, labels: labels.labels, common: labels.common)
    case .linear, .symlog, .power:
      let formatter = TickFormatter(ticks: shown, range: range)
      return AxisTicks(values: shown, labels: formatter.labels, common: formatter.common)
    }
  }

  /// The ticks with labels of their own that the axis shows: of several at one place, the first.
  private func named(_ ticks: [Axis.Tick], on scale: AxisScale) -> AxisTicks {
    var known: Set<Double> = []
    let shown = ticks.filter { scale.shows($0.value) && known.insert($0.value).inserted }
      .sorted { $0.value < $1.value }
    return AxisTicks(values: shown.map(\.value), labels: shown.map(\.label), isNamed: true)
  }
}

extension AxisScale {
  /// Whether `value` is on the axis, with a tolerance for rounding.
  fileprivate func shows(_ value: Double) -> Bool { range.containsClosely(scale.transform(value)) }
}

extension Scale {
  /// How far ahead of UTC dates are shown.
  fileprivate var hoursFromUTC: Double { if case .date(let hours) = self { hours } else { 0 } }
}
