import Metrics
import Plotting
import RunRecords

/// The most classes of a matrix of which anything can be seen.
private let largestMatrix = 1000

/// Figure 03: how often the featured model took each class for each other.
func confusionMatrixFigure(of run: SavedRun, _ look: FigureLook) throws(MissingData) -> Figure {
  let (labels, predictions) = try run.answers()
  let count = max(
    run.record.dataset.classNames.count, predictions.classCount, (labels.max() ?? 0) + 1,
    (predictions.classes.max() ?? 0) + 1)
  guard count <= largestMatrix else { throw MissingData("more than \(largestMatrix) classes") }
  let matrix = ConfusionMatrix(labels: labels, predictions: predictions.classes, classCount: count)
  let names = (0..<count).map(run.className)
  let model = run.record.featuredModel.shortened(to: 48)
  let title = "Confusion Matrix - \(model) Model"
  let altText =
    "Confusion matrix of \(model) on \(labels.count) test samples with \(count) classes: "
    + "\(matrix.correct) on the diagonal, \(matrix.total - matrix.correct) beside it."
  if look.style == .clean {
    return errorMatrixFigure(matrix, names, model: model, name: title, altText: altText, look)
  }
  let cells = matrix.counts.flatMap { $0 }
  return Figure(
    name: title, altText: altText, size: Size(width: 10, height: 8),
    panels: [
      Axes(
        title: Label(title + "\n(Test Set Predictions)", size: 14, weight: .bold),
        x: Axis(label: Label("Predicted Label", size: 12), scale: .band(names)),
        y: Axis(label: Label("True Label", size: 12), scale: .band(names)), colorBar: ColorBar(), decoration: .ticks
      ) {
        Heatmap(
          rows: count, columns: count, values: cells.map(Double.init), annotations: cells.map(String.init),
          colorMap: look.theme == .light ? .blues : .darkBlues, label: "Count")
      }
    ], theme: look.plottingTheme)
}

/// The matrix in the clean style: only errors have a colour, by their square roots so that single ones are seen, and cells
/// without any stay empty.
private func errorMatrixFigure(
  _ matrix: ConfusionMatrix, _ names: [String], model: String, name: String, altText: String, _ look: FigureLook
) -> Figure {
  let count = names.count
  let cells = matrix.counts.enumerated().flatMap { label, row in
    row.enumerated().map { (count: $1, isError: $0 != label) }
  }
  let wrong = matrix.total - matrix.correct
  let share = fixedPoint(100 * Double(wrong) / Double(max(matrix.total, 1)), decimals: 2)
  return Figure(
    name: name, altText: altText, size: Size(width: 7.5, height: 7.5),
    title: FigureTitle(
      Label("Confusion matrix: \(model)"),
      subtitle: """
        \(counted(wrong)) of \(counted(matrix.total)) test samples misclassified (\(share)%): the stronger the colour, the more
        """, top: 1),
    panels: [
      Axes(
        x: Axis(label: "Predicted class", scale: .band(names)), y: Axis(label: "True class", scale: .band(names)),
        decoration: .ticks
      ) {
        Heatmap(
          rows: count, columns: count, values: cells.map { $0.isError ? Double($0.count).squareRoot() : 0 },
          annotations: cells.map { $0.count == 0 && $0.isError ? "" : counted($0.count) },
          colorMap: look.theme == .light ? .oranges : .darkOranges)
      }
    ], theme: look.plottingTheme)
}
