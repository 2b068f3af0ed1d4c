import RunRecords
import SystemPackage
import TestSupport
import Testing

@testable import Importing

/// One history in the forms of many loggers, written by Fixtures/same_history.py.
@Suite struct SameHistoryTests {
  private static let forms = [
    "dvclive", "json_lines", "keras_csv", "keras_json", "lightning_csv", "lightning_tensorboard", "mlflow",
    "tensorboard",
    "tensorboard_csv", "tensorboardx", "trainer_state", "wandb",
  ]

  @Test(arguments: forms)
  func everyFormGivesTheSameNumbers(_ form: String) throws {
    let folder = FilePath(pathBesideTest("Fixtures/same_history/\(form)").path)
    let history = try #require(try ModelSource(name: "M", in: folder).log?.history.history)
    func expect(_ series: TrainingHistory.Series?, _ values: [Double]) throws {
      let series = try #require(series)
      #expect(series.positions == [1, 2, 3, 4, 5])
      #expect(series.values == values)
    }
    try expect(history[.loss], [1.25, 0.75, 0.5, 0.375, 0.3125])
    try expect(history[.accuracy], [0.5, 0.625, 0.75, 0.8125, 0.875])
    try expect(history[.validationLoss], [1, 0.625, 0.4375, 0.40625, 0.421875])
    try expect(history[.validationAccuracy], [0.5625, 0.6875, 0.78125, 0.8125, 0.796875])
  }
}
