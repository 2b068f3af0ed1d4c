import Plotting
import RunRecords

/// Figure 03: how often the featured model took each class for each other.
func confusionMatrixFigure(of run: SavedRun) throws(MissingData) -> Figure {
  let (labels, predictions) = try run.answers()
  let count = max(run.record.dataset.classNames.count, predictions.classCount, (labels.max() ?? 0) + 1)
  var matrix = Array(repeating: 0, count: count * count)
  for (label, predicted) in zip(labels, predictions.classes) where label >= 0 && predicted >= 0 {
    matrix[label * count + predicted] += 1
  }
  let names = (0..<count).map(run.className)
  let model = run.record.featuredModel.shortened(to: 48)
  let right = (0..<count).reduce(0) { $0 + matrix[$1 * count + $1] }
  let title = "Confusion Matrix - \(model) Model"
  return Figure(
    name: title,
    altText: "Confusion matrix of \(model) on \(labels.count) test samples with \(count) classes: "
      + "\(right) on the diagonal, \(labels.count - right) beside it.",
    size: Size(width: 10, height: 8),
    panels: [
      Axes(
        marks: [
          .heatmap(
            Heatmap(
              rows: count, columns: count, values: matrix.map(Double.init), annotations: matrix.map(String.init),
              colorMap: .blues))
        ],
        title: Label(title + "\n(Test Set Predictions)", size: 14, weight: .bold),
        x: Axis(label: Label("Predicted Label", size: 12), ticks: .categories(names)),
        y: Axis(label: Label("True Label", size: 12), ticks: .categories(names)),
        colorBar: ColorBar(label: Label("Count")), decoration: .ticks)
    ])
}
