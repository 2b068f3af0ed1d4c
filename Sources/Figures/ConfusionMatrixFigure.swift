import Metrics
import Plotting
import RunRecords

/// The most classes of a matrix of which anything can be seen.
private let largestMatrix = 1000

/// Figure 03: how often the featured model took each class for each other.
func confusionMatrixFigure(of run: SavedRun) throws(MissingData) -> Figure {
  let (labels, predictions) = try run.answers()
  let count = max(
    run.record.dataset.classNames.count, predictions.classCount, (labels.max() ?? 0) + 1,
    (predictions.classes.max() ?? 0) + 1)
  guard count <= largestMatrix else { throw MissingData("more than \(largestMatrix) classes") }
  let matrix = ConfusionMatrix(labels: labels, predictions: predictions.classes, classCount: count)
  let cells = matrix.counts.flatMap { $0 }
  let names = (0..<count).map(run.className)
  let model = run.record.featuredModel.shortened(to: 48)
  let title = "Confusion Matrix - \(model) Model"
  return Figure(
    name: title,
    altText: "Confusion matrix of \(model) on \(labels.count) test samples with \(count) classes: "
      + "\(matrix.correct) on the diagonal, \(matrix.total - matrix.correct) beside it.",
    size: Size(width: 10, height: 8),
    panels: [
      Axes(
        title: Label(title + "\n(Test Set Predictions)", size: 14, weight: .bold),
        x: Axis(label: Label("Predicted Label", size: 12), scale: .band(names)),
        y: Axis(label: Label("True Label", size: 12), scale: .band(names)), colorBar: ColorBar(), decoration: .ticks
      ) {
        Heatmap(
          rows: count, columns: count, values: cells.map(Double.init), annotations: cells.map(String.init),
          colorMap: .blues, label: "Count")
      }
    ])
}
