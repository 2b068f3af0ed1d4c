import Figures
import Metrics
import NumberText
import RunRecords

/// The README of a results folder: its figures, tables, and findings in words, in GitHub's Markdown. What a partial run
/// does not know is left out.
struct Readme {
  let run: SavedRun
  /// The files of the figures that the folder holds.
  let figures: [ReportFigure: String]
  /// The files of those that it holds for dark pages as well.
  let darkFigures: [ReportFigure: String]
  /// Whether the folder holds the saved run, `run/`, and not only what was drawn from it.
  let holdsRun: Bool

  /// The first line of every README that is ours, by which it is told from a person's.
  static let marker =
    "<!-- Written by training-report, and written anew with the figures: keep words of your own in another file. -->"

  /// The whole file; the same bytes for the same run and figures.
  var text: String {
    let sections = [
      [Self.marker], ["# \(title)"], data, section("Results", modelTable, findings(of: run).map { "- \($0)" }),
      section("Training", picture(.trainingComparison)),
      section(
        "\(Markdown.escaped(record.featuredModel)) by class", picture(.confusionMatrix), classTable),
      section("Examples", picture(.misclassifiedExamples), picture(.correctPredictions)),
      section("Training data", picture(.sampleDigits)), section("Not drawn", notDrawn), section("Files", files),
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var record: RunRecord { run.record }

  /// A heading with the parts that are not empty; nothing where all are.
  private func section(_ title: String, _ parts: [String]...) -> [String] {
    let parts = parts.filter { !$0.isEmpty }
    if parts.isEmpty { return [] }
    return ["## \(title)", ""] + parts.joined(separator: [""])
  }

  private var title: String {
    let names = record.models.map { Markdown.escaped($0.name) }
    let models = names.count > 4 ? "\(names.count) models" : Markdown.list(names)
    return [Markdown.escaped(record.dataset.name), models].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  /// The data and how the models were trained, a sentence each.
  private var data: [String] {
    let dataset = record.dataset
    var counts: [String] = []
    if let training = dataset.trainingSamples {
      let held = dataset.validationSamples.map { ", the last \(grouped($0)) of them held out for validation," } ?? ""
      counts.append("\(grouped(training)) training samples" + held)
    }
    if let test = dataset.testSamples { counts.append("\(grouped(test)) test samples") }
    var lines: [String] = []
    if !counts.isEmpty {
      let names = dataset.classNames.count
      let classes = names > 0 ? " of \(count(names, "class", "classes"))" : ""
      lines.append(counts.joined(separator: " and ") + classes + ".")
    }
    if let configuration = record.configuration {
      var line =
        "Trained for \(count(configuration.epochs, "epoch")) in batches of \(grouped(configuration.batchSize)) with seed "
        + "\(configuration.seed), on \(count(configuration.threads, "thread"))"
      if let environment = record.environment {
        let words = [
          environment.processor, environment.computeLibrary, environment.instructionSet, environment.system,
        ]
        line += " (\(words.filter { !$0.isEmpty }.map(Markdown.escaped).joined(separator: ", ")))"
      }
      lines.append(line + ".")
    }
    return lines
  }

  /// One row a model; columns of which nothing is known are left out.
  private var modelTable: [String] {
    let columns: [(name: String, cell: (ModelRecord) -> String?)] = [
      ("Parameters", { $0.parameters.map(grouped) }),
      ("Epochs", { $0.history.flatMap { $0.epochs > 0 ? grouped($0.epochs) : nil } }),
      ("Training accuracy", { $0.history?.accuracy.last.flatMap(share) }),
      ("Validation accuracy", { $0.history?.validationAccuracy.last.flatMap(share) }),
      ("Test accuracy", { $0.test.flatMap { share($0.accuracy) } }),
      ("Test loss", { $0.test?.loss.map { fixedPoint($0, decimals: 4) } }),
    ]
    let known = columns.filter { column in record.models.contains { column.cell($0) != nil } }
    if known.isEmpty { return [] }
    let rows = record.models.map { model in
      [Markdown.escaped(model.name)] + known.map { $0.cell(model) ?? "–" }
    }
    return Markdown.table(["Model"] + known.map(\.name), rows)
  }

  /// More classes than this are not shown all.
  private static let longestTable = 50
  private static let weakestShown = 20

  /// One row a class of the featured model, and the averages.
  private var classTable: [String] {
    guard let report = run.featuredScores?.report, !report.rows.isEmpty else { return [] }
    func row(_ name: String, _ scores: ClassificationReport.Scores) -> [String] {
      [name] + [scores.precision, scores.recall, scores.f1].map { fixedPoint($0, decimals: 4) }
        + [grouped(scores.support)]
    }
    var classes = report.rows
    var note: [String] = []
    if classes.count > Self.longestTable {
      let weakest = classes.sorted { ($0.scores.recall, $0.label) < ($1.scores.recall, $1.label) }
      classes = Array(weakest.prefix(Self.weakestShown))
      note = ["The \(Self.weakestShown) classes of \(grouped(report.rows.count)) with the lowest recall:", ""]
    }
    return note
      + Markdown.table(
        ["Class", "Precision", "Recall", "F1", "Samples"],
        classes.map { row(Markdown.escaped($0.name), $0.scores) } + [
          row("*Macro average*", report.macroAverage), row("*Weighted average*", report.weightedAverage),
        ])
  }

  /// A figure, where the folder holds it.
  private func picture(_ figure: ReportFigure) -> [String] {
    guard let file = figures[figure], let drawing = try? FigureData(figure, of: run).drawing() else { return [] }
    guard let darkFile = darkFigures[figure] else { return [Markdown.figure(file: file, altText: drawing.altText)] }
    return Markdown.figure(file: file, darkFile: darkFile, altText: drawing.altText)
  }

  /// Which figures the run does not give, and why.
  private var notDrawn: [String] {
    ReportFigure.allCases.compactMap { figure in
      do throws(MissingData) {
        _ = try FigureData(figure, of: run)
        return nil
      } catch {
        return "- `\(figure.fileName)`: \(Markdown.escaped(error.reason))"
      }
    }
  }

  private var files: [String] {
    let summary = "- [summary.txt](summary.txt): the numbers as plain text"
    return holdsRun
      ? [summary, "- [run/](run): the saved run, from which `training-report plot` draws all of this again"] : [summary]
  }
}

/// A share of 0 to 1 as a percentage; nil where it is no number.
private func share(_ value: Double) -> String? { value.isFinite ? percent(value) : nil }

/// `1 epoch`, `10 epochs`.
private func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
}
