import NumberText
import RunRecords

/// One row per model; columns of which nothing is known are left out.
func modelTable(of models: [ModelRecord]) -> ReportPage.Block? {
  table(
    of: models,
    [
      ("Parameters", { $0.parameters.map(grouped) }),
      ("Epochs", { $0.history.flatMap { $0.epochs > 0 ? grouped($0.epochs) : nil } }),
      ("Steps", { $0.history.flatMap { $0.steps > 0 ? grouped($0.steps) : nil } }),
      ("Training accuracy", { $0.history?.accuracy?.last.flatMap(proportion) }),
      ("Validation accuracy", { $0.history?.validationAccuracy?.last.flatMap(proportion) }),
      ("Test accuracy", testAccuracy(of:)), ("Test loss", testLoss(of:)),
    ])
}

/// One row per model, of what is told at the end of a run.
func conclusionTable(of models: [ModelRecord]) -> ReportPage.Block? {
  table(
    of: models,
    [
      ("Test accuracy", testAccuracy(of:)), ("Test loss", testLoss(of:)),
      ("Parameters", { $0.parameters.map(grouped) }),
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

private func testAccuracy(of model: ModelRecord) -> String? { model.test.flatMap { proportion($0.accuracy) } }

private func testLoss(of model: ModelRecord) -> String? { model.test?.loss.map { fixedPoint($0, decimals: 4) } }

/// A proportion of 0 to 1 as a percentage; nil if it is no number.
private func proportion(_ value: Double) -> String? { value.isFinite ? percent(value) : nil }
