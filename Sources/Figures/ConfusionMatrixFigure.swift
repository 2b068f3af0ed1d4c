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
    let matrix = ConfusionMatrix(counts: counts)
    let name = "Confusion Matrix - \(shortModel) Model"
    let altText =
      "Confusion matrix of \(shortModel) on \(matrix.total) test samples with \(matrix.classCount) classes: "
      + "\(matrix.correct) on the diagonal, \(matrix.total - matrix.correct) beside it."
    return switch look.style {
    case .original: original(matrix, name: name, altText: altText, look)
    case .clean: clean(matrix, name: name, altText: altText, look)
    }
  }

  private var shortModel: String { model.shortened(to: 48) }
  private var labels: [String] { classNames.map { $0.shortened(to: 20) } }

  private func original(_ matrix: ConfusionMatrix, name: String, altText: String, _ look: FigureLook) -> Figure {
    let cells = matrix.counts.flatMap { $0 }
    return Figure(
      name: name, altText: altText, size: Size(width: 10, height: 8),
      panels: [
        Axes(
          title: Label(name + "\n(Test Set Predictions)", size: 14, weight: .bold),
          x: Axis(label: Label("Predicted Label", size: 12), scale: .band(labels)),
          y: Axis(label: Label("True Label", size: 12), scale: .band(labels)), colorBar: ColorBar(), decoration: .ticks
        ) {
          Heatmap(
            rows: matrix.classCount, columns: matrix.classCount, values: cells.map(Double.init),
            annotations: cells.map(String.init), colorMap: look.theme == .light ? .blues : .darkBlues, label: "Count")
        }
      ], theme: look.plottingTheme)
  }

  /// Only errors have a colour, by their square roots so that single ones are seen, and cells without any stay empty.
  private func clean(_ matrix: ConfusionMatrix, name: String, altText: String, _ look: FigureLook) -> Figure {
    let cells = matrix.counts.enumerated().flatMap { label, row in
      row.enumerated().map { (count: $1, isError: $0 != label) }
    }
    let wrong = matrix.total - matrix.correct
    let share = fixedPoint(100 * Double(wrong) / Double(max(matrix.total, 1)), decimals: 2)
    let total = grouped(matrix.total)
    // Inches: cells are squares nearly, and those of few classes no deserts around their numbers.
    let side = min(max(0.69 * Double(matrix.classCount), 5.2), 6.9)
    return Figure(
      name: name, altText: altText, size: Size(width: side + 0.6, height: side + 1.2),
      title: FigureTitle(
        Label("Confusion matrix: \(shortModel)"),
        subtitle: wrong == 0
          ? "All \(total) test samples classified correctly"
          : "\(grouped(wrong)) of \(total) test samples misclassified (\(share)%). Stronger colour: more errors.",
        top: 1),
      panels: [
        Axes(
          x: Axis(label: "Predicted class", scale: .band(labels)), y: Axis(label: "True class", scale: .band(labels)),
          decoration: .ticks
        ) {
          Heatmap(
            rows: matrix.classCount, columns: matrix.classCount,
            values: cells.map { $0.isError ? Double($0.count).squareRoot() : 0 },
            annotations: cells.map { $0.count == 0 && $0.isError ? "" : grouped($0.count) },
            colorMap: look.theme == .light ? .oranges : .darkOranges)
        }
      ], theme: look.plottingTheme)
  }
}
