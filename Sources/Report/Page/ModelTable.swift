import NumberText
import RunRecords

/// One row per model; columns of which nothing is known are left out.
func modelTable(of models: [ModelRecord]) -> ReportPage.Block? {
  table(
    of: models,
    [
      ("Runs", { $0.members.isEmpty ? nil : grouped($0.members.count) }),
      ("Parameters", { $0.parameters.map(grouped) }),
      ("Epochs", { $0.history.flatMap { $0.epochs > 0 ? grouped($0.epochs) : nil } }),
      ("Steps", { $0.history.flatMap { $0.steps > 0 ? grouped($0.steps) : nil } }),
      ("Training accuracy", { lastAccuracy(of: $0, .accuracy) }),
      ("Validation accuracy", { validationAccuracy(of: $0) ?? lastAccuracy(of: $0, .validationAccuracy) }),
      ("Test accuracy", testAccuracy(of:)), ("Test loss", testLoss(of:)),
    ])
}

/// One row per model, of what is told at the end of a run.
func conclusionTable(of models: [ModelRecord]) -> ReportPage.Block? {
  table(
    of: models,
    [
      ("Validation accuracy", validationAccuracy(of:)), ("Test accuracy", testAccuracy(of:)),
      ("Test loss", testLoss(of:)), ("Parameters", { $0.parameters.map(grouped) }),
    ])
}

private func table(
  of models: [ModelRecord], _ columns: [(name: String, cell: (ModelRecord) -> String?)]
) -> ReportPage.Block? {
  let known = columns.filter { column in models.contains { column.cell($0) != nil } }
  if known.isEmpty { return nil }
  return .table(
    Table(
      "Model", known.map(\.name),
      rows: models.map { model in [.text(model.name)] + known.map { .text($0.cell(model) ?? "–") } }))
}

private func testAccuracy(of model: ModelRecord) -> String? {
  model.test.flatMap { accuracyText($0.accuracy, deviation: $0.accuracySD) }
}

/// After the training, of a run that leaves the test set alone.
private func validationAccuracy(of model: ModelRecord) -> String? {
  model.validation.flatMap { accuracyText($0.accuracy, deviation: $0.accuracySD) }
}

private func lastAccuracy(of model: ModelRecord, _ measure: TrainingHistory.Measure) -> String? {
  guard let last = model.history?[measure]?.last else { return nil }
  return accuracyText(last, deviation: model.historySD?[measure]?.last)
}

private func testLoss(of model: ModelRecord) -> String? { model.test?.loss.map { fixedPoint($0, decimals: 4) } }

/// An accuracy of 0 to 1 as a percentage, `97.71%`, or as a mean with its standard deviation, `97.71% ± 0.09%`; nil if it is no
/// number.
func accuracyText(_ accuracy: Double, deviation: Double?) -> String? {
  guard accuracy.isFinite else { return nil }
  return percent(accuracy) + (deviation.map { " ± \(percent($0))" } ?? "")
}
