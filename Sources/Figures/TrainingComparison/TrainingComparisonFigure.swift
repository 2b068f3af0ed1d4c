import NumberText
import Plotting
import RunRecords

/// Figure 02: accuracy and loss of every model over the epochs or steps, training solid, validation dashed; and the learning
/// rate, if it was logged.
struct TrainingComparisonFigure: FigureContent {
  static let id: FigureID = "02_training_comparison"
  static let section = ReportSection.training

  /// A model and its curves.
  struct Model: Codable, Sendable, Equatable {
    var name: String
    var history: TrainingHistory
    /// The standard deviation of the history over seeds; nil for one seed.
    var historySD: TrainingHistory?

    enum CodingKeys: String, CodingKey {
      case name, history
      case historySD = "history_sd"
    }
  }

  /// Those of which at least one epoch or step is known.
  var models: [Model]

  init(of evaluated: EvaluatedRun) throws(MissingData) {
    let run = evaluated.run
    models = run.models.map(\.record).compactMap { model in
      // The figure shows no times.
      guard let history = model.history, history.hasLength else { return nil }
      return Model(name: model.name, history: history.drawn, historySD: model.historySD?.measures)
    }
    try check()
  }

  func check() throws(MissingData) {
    guard !models.isEmpty, models.allSatisfy({ $0.history.hasLength }) else { throw MissingData("no training history") }
    func logged(_ axis: TrainingHistory.Series.Axis) -> Model? {
      models.first { $0.history.measures.series.values.contains { $0.axis == axis } }
    }
    if let epochs = logged(.epoch), let steps = logged(.step) {
      let whose =
        epochs.name == steps.name
        ? "the history of \(epochs.name) counts both epochs and steps"
        : "the history of \(epochs.name) counts epochs and that of \(steps.name) steps"
      throw MissingData("\(whose), which have no common axis")
    }
  }

  func drawing(_ look: FigureLook) -> Figure {
    let style = look.style.curves
    // More names than these would hide what they name.
    let legend = Legend(placement: models.count > Self.mostInBox ? .lineEnds : style.legend)
    let names = models.map(\.name).shortened(to: style.longestName)
    let shift = countsEpochs ? Double(style.firstEpoch - 1) : 0
    let panels = quantities.map { quantity in
      let curves = zip(models.indices, names).flatMap { index, name in
        self.curves(of: index, name, quantity, look, legend, shift: shift)
      }
      return CurvePanel(quantity, curves, isLogged: isLogged(quantity), x: axis(look), legend: legend, look: look)
    }
    let kinds = legend.placement == .lineEnds ? self.kinds(panels, look) : nil
    let notes = ([kinds].compactMap { $0 } + panels.flatMap(\.notes)).reduce(into: [CurveNote]()) { notes, note in
      if !notes.contains(note) && !(note == .lonePoints && kinds != nil) { notes.append(note) }
    }
    let heading = FigureHeading(
      title: "Training Comparison", headline: headline,
      subtitle: notes.isEmpty ? nil : notes.map(\.sentence).joined(separator: " ").wrapped(atSpacesTo: 125))
    let size = style.size
    return Figure(
      name: heading.title, altText: altText(names),
      size: panels.count > 2 ? Size(width: size.width * style.widthOfThree, height: size.height) : size,
      title: look.figureTitle(heading), columns: panels.count,
      panels: panels.map { panel in
        guard look.style.titles == .abovePanels else { return panel.axes(titleNotes: []) }
        let ownKinds = panel.curves.contains(where: \.isValidation) ? kinds : nil
        return panel.axes(titleNotes: [ownKinds].compactMap { $0 } + panel.notes)
      }, theme: look.theme)
  }

  /// The most models whose names stand in a box.
  private static let mostInBox = 4
}

extension TrainingComparisonFigure {
  /// The quantities that have a panel.
  private var quantities: [Quantity] { isLogged(.learningRate) ? Quantity.allCases : [.accuracy, .loss] }

  private func isLogged(_ quantity: Quantity) -> Bool {
    models.contains { model in
      [quantity.series.training, quantity.series.validation].contains { $0.map { model.history[$0] != nil } ?? false }
    }
  }

  /// The curves of one model in a panel.
  private func curves(
    of index: Int, _ name: String, _ quantity: Quantity, _ look: FigureLook,
    _ legend: Legend, shift: Double
  ) -> [Curve] {
    let style = look.style.curves
    let model = models[index]
    func curve(_ series: String?, isValidation: Bool, _ label: String?) -> Curve? {
      guard let series, let logged = model.history[series] else { return nil }
      return Curve(
        model: index, label: label, isValidation: isValidation, series: logged, deviation: model.historySD?[series],
        shift: shift, smoothing: quantity == .learningRate ? 1 : look.options.smoothing)
    }
    let validation = curve(quantity.series.validation, isValidation: true, nil)
    let training = curve(quantity.series.training, isValidation: false, nil)
    let labels =
      legend.placement == .lineEnds
      ? CurveStyle.namesAtLineEnds(name, validation != nil)
      : quantity == .learningRate ? (name, nil) : style.names(name, validation != nil)
    return [(training, labels.training), (validation, labels.validation)].compactMap { curve, label in
      var curve = curve
      curve?.label = label
      return curve
    }
  }

  /// Which lines are of training; nil if there is one kind, and nothing to tell apart.
  private func kinds(_ panels: [CurvePanel], _ look: FigureLook) -> CurveNote? {
    let curves = panels.flatMap(\.curves)
    guard curves.contains(where: \.isValidation) else { return nil }
    return .kinds(
      lines: curves.contains(where: \.hasLine), points: curves.contains { !$0.lonePoints.isEmpty },
      repeatsColors: models.count > look.colors.models.count)
  }

  /// The horizontal axis: epochs, or steps if there are no epochs.
  private func axis(_ look: FigureLook) -> Axis {
    guard epochs > 0 else { return Axis(label: look.axisLabel("Step")) }
    let all = models.flatMap { $0.history.series.values.compactMap { $0.positions.min() } }
    let ticks: Axis.Ticks =
      look.style.curves.ticksAreEpochs ? .values(Self.ticks(from: all.min() ?? 0, to: epochs)) : .automatic
    return Axis(label: look.axisLabel("Epoch"), ticks: ticks)
  }

  /// Ten epochs at most, multiples of 1, 2 or 5 times a power of ten.
  private static func ticks(from first: Double, to last: Int) -> [Double] {
    let first = max(Int(first.rounded(.up)), 1)
    var step = 1
    while last / step - (first - 1) / step > 10 {
      // 1, 2, 5, 10, 20, …
      step = String(step).hasPrefix("2") ? step / 2 * 5 : step * 2
    }
    return stride(from: (first + step - 1) / step * step, through: last, by: step).map(Double.init)
  }

  private var epochs: Int { models.map(\.history.epochs).max() ?? 0 }

  /// What the figure shows: `Accuracy and loss over the epochs`.
  var headline: String {
    let what = isLogged(.learningRate) ? "Accuracy, loss and learning rate" : "Accuracy and loss"
    return "\(what) over the \(epochs > 0 ? "epochs" : "steps")"
  }

  /// Whether all values were logged after whole epochs, which a style may count from 0. Steps and parts of an epoch are shown
  /// as they are.
  private var countsEpochs: Bool {
    models.allSatisfy { model in
      model.history.series.values.allSatisfy { series in
        series.axis == .epoch && series.areWhole
      }
    }
  }
}

extension TrainingHistory {
  /// Whether there is an epoch or a step to draw.
  fileprivate var hasLength: Bool { epochs > 0 || steps > 0 }

  /// The measures, and the learning rate if it was logged along the same axis.
  fileprivate var drawn: TrainingHistory {
    var drawn = measures
    if let rate = self[Self.learningRate], measures.series.values.allSatisfy({ $0.axis == rate.axis }) {
      drawn[Self.learningRate] = rate
    }
    return drawn
  }
}
