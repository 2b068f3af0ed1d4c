import NumberText
import Plotting
import RunRecords

/// Figure 02: accuracy and loss of every model over the epochs or steps, training solid, validation dashed.
struct TrainingComparisonFigure: FigureContent {
  static let id: FigureID = "02_training_comparison"
  static let section = ReportSection.training

  /// A model and its curves.
  struct Model: Codable, Sendable, Equatable {
    var name: String
    var history: TrainingHistory
  }

  /// Those of which at least one epoch or step is known.
  var models: [Model]

  init(of run: SavedRun) throws(MissingData) {
    models = run.models.map(\.record).compactMap { model in
      // The figure shows no times.
      guard let history = model.history?.measures, history.hasLength else { return nil }
      return Model(name: model.name, history: history)
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
    let models = models.map { (name: $0.name.shortened(to: look.style.curves.longestName), history: $0.history) }
    let shift = countsEpochs ? Double(look.style.curves.firstEpoch - 1) : 0
    let accuracy = models.enumerated().flatMap { index, model in
      curves(of: model.name, model.history.accuracy, model.history.validationAccuracy, index, shift, look)
    }
    let loss = models.enumerated().flatMap { index, model in
      curves(of: model.name, model.history.loss, model.history.validationLoss, index, shift, look)
    }
    let epochs = models.map(\.history.epochs).max() ?? 0
    let hasOnlyPoints =
      epochs == 1 || epochs == 0 && models.allSatisfy { $0.history.measures.series.values.allSatisfy { $0.count == 1 } }
    // With one kind of line there is nothing to tell apart.
    let kinds =
      models.contains { $0.history.validationLoss != nil || $0.history.validationAccuracy != nil }
      ? hasOnlyPoints ? "Circles: training. Diamonds: validation." : "Solid: training. Dashed: validation." : nil
    let name = "Training Comparison"
    let over = "Accuracy and loss over the \(epochs > 0 ? "epochs" : "steps")"
    return Figure(
      name: name,
      altText: "\(over). " + models.map { summary(of: $0.name, $0.history) }.joined(separator: " "),
      size: look.style.curves.size,
      title: look.figureTitle(
        FigureHeading(title: name, headline: over, subtitle: kinds)),
      columns: 2,
      panels: [panel("Accuracy", accuracy, epochs, look), panel("Loss", loss, epochs, look)], theme: look.theme)
  }
}

extension TrainingComparisonFigure {
  /// Whether all values were logged after whole epochs, which a style may count from 0. Steps and parts of an epoch are shown
  /// as they are.
  fileprivate var countsEpochs: Bool {
    models.allSatisfy { model in
      model.history.measures.series.values.allSatisfy { series in
        series.axis == .epoch && series.positions.allSatisfy { $0 == $0.rounded() }
      }
    }
  }
}

extension TrainingHistory {
  /// Whether there is an epoch or a step to draw.
  fileprivate var hasLength: Bool { epochs > 0 || steps > 0 }
}

/// A panel over the epochs; over steps if there are no epochs.
private func panel(_ quantity: String, _ curves: [Line], _ epochs: Int, _ look: FigureLook) -> Axes {
  let style = look.style.curves
  return Axes(
    title: look.title(style.panelTitle(quantity)),
    x: epochs > 0
      ? Axis(label: look.axisLabel("Epoch"), ticks: style.ticksAreEpochs ? .values(ticks(to: epochs)) : .automatic)
      : Axis(label: look.axisLabel("Step")),
    y: Axis(label: style.namesVerticalAxis ? look.axisLabel(quantity) : nil), grid: look.style.grid,
    legend: Legend(placement: style.legend)
  ) {
    for curve in curves { curve }
  }
}

/// The curves of one model; what was not logged has none.
private func curves(
  of name: String, _ training: TrainingHistory.Series?, _ validation: TrainingHistory.Series?, _ index: Int,
  _ shift: Double, _ look: FigureLook
) -> [Line] {
  let style = look.style.curves
  let names = style.names(name, validation != nil)
  func line(_ series: TrainingHistory.Series, _ dash: Line.Dash, _ singleEpoch: Marker, _ label: String?) -> Line {
    var line = Line(
      x: series.positions.map { $0 + shift }, y: series.values, color: look.modelColor(index),
      dash: dash, marker: style.showsSingleEpochs && series.count == 1 ? singleEpoch : nil, label: label)
    line.dotsLonePoints = style.showsSingleEpochs
    return line
  }
  return [
    training.map { line($0, .solid, .circle, names.training) },
    validation.map { line($0, .dashed, .diamond, names.validation) },
  ].compactMap { $0 }
}

/// Ten epochs at most, the first multiples of 1, 2 or 5 times a power of ten.
private func ticks(to epochs: Int) -> [Double] {
  var step = 1
  while epochs / step > 10 {
    // 1, 2, 5, 10, 20, …
    step = String(step).hasPrefix("2") ? step / 2 * 5 : step * 2
  }
  return stride(from: step, through: epochs, by: step).map(Double.init)
}

/// How a model ended, in words.
private func summary(of name: String, _ history: TrainingHistory) -> String {
  let ends = [
    ("training accuracy", history.accuracy?.last), ("validation accuracy", history.validationAccuracy?.last),
    ("training loss", history.loss?.last), ("validation loss", history.validationLoss?.last),
  ].compactMap { name, value in value.map { "\(name) \(fixedPoint($0, decimals: 4))" } }
  let (length, unit) = history.epochs > 0 ? (history.epochs, "epoch") : (history.steps, "step")
  return "\(name) after \(length) \(unit)\(length == 1 ? "" : "s"): \(ends.joined(separator: ", "))."
}
