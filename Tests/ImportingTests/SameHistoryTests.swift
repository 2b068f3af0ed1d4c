import RunRecords
import SystemPackage
import TestSupport
import Testing

@testable import Importing

/// One history in the forms of many loggers, which Fixtures/same_history.py has written: those of Keras, Lightning, transformers,
/// pandas, Ultralytics, TensorBoard, tensorboardX, wandb, MLflow and DVCLive themselves, and some more forms.
@Suite struct SameHistoryTests {
  private static let forms = [
    "dvclive", "json_lines", "keras_csv", "keras_json", "lightning_csv", "lightning_tensorboard", "mlflow",
    "pandas_csv", "pandas_json", "tensorboard", "tensorboard_csv", "tensorboardx", "trainer_state", "ultralytics",
    "ultralytics_padded", "wandb",
  ]

  @Test(arguments: forms)
  func everyFormGivesTheSameNumbers(_ form: String) throws {
    let folder = FilePath(pathBesideTest("Fixtures/same_history/\(form)").path)
    let history = try #require(try ModelSource(name: "M", in: folder).log?.history.history)
    func expect(_ series: TrainingHistory.Series?, _ values: [Double]) throws {
      let series = try #require(series)
      #expect(series.positions == [1, 2, 3, 4, 5])
      // Ultralytics wrote five digits once.
      for (found, value) in zip(series.values, values) {
        #expect(abs(found - value) <= (form == "ultralytics_padded" ? 5.1e-6 : 0))
      }
    }
    try expect(history[.loss], [1.25, 0.75, 0.5, 0.375, 0.3125])
    if form.hasPrefix("ultralytics") {
      // It measures no accuracy on the training samples.
      #expect(history[.accuracy] == nil)
    } else {
      try expect(history[.accuracy], [0.5, 0.625, 0.75, 0.8125, 0.875])
    }
    try expect(history[.validationLoss], [1, 0.625, 0.4375, 0.40625, 0.421875])
    try expect(history[.validationAccuracy], [0.5625, 0.6875, 0.78125, 0.8125, 0.796875])
  }
}
