import Plotting
import RunRecords

/// A panel of figure 02: one quantity of every model over the epochs or steps.
struct CurvePanel {
  let quantity: Quantity
  let curves: [Curve]
  private let x: Axis
  private let legend: Legend
  private let look: FigureLook
  /// Whether values were logged of which none is finite.
  private let hasOnlyGaps: Bool
  /// The axis of losses; linear for all else.
  private let lossAxis: LossAxis
  private let scale: Scale
  /// The best validation value of each curve that has more than one to choose from.
  private let bestPoints: [(curve: Curve, index: Int)]

  /// The largest number of crosses a curve has; of more, each stands for several.
  private static let mostCrosses = 100
  /// Lines of more values show those without a neighbour themselves.
  private static let mostLonePoints = 1_000
  /// The most rings that are drawn unasked.
  private static let mostRings = 6
  /// How much of the page's colour is in that of values behind their means.
  private static let paleness = 0.72

  /// A panel of the curves of a quantity.
  ///
  /// - Parameter isLogged: whether the quantity was logged at all.
  init(_ quantity: Quantity, _ curves: [Curve], isLogged: Bool, x: Axis, legend: Legend, look: FigureLook) {
    self.quantity = quantity
    self.curves = curves
    self.x = x
    self.legend = legend
    self.look = look
    hasOnlyGaps = isLogged && curves.isEmpty
    lossAxis = quantity == .loss ? Self.lossAxis(of: curves, look) : .linear
    scale =
      switch quantity {
      case .accuracy: .linear
      case .loss: lossAxis == .logarithmic ? .log() : .linear
      case .learningRate: Self.rateScale(of: curves)
      }
    let isReadable = look.style.curves.marksBest && curves.count(where: \.isValidation) <= Self.mostRings
    let marksBest = look.options.marksBest ?? isReadable
    bestPoints = curves.filter { marksBest && $0.isValidation && $0.hasLine }.compactMap { curve in
      quantity.best(of: curve.logged).map { (curve, $0) }
    }
  }

  private static func lossAxis(of curves: [Curve], _ look: FigureLook) -> LossAxis {
    if let isLogarithmic = look.options.hasLogLoss {
      return isLogarithmic && curves.contains { $0.values.contains { $0 > 0 } } ? .logarithmic : .linear
    }
    return look.style.curves.choosesLossAxis ? LossAxis(showing: curves.flatMap(\.values)) : .linear
  }

  /// Rates that fall by powers of ten are read on a logarithmic axis, others on a linear one.
  private static func rateScale(of curves: [Curve]) -> Scale {
    let rates = curves.flatMap(\.values).filter(\.isFinite)
    guard let least = rates.min(), let most = rates.max(), least > 0 else { return .linear }
    return most / least >= 50 ? .log() : .linear
  }

  /// What a reader must know to read it, in the order of importance.
  var notes: [CurveNote] {
    var notes: [CurveNote] = []
    if curves.contains(where: { $0.hasLine && !$0.lonePoints.isEmpty }) { notes.append(.lonePoints) }
    if isSmoothed { notes.append(.smoothed(look.options.smoothing)) }
    if curves.contains(where: { $0.deviation != nil }) { notes.append(.bands) }
    if !bestPoints.isEmpty { notes.append(.best) }
    if curves.contains(where: { !$0.gaps.isEmpty }) { notes.append(.gaps) }
    switch lossAxis {
    case .linear: break
    case .logarithmic: notes.append(.logLoss(hidesSome: curves.contains { $0.values.contains { $0 <= 0 } }))
    case .linearTo(let limit): notes.append(.lossCut(limit))
    }
    return notes
  }

  /// The panel, with these notes below its title.
  func axes(titleNotes: [CurveNote]) -> Axes {
    let style = look.style.curves
    let title = ([style.panelTitle(quantity.name)] + titleNotes.map { "(\($0.titleLine))" }).joined(separator: "\n")
    guard !curves.isEmpty else { return emptyPanel(title: title) }
    let limits = needsLimits ? self.limits : nil
    return Axes(
      title: look.title(title), x: x,
      y: Axis(
        label: style.namesVerticalAxis ? look.axisLabel(quantity.name) : nil, scale: scale,
        limits: limits),
      grid: look.style.grid, legend: legend
    ) {
      for curve in curves { bands(of: curve, above: limits?.lowerBound) }
      for curve in curves where isSmoothed { Line(x: curve.x, y: curve.logged, color: paleColor(curve)) }
      for curve in curves { line(of: curve) }
      for curve in curves where curve.hasLine { points(of: curve) }
      for (curve, index) in bestPoints { ring(of: curve, at: index) }
      if let lower = limits?.lowerBound {
        for curve in curves { crosses(of: curve, at: lower) }
      }
    }
  }

  /// A panel that says that there is nothing to show.
  private func emptyPanel(title: String) -> Axes {
    let name = quantity.name.lowercased()
    let words = hasOnlyGaps ? "No finite \(name) was logged" : "No \(name) was logged"
    return Axes(
      title: look.title(title), x: Axis(limits: 0...1), y: Axis(limits: 0...1), legend: nil, decoration: .none
    ) {
      Text(Label(words, color: look.theme.marks.rule.color), x: 0.5, y: 0.5)
    }
  }
}

extension CurvePanel {
  private var isSmoothed: Bool { look.options.smoothing > 1 && quantity != .learningRate }

  private func color(_ curve: Curve) -> Color { look.modelColor(curve.model) }

  private func paleColor(_ curve: Curve) -> Color {
    color(curve).mixed(with: look.theme.background, Self.paleness)
  }

  private func line(of curve: Curve) -> Line {
    let isDense = curve.lonePoints.count > Self.mostLonePoints
    var line = Line(
      x: curve.x, y: curve.values, color: color(curve), dash: curve.dash(colors: look.colors.models.count),
      marker: curve.hasLine || isDense ? nil : curve.marker, label: curve.label)
    line.dotsLonePoints = isDense
    return line
  }

  /// The values of a line that have no neighbour.
  private func points(of curve: Curve) -> [Mark] {
    let indices = curve.lonePoints
    guard !indices.isEmpty, indices.count <= Self.mostLonePoints else { return [] }
    return [
      .dots(
        Dots(
          x: indices.map { curve.x[$0] }, y: indices.map { curve.values[$0] }, marker: curve.marker,
          color: color(curve)))
    ]
  }

  /// The standard deviation of a curve: a band, and strokes for points on their own.
  private func bands(of curve: Curve, above floor: Double?) -> [Mark] {
    guard let (lower, upper) = curve.band else { return [] }
    // A logarithmic axis has no place for what reaches below zero: the band goes down to the axis' start.
    let edges = scale == .linear ? lower : zip(lower, upper).map { $1 > 0 ? max($0, floor ?? $0) : $0 }
    let strokes = curve.lonePoints.prefix(Self.mostLonePoints).filter { edges[$0] < upper[$0] }.map { index in
      Mark.line(
        Line(
          x: [curve.x[index], curve.x[index]], y: [edges[index], upper[index]],
          color: color(curve).mixed(with: look.theme.background, 0.5)))
    }
    return [.band(Band(x: curve.x, lower: edges, upper: upper, color: color(curve), opacity: 0.2))] + strokes
  }

  private func ring(of curve: Curve, at index: Int) -> [Mark] {
    let place = (x: [curve.x[index]], y: [curve.logged[index]])
    return [
      .dots(Dots(x: place.x, y: place.y, size: 9, color: color(curve))),
      .dots(Dots(x: place.x, y: place.y, size: 5, color: look.theme.background)),
    ]
  }

  /// Crosses on the axis at what is not finite.
  private func crosses(of curve: Curve, at lower: Double) -> [Mark] {
    let gaps = curve.gaps
    guard !gaps.isEmpty else { return [] }
    let step = (gaps.count - 1) / Self.mostCrosses + 1
    let shown = stride(from: 0, to: gaps.count, by: step).map { gaps[$0] }
    return [.dots(Dots(x: shown, y: shown.map { _ in lower }, marker: .cross, color: color(curve)))]
  }
}

extension CurvePanel {
  /// Whether the axis must be known before the panel is laid out.
  private var needsLimits: Bool {
    if case .linearTo = lossAxis { return true }
    return curves.contains { !$0.gaps.isEmpty || scale != .linear && $0.deviation != nil }
  }

  /// What the vertical axis shows.
  private var limits: ClosedRange<Double>? {
    var values = curves.flatMap { [$0.values] + (isSmoothed ? [$0.logged] : []) }
    for curve in curves {
      guard let (lower, upper) = curve.band else { continue }
      values += [upper] + (scale == .linear ? [lower] : [])
    }
    if case .linearTo(let limit) = lossAxis { values = values.map { $0.filter { !($0 > limit) } } }
    return scale.limits(showing: values, margin: look.theme.dataMargin)
  }
}

extension Color {
  /// The opaque colour so far on the way to another, 0 to 1.
  fileprivate func mixed(with other: Color, _ share: Double) -> Color {
    func part(_ part: KeyPath<Color, Double>) -> Double {
      (1 - share) * self[keyPath: part] + share * other[keyPath: part]
    }
    return Color(red: part(\.red), green: part(\.green), blue: part(\.blue))
  }
}
