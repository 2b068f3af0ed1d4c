import Files
import FileFormats
import RunRecords
import SystemPackage
import TestSupport
import Testing

@testable import Importing

@Suite struct TrainerStateTests {
  private let log = """
    {"best_metric": null, "epoch": 2.0, "log_history": [
      {"epoch": 0.5, "step": 50, "loss": 1.25, "grad_norm": 2.5, "learning_rate": 1e-4},
      {"epoch": 1.0, "step": 100, "loss": NaN, "learning_rate": 5e-5},
      {"epoch": 1.0, "step": 100, "eval_loss": 0.75, "eval_accuracy": 0.5, "eval_runtime": 12.5},
      {"epoch": 2, "step": 200, "loss": 0.5},
      {"epoch": 2.0, "step": 200, "eval_loss": 0.5, "eval_accuracy": 0.625},
      {"epoch": 2.0, "step": 200, "train_loss": 0.9, "train_runtime": 99.5}
    ], "max_steps": 200}
    """

  @Test func valuesStayAtTheFractionsOfAnEpochAtWhichTheyWereLogged() throws {
    let logged = LoggedHistory(of: try JSONLog.read(Array(log.utf8), file: "trainer_state.json"))
    let history = logged.history
    #expect(history.loss?.axis == .epoch && history.loss?.positions == [0.5, 1, 2])
    #expect(history.loss?.values.map { $0.isNaN ? -1 : $0 } == [1.25, -1, 0.5])
    #expect(history.validationLoss == TrainingHistory.Series(.epoch, positions: [1, 2], values: [0.75, 0.5]))
    #expect(history.validationAccuracy == TrainingHistory.Series(.epoch, positions: [1, 2], values: [0.5, 0.625]))
    #expect(history.accuracy == nil)
    #expect(history["learning_rate"] == TrainingHistory.Series(.epoch, positions: [0.5, 1], values: [1e-4, 5e-5]))
    #expect(
      history.series.keys.sorted() == [
        "eval_runtime", "grad_norm", "learning_rate", "loss", "val_accuracy", "val_loss",
      ])
    #expect(
      logged.notes == [
        "the validation is what the log calls eval (eval_loss, eval_accuracy)", "loss is NaN at epoch 1",
      ])
  }

  @Test(arguments: [
    (#"{"log_history": [{"loss": 1, "epoch": -1}]}"#, "entry 0: what it has for an epoch is not the number of one"),
    (#"{"log_history": [{"loss": 1, "step": "x"}]}"#, "entry 0: what it has for a step is not the number of one"),
  ])
  func whatIsWrongIsNamed(json: String, message: String) {
    let error = #expect(throws: FormatError.self) { try JSONLog.read(Array(json.utf8), file: "a.json") }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  /// The file is known by what it holds, beside a config that is nobody's log.
  @Test func aFolderOfTheTrainerIsRead() throws {
    try withTemporaryPath { folder in
      try AtomicFile.write(Array(#"{"loss": "cross_entropy", "lr": [0.1]}"#.utf8), to: folder.appending("config.json"))
      try AtomicFile.write(Array(log.utf8), to: folder.appending("state.json"))
      let source = try ModelSource(name: "A", in: folder)
      #expect(source.log?.source == "state.json" && source.log?.history.history.loss?.count == 3)
    }
  }

  @Test func mutantsAreReadOrRefused() {
    let outcome = mutate(Array(log.utf8), words: ["{", "null", "1e999", "\"epoch\": "], file: "a.json") {
      bytes throws(FormatError) in
      try JSONLog.read(bytes, file: "a.json")
    }
    #expect(outcome.refused > 1000 && outcome.read > 10 && outcome.unclear.isEmpty, "\(outcome)")
  }
}
