import Metrics
import NumberText
import Plotting
import RunRecords

/// Figure 06: precision, recall and F1 of the featured model on each class, the lowest F1 on top.
///
/// Precision and recall are proportions of samples, and have Wilson's intervals. F1 is not one, and has none.
struct PerClassFigure: FigureContent {
  static let id: FigureID = "06_per_class"
  static let section = ReportSection.byClass

  /// The test samples by which a class is scored.
  struct Class: Codable, Sendable, Equatable {
    var name: String
    /// Those of the class.
    var samples: Int
    /// Those taken for the class, rightly or not.
    var predicted: Int
    /// Those of the class that were taken for it.
    var correct: Int

    var precision: Proportion { Proportion(correct, of: predicted) }
    var recall: Proportion { Proportion(correct, of: samples) }
    var f1: Double { 2 * Double(correct) / Double(samples + predicted) }
  }

  /// The most classes that are drawn: of more, those with the lowest F1.
  static let maximumRows = 50

  var model: String
  /// The classes that have test samples or were predicted, in the order of the run.
  var classes: [Class]

  init(of evaluated: EvaluatedRun) throws(MissingData) {
    let matrix = try ConfusionMatrixFigure(of: evaluated)
    model = matrix.model
    classes = matrix.classNames.enumerated().map { label, name in
      Class(
        name: name, samples: matrix.counts[label].reduce(0, +),
        predicted: matrix.counts.reduce(0) { $0 + $1[label] }, correct: matrix.counts[label][label])
    }.filter { $0.samples + $0.predicted > 0 }
  }

  func check() throws(MissingData) {
    guard (1...RunRecord.Dataset.maximumClasses).contains(classes.count) else {
      throw MissingData("there are \(classes.count) classes, not 1 to \(RunRecord.Dataset.maximumClasses)")
    }
    for (index, row) in classes.enumerated() {
      // Sums of the largest counts are still numbers.
      guard 0 <= row.correct, row.correct <= min(row.samples, row.predicted), max(row.samples, row.predicted) > 0,
        max(row.samples, row.predicted) <= 1 << 40
      else {
        throw MissingData(
          "\(row.samples) samples, \(row.predicted) predicted and \(row.correct) correct ones of class \(index) do not agree"
        )
      }
    }
  }

  func drawing(_ look: FigureLook) -> Figure {
    let rows = Array(weakest.prefix(Self.maximumRows))
    let all = rows.count == classes.count
    let heading = FigureHeading(
      title: "Scores by Class - \(shortModel) Model\n"
        + "(\(all ? "" : "\(rows.count) of \(classes.count) Classes, ")Lowest F1 First, 95% Confidence Intervals)",
      headline: "Scores by class: \(shortModel)",
      subtitle: (all ? "The lowest F1 first." : "The \(rows.count) of \(classes.count) classes with the lowest F1.")
        + " Lines: 95% confidence intervals (Wilson).")
    let x = percentAxis(of: rows, look)
    return Figure(
      name: "Scores by Class - \(shortModel) Model", altText: altText,
      size: Size(width: 10.5, height: 1.5 + Double(rows.count) * Self.rowHeight(rows.count)),
      title: look.figureTitle(heading) ?? FigureTitle(look.title(heading.title), top: 1), columns: 3,
      panels: [
        panel("Precision", of: rows, x, look, namesRows: true, { $0.precision.share }, { $0.precision.interval }),
        panel("Recall", of: rows, x, look, namesRows: false, { $0.recall.share }, { $0.recall.interval }),
        panel("F1", of: rows, x, look, namesRows: false, { $0.f1 }, { _ in nil }),
      ], theme: look.theme)
  }

  private var shortModel: String { model.shortened(to: 48) }

  /// The classes by F1, the lowest first; of the same F1, in the order of the run.
  private var weakest: [Class] {
    classes.enumerated().sorted { ($0.element.f1, $0.offset) < ($1.element.f1, $1.offset) }.map(\.element)
  }

  /// The height of a row in inches: the fewer, the more room.
  private static func rowHeight(_ rows: Int) -> Double { min(max(0.4 - 0.005 * Double(rows), 0.2), 0.35) }

  private var altText: String {
    func text(_ share: Double?) -> String { share.map { percent($0, decimals: 1) } ?? "undefined" }
    let rows = weakest
    let lowest = rows.prefix(3).map { row in
      "\(row.name.shortened(to: 20)) (precision \(text(row.precision.share)), recall \(text(row.recall.share)), "
        + "F1 \(text(row.f1)))"
    }
    let best = rows.dropFirst(3).last.map { "; highest: \($0.name.shortened(to: 20)) (F1 \(text($0.f1)))" } ?? ""
    return
      "Precision, recall and F1 of \(shortModel) for \(rows.count == 1 ? "1 class" : "each of \(rows.count) classes"). "
      + "Lowest F1: \(lowest.joined(separator: ", "))\(best)."
  }
}

/// One score of each class: a dot, on its interval if there is one.
private func panel(
  _ score: String, of rows: [PerClassFigure.Class], _ x: Axis, _ look: FigureLook, namesRows: Bool,
  _ share: (PerClassFigure.Class) -> Double?, _ interval: (PerClassFigure.Class) -> ClosedRange<Double>?
) -> Axes {
  // The first band is the lowest.
  let rows = Array(rows.reversed())
  let color = look.modelColor(0)
  let places = rows.indices.map(Double.init)
  let intervals = zip(places, rows).compactMap { place, row in interval(row).map { (place, $0) } }
  return Axes(
    title: look.title(score), x: x,
    y: Axis(scale: .band(rows.map(\.name).shortened(to: 20)), ticks: namesRows ? .automatic : .none),
    grid: look.style.grid
  ) {
    for place in places { Rule(y: place, color: look.gridColor, width: look.theme.grid.width) }
    for (place, range) in intervals {
      Line(x: [100 * range.lowerBound, 100 * range.upperBound], y: [place, place], color: color, width: 1.5)
    }
    Dots(x: rows.map { 100 * (share($0) ?? .nan) }, y: places, color: color)
  }
}

/// The axis of all panels, which shows every dot and interval with some room, and few round numbers.
private func percentAxis(of rows: [PerClassFigure.Class], _ look: FigureLook) -> Axis {
  let values = rows.flatMap { row in
    [row.precision.interval, row.recall.interval].compactMap { $0 }.flatMap { [$0.lowerBound, $0.upperBound] }
      + [row.f1]
  }
  let (lowest, highest) = (100 * (values.min() ?? 0), 100 * (values.max() ?? 1))
  let room = 0.05 * (highest - lowest)
  let (lower, upper) = (lowest - room, highest + room)
  let steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20]
  let step = steps.first { (upper - lower) / $0 <= 5 } ?? 25
  let (first, last) = ((max(lower, 0) / step).rounded(.up), (min(upper, 100) / step).rounded(.down))
  return Axis(
    label: look.axisLabel("Percent"), limits: lower...upper,
    ticks: .values(Array(stride(from: first, through: last, by: 1)).map { $0 * step }))
}
