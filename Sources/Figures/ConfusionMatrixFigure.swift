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

  init(of evaluated: EvaluatedRun) throws(MissingData) {
    counts = try evaluated.matrix.get().counts
    model = evaluated.run.record.featuredModel
    classNames = counts.indices.map(evaluated.run.className)
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
      guard let wrong = row.first(where: { $0 < 0 || $0 > SavedModel.greatestCount }) else { continue }
      throw MissingData("\(wrong) samples of class \(label) are not a possible number")
    }
  }

  func drawing(_ look: FigureLook) -> Figure {
    let style = look.style.matrix
    let matrix = ConfusionMatrix(counts: counts)
    let labels = classNames.shortened(to: 20)
    let normalization = look.options.normalization
    let cells = self.cells(look)
    let name = "Confusion Matrix - \(shortModel) Model"
    let heading = FigureHeading(
      title: name + "\n(Test Set Predictions\(normalization.titleWords))", headline: "Confusion matrix: \(shortModel)",
      subtitle: errors(of: matrix) + (normalization.whole.map { " Percentages are of the \($0)." } ?? ""))
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
            rows: matrix.classCount, columns: matrix.classCount, values: cells.map(\.value),
            annotations: annotations(of: cells, look), colorMap: look.colors.cells, label: normalization.unit)
        }
      ], theme: look.theme)
  }

  private var shortModel: String { model.shortened(to: 48) }

  /// How many of the samples are wrong, in words.
  private func errors(of matrix: ConfusionMatrix) -> String {
    let wrong = matrix.total - matrix.correct
    let total = grouped(matrix.total)
    if wrong == 0 { return "All \(total) test samples classified correctly." }
    let share = fixedPoint(100 * Double(wrong) / Double(max(matrix.total, 1)), decimals: 2)
    return "\(grouped(wrong)) of \(total) test samples misclassified (\(share)%). Stronger colour: more errors."
  }
}

extension ConfusionMatrixFigure {
  /// A cell: its colour's number, and its count and share in words.
  private struct Cell {
    var value: Double
    var count: String
    var share: String?
  }

  private func cells(_ look: FigureLook) -> [Cell] {
    let style = look.style.matrix
    let shares = look.options.normalization.shares(of: counts)
    return counts.enumerated().flatMap { label, row in
      row.enumerated().map { predicted, count in
        let isError = predicted != label
        let text = style.text(count, isError)
        guard let share = shares?[label * row.count + predicted] else {
          return Cell(value: style.value(Double(count), isError), count: text)
        }
        // A class without samples has no shares; its cells stay empty.
        return Cell(
          value: style.value(100 * share, isError), count: text,
          share: count > 0 ? percent(share, decimals: 1) : text)
      }
    }
  }

  /// What is written in the cells: counts; of shares, both if there is room, or else the shares.
  private func annotations(of cells: [Cell], _ look: FigureLook) -> [String] {
    guard look.options.normalization != .none else { return cells.map(\.count) }
    let both = cells.map { cell in
      cell.share.map { $0 == cell.count ? $0 : "\(cell.count)\n\($0)" } ?? cell.count
    }
    let ruler = TextRuler(look.theme)
    let widest =
      Set(both.map { text in text }).map { ruler.width(of: $0, TextStyle(size: Self.smallestBoth)) }.max() ?? 0
    let room = look.style.matrix.cellWidth(counts.count)
    let hasRoom = widest <= room && 2.4 * Self.smallestBoth <= room
    return hasRoom ? both : cells.map { $0.share ?? $0.count }
  }

  /// The smallest size in points of counts with shares below them; where they would be smaller there are shares alone.
  private static let smallestBoth = 7.0
}

extension Normalization {
  /// What the numbers of the cells are, for a colour bar.
  fileprivate var unit: String { whole.map { "Percent of \($0.capitalizedWords)" } ?? "Count" }

  /// What follows in a title.
  fileprivate var titleWords: String { whole.map { ", Percent of \($0.capitalizedWords)" } ?? "" }
}

extension String {
  fileprivate var capitalizedWords: String {
    split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}
