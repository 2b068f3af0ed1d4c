import NumberText
import Plotting
import RunRecords

/// Figure 02: accuracy and loss of every model over the epochs, training solid, validation dashed.
struct TrainingComparisonFigure: FigureContent {
  static let id: FigureID = "02_training_comparison"
  static let section = ReportSection.training

  /// A model and its curves.
  struct Model: Codable, Sendable, Equatable {
    var name: String
    var history: TrainingHistory
  }

  /// Those of which at least one epoch is known.
  var models: [Model]

  init(of run: SavedRun) throws(MissingData) {
    models = run.models.map(\.record).compactMap { model in
      // The figure shows no times.
      guard let history = model.history?.measures, history.epochs > 0 else { return nil }
      return Model(name: model.name, history: history)
    }
    guard !models.isEmpty else { throw MissingData("no training history") }
  }

  func check() throws(MissingData) {
    guard !models.isEmpty, models.allSatisfy({ $0.history.epochs > 0 }) else {
      throw MissingData("no training history")
    }
  }

  func drawing(_ look: FigureLook) -> Figure {
    let models = models.map { (name: $0.name.shortened(to: look.style.curves.longestName), history: $0.history) }
    let accuracy = models.enumerated().flatMap { index, model in
      curves(of: model.name, model.history.accuracy, model.history.validationAccuracy, index, look)
    }
    let loss = models.enumerated().flatMap { index, model in
      curves(of: model.name, model.history.loss, model.history.validationLoss, index, look)
    }
    let epochs = models.map(\.history.epochs).max() ?? 1
    // With one kind of line there is nothing to tell apart.
    let kinds =
      models.contains { $0.history.validationLoss != nil || $0.history.validationAccuracy != nil }
      ? epochs == 1 ? "Circles: training. Diamonds: validation." : "Solid: training. Dashed: validation." : nil
    let name = "Training Comparison"
    return Figure(
      name: name,
      altText: "Accuracy and loss over the epochs. "
        + models.map { summary(of: $0.name, $0.history) }.joined(separator: " "),
      size: look.style.curves.size,
      title: look.figureTitle(
        FigureHeading(title: name, headline: "Accuracy and loss over the epochs", subtitle: kinds)),
      columns: 2,
      panels: [panel("Accuracy", accuracy, epochs, look), panel("Loss", loss, epochs, look)], theme: look.theme)
  }
}

private func panel(_ quantity: String, _ curves: [Line], _ epochs: Int, _ look: FigureLook) -> Axes {
  let style = look.style.curves
  return Axes(
    title: look.title(style.panelTitle(quantity)),
    x: Axis(label: look.axisLabel("Epoch"), ticks: style.ticksAreEpochs ? .values(ticks(to: epochs)) : .automatic),
    y: Axis(label: style.namesVerticalAxis ? look.axisLabel(quantity) : nil), grid: look.style.grid,
    legend: Legend(placement: style.legend)
  ) {
    for curve in curves { curve }
  }
}

/// The curves of one model; what was not logged has none.
private func curves(
  of name: String, _ training: TrainingHistory.Series?, _ validation: TrainingHistory.Series?, _ index: Int,
  _ look: FigureLook
) -> [Line] {
  let style = look.style.curves
  let names = style.names(name, validation != nil)
  func line(_ series: TrainingHistory.Series, _ dash: Line.Dash, _ singleEpoch: Marker, _ label: String?) -> Line {
    // Positions count from 1.
    var line = Line(
      x: series.positions.map { $0 + Double(style.firstEpoch - 1) }, y: series.values, color: look.modelColor(index),
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
  let epochs = history.epochs == 1 ? "1 epoch" : "\(history.epochs) epochs"
  return "\(name) after \(epochs): \(ends.joined(separator: ", "))."
}
