import Metrics
import NumberText
import Plotting
import RunRecords

/// Figure 03: how often the featured model took each class for each other.
struct ConfusionMatrixFigure: FigureContent {
  static let id: FigureID = "03_confusion_matrix"
  static let section = ReportSection.byClass

  var model: String
  /// As many as there are classes.
  var classNames: [String]
  /// Test samples, `[true class][predicted class]`.
  var counts: [[Int]]

  enum CodingKeys: String, CodingKey {
    case model, counts
    case classNames = "class_names"
  }

  init(of run: SavedRun) throws(MissingData) {
    let (labels, predictions) = try run.answers()
    let count = max(
      run.record.dataset.classNames.count, predictions.classCount, (labels.max() ?? 0) + 1,
      (predictions.classes.max() ?? 0) + 1)
    guard count <= RunRecord.Dataset.maximumClasses else {
      throw MissingData("more than \(RunRecord.Dataset.maximumClasses) classes")
    }
    model = run.record.featuredModel
    classNames = (0..<count).map(run.className)
    counts = ConfusionMatrix(labels: labels, predictions: predictions.classes, classCount: count).counts
  }

  func check() throws(MissingData) {
    let count = counts.count
    guard (1...RunRecord.Dataset.maximumClasses).contains(count) else {
      throw MissingData("there are \(count) classes, not 1 to \(RunRecord.Dataset.maximumClasses)")
    }
    guard classNames.count == count else {
      throw MissingData("there are \(classNames.count) names of \(count) classes")
    }
    for (label, row) in counts.enumerated() {
      guard row.count == count else { throw MissingData("class \(label) has \(row.count) counts, not \(count)") }
      // The sum of the largest matrix still is a number.
      guard let wrong = row.first(where: { $0 < 0 || $0 > 1 << 40 }) else { continue }
      throw MissingData("\(wrong) samples of class \(label) are not a possible number")
    }
  }

  func drawing(_ look: FigureLook) -> Figure {
    let style = look.style.matrix
    let matrix = ConfusionMatrix(counts: counts)
    let labels = classNames.map { $0.shortened(to: 20) }
    let cells = counts.enumerated().flatMap { label, row in
      row.enumerated().map { (count: $1, isError: $0 != label) }
    }
    let name = "Confusion Matrix - \(shortModel) Model"
    let heading = FigureHeading(
      title: name + "\n(Test Set Predictions)", headline: "Confusion matrix: \(shortModel)",
      subtitle: errors(of: matrix))
    return Figure(
      name: name,
      altText: "Confusion matrix of \(shortModel) on \(matrix.total) test samples with \(matrix.classCount) classes: "
        + "\(matrix.correct) on the diagonal, \(matrix.total - matrix.correct) beside it.",
      size: style.size(matrix.classCount), title: look.figureTitle(heading),
      panels: [
        Axes(
          title: look.panelTitle(heading), x: Axis(label: look.axisLabel(style.predicted), scale: .band(labels)),
          y: Axis(label: look.axisLabel(style.actual), scale: .band(labels)),
          colorBar: style.hasColorBar ? ColorBar() : nil,
          decoration: .ticks
        ) {
          Heatmap(
            rows: matrix.classCount, columns: matrix.classCount, values: cells.map(style.value),
            annotations: cells.map(style.text), colorMap: look.colors.cells, label: "Count")
        }
      ], theme: look.theme)
  }

  private var shortModel: String { model.shortened(to: 48) }

  /// How many of the samples are wrong, in words.
  private func errors(of matrix: ConfusionMatrix) -> String {
    let wrong = matrix.total - matrix.correct
    let total = grouped(matrix.total)
    if wrong == 0 { return "All \(total) test samples classified correctly" }
    let share = fixedPoint(100 * Double(wrong) / Double(max(matrix.total, 1)), decimals: 2)
    return "\(grouped(wrong)) of \(total) test samples misclassified (\(share)%). Stronger colour: more errors."
  }
}
