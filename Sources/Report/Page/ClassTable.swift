import Metrics
import NumberText

/// More classes than this are not all shown.
private let longestTable = 50
private let weakestShown = 20

/// One row per class and the averages; of many classes, those that are recognized worst.
func classTable(of report: ClassificationReport) -> [ReportPage.Block] {
  guard !report.rows.isEmpty else { return [] }
  func row(_ name: Inline, _ scores: ClassificationReport.Scores) -> [Inline] {
    [name] + [scores.precision, scores.recall, scores.f1].map { .text(fixedPoint($0, decimals: 4)) }
      + [.text(grouped(scores.support))]
  }
  var classes = report.rows
  var note: [ReportPage.Block] = []
  if classes.count > longestTable {
    let weakest = classes.sorted { ($0.scores.recall, $0.label) < ($1.scores.recall, $1.label) }
    classes = Array(weakest.prefix(weakestShown))
    note = [
      .paragraph([["The \(weakestShown) classes of \(grouped(report.rows.count)) with the lowest recall:"]])
    ]
  }
  return note + [
    .table(
      Table(
        "Class", ["Precision", "Recall", "F1", "Samples"],
        rows: classes.map { row(.text($0.name), $0.scores) } + [
          row(.emphasis("Macro average"), report.macroAverage),
          row(.emphasis("Weighted average"), report.weightedAverage),
        ]))
  ]
}
