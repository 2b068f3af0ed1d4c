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
    models = run.record.models.compactMap { model in
      guard var history = model.history, history.epochs > 0 else { return nil }
      // The figure shows no times.
      history.seconds = []
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
    let isClean = look.style == .clean
    let models = models.map { (name: $0.name.shortened(to: isClean ? 40 : 32), history: $0.history) }
    let accuracy = models.enumerated().flatMap { index, model in
      curves(of: model.name, model.history.accuracy, model.history.validationAccuracy, index, look)
    }
    let loss = models.enumerated().flatMap { index, model in
      curves(of: model.name, model.history.loss, model.history.validationLoss, index, look)
    }
    let epochs = models.map(\.history.epochs).max() ?? 1
    // Where there is one kind of line, there is nothing to tell apart.
    let kinds =
      models.contains { !$0.history.validationLoss.isEmpty || !$0.history.validationAccuracy.isEmpty }
      ? Label(epochs == 1 ? "Circles: training. Diamonds: validation." : "Solid: training. Dashed: validation.") : nil
    return Figure(
      name: "Training Comparison",
      altText: "Accuracy and loss over the epochs. "
        + models.map { summary(of: $0.name, $0.history) }.joined(separator: " "),
      size: isClean ? Size(width: 10.5, height: 4.2) : Size(width: 14, height: 5),
      title: isClean
        ? FigureTitle("Accuracy and loss over the epochs", subtitle: kinds, top: 1) : nil,
      columns: 2,
      panels: [panel("Accuracy", accuracy, epochs, look), panel("Loss", loss, epochs, look)], theme: look.plottingTheme)
  }
}

private func panel(_ quantity: String, _ curves: [Line], _ epochs: Int, _ look: FigureLook) -> Axes {
  switch look.style {
  case .original:
    Axes(
      title: Label("Model \(quantity) Comparison", size: 14, weight: .bold),
      x: Axis(label: Label("Epoch", size: 12)), y: Axis(label: Label(quantity, size: 12)), grid: Grid(opacity: 0.3),
      legend: Legend(fontSize: 10)
    ) {
      for curve in curves { curve }
    }
  case .clean:
    Axes(
      title: Label(quantity), x: Axis(label: "Epoch", ticks: .values(ticks(to: epochs))), grid: Grid(),
      legend: Legend(placement: .lineEnds)
    ) {
      for curve in curves { curve }
    }
  }
}

/// The curves of one model; what was not logged has none.
private func curves(
  of name: String, _ training: [Double], _ validation: [Double], _ index: Int, _ look: FigureLook
) -> [Line] {
  let color = look.modelColor(index)
  switch look.style {
  case .original:
    return [
      Line(y: training, color: color, width: 2, label: "\(name) (Train)"),
      Line(y: validation, color: color, width: 2, dash: .dashed, label: "\(name) (Val)"),
    ].filter { !$0.y.isEmpty }.map { line in
      // The original draws nothing for a single epoch.
      var line = line
      line.dotsLonePoints = false
      return line
    }
  case .clean:
    // Epochs count from 1, and the name stands once, beside what tells more.
    let name = name.wrapped(to: 20)
    func line(_ values: [Double], _ dash: Line.Dash, label: String?) -> Line {
      Line(
        x: values.indices.map { Double($0 + 1) }, y: values, color: color, dash: dash,
        marker: values.count > 1 ? nil : dash == .solid ? .circle : .diamond, label: label)
    }
    return [
      line(training, .solid, label: validation.isEmpty ? name : nil), line(validation, .dashed, label: name),
    ].filter { !$0.y.isEmpty }
  }
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
    ("training accuracy", history.accuracy.last), ("validation accuracy", history.validationAccuracy.last),
    ("training loss", history.loss.last), ("validation loss", history.validationLoss.last),
  ].compactMap { name, value in value.map { "\(name) \(fixedPoint($0, decimals: 4))" } }
  let epochs = history.epochs == 1 ? "1 epoch" : "\(history.epochs) epochs"
  return "\(name) after \(epochs): \(ends.joined(separator: ", "))."
}
