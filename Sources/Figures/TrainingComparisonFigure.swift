import Plotting
import RunRecords

/// Figure 02: accuracy and loss of every model over the epochs, training solid, validation dashed.
func trainingComparisonFigure(of run: SavedRun) throws(MissingData) -> Figure {
  let models = run.record.models.compactMap { model in
    model.history.map { (name: model.name.shortened(to: 32), history: $0) }
  }.filter { $0.history.epochs > 0 }
  guard !models.isEmpty else { throw MissingData("no training history") }
  let accuracy = models.enumerated().flatMap { index, model in
    curves(of: model.name, model.history.accuracy, model.history.validationAccuracy, color: modelColor(index))
  }
  let loss = models.enumerated().flatMap { index, model in
    curves(of: model.name, model.history.loss, model.history.validationLoss, color: modelColor(index))
  }
  return Figure(
    name: "Training Comparison",
    altText: "Accuracy and loss over the epochs. "
      + models.map { summary(of: $0.name, $0.history) }.joined(separator: " "),
    size: Size(width: 14, height: 5), columns: 2,
    panels: [panel("Accuracy", accuracy), panel("Loss", loss)])
}

/// The colours of models in the order of the run: matplotlib's `b` and `r`, then ones that differ from both.
func modelColor(_ index: Int) -> Color {
  let colors = [
    Color.blue, .red, .green, Color(hex: 0xFF8C00), Color(hex: 0x8B00C8), Color(hex: 0x008B8B),
  ]
  return colors[index % colors.count]
}

private func panel(_ quantity: String, _ curves: [Line]) -> Axes {
  Axes(
    title: Label("Model \(quantity) Comparison", size: 14, weight: .bold),
    x: Axis(label: Label("Epoch", size: 12)), y: Axis(label: Label(quantity, size: 12)), grid: Grid(opacity: 0.3),
    legend: Legend(fontSize: 10)
  ) {
    for curve in curves { curve }
  }
}

/// The curves of one model; what was not logged has none.
private func curves(of name: String, _ training: [Double], _ validation: [Double], color: Color) -> [Line] {
  [
    Line(y: training, color: color, width: 2, label: "\(name) (Train)"),
    Line(y: validation, color: color, width: 2, dash: .dashed, label: "\(name) (Val)"),
  ].filter { !$0.y.isEmpty }.map { line in
    // The original draws nothing for a single epoch.
    var line = line
    line.dotsLonePoints = false
    return line
  }
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
