import FileFormats
import RunRecords
import Testing

@testable import Importing

/// Logs of trainers that are no deep-learning libraries of Python, or that write in a way of their own.
@Suite struct OtherTrainersTests {
  private func measures(_ name: String, _ text: String) throws -> TrainingHistory {
    try #require(try understood([(name, text)])).history.history.measures
  }

  /// All hold a training loss of 0.9 and 0.5, and a validation loss of 0.8 and 0.6.
  @Test(arguments: [
    // Chainer and ESPnet, XGBoost, LightGBM.
    (
      "log",
      #"[{"main/loss": 0.9, "validation/main/loss": 0.8, "epoch": 1}, {"main/loss": 0.5, "validation/main/loss": 0.6, "epoch": 2}]"#
    ),
    ("evals_result.json", #"{"train": {"mlogloss": [0.9, 0.5]}, "eval": {"mlogloss": [0.8, 0.6]}}"#),
    ("evals.json", #"{"training": {"multi_logloss": [0.9, 0.5]}, "valid_1": {"multi_logloss": [0.8, 0.6]}}"#),
    // DLLogger: epoch and iteration, epoch, settings, the whole training.
    (
      "dllogger.json",
      """
      DLLL {"type": "LOG", "step": "PARAMETER", "data": {"lr": 0.1}}
      DLLL {"type": "LOG", "step": [0, 1], "data": {"train.loss": 1.0}}
      DLLL {"type": "LOG", "step": [0, 2], "data": {"train.loss": 0.8}}
      DLLL {"type": "LOG", "step": [0], "data": {"val.loss": 0.8}}
      DLLL {"type": "LOG", "step": [1, 1], "data": {"train.loss": 0.5}}
      DLLL {"type": "LOG", "step": [1], "data": {"val.loss": 0.6}}
      DLLL {"type": "LOG", "step": [], "data": {"val.loss": 9}}
      """
    ),
    // fairseq, among lines of text.
    (
      "hydra_train.log",
      """
      [2024-01-31 12:00:00,1][fairseq][INFO] - {'lr': [0.1]}
      [2024-01-31 12:00:01,1][train][INFO] - {"epoch": 1, "train_loss": "0.9"}
      [2024-01-31 12:00:02,1][valid][INFO] - {"epoch": 1, "valid_loss": "0.8"}
      [2024-01-31 12:00:03,1][train][INFO] - begin training epoch 2
      [2024-01-31 12:00:04,1][train][INFO] - {"epoch": 2, "train_loss": "0.5"}
      [2024-01-31 12:00:05,1][valid][INFO] - {"epoch": 2, "valid_loss": "0.6"}
      """
    ),
    // R: keras' as.data.frame(history), all of a metric first.
    (
      "history.csv",
      "\"epoch\",\"value\",\"metric\",\"data\"\n1,0.9,\"loss\",\"training\"\n2,0.5,\"loss\",\"training\"\n1,0.8,\"loss\",\"validation\"\n2,0.6,\"loss\",\"validation\"\n"
    ),
    // MATLAB, Julia, Excel.
    ("a.csv", "Epoch,MiniBatchLoss,ValidationLoss,BaseLearnRate\n1,0.9,0.8,0.01\n2,0.5,0.6,0.01\n"),
    ("a.csv", "epoch,trn_loss,vld_loss\n1,9.0f-1,0.8f0\n2,0.5f0,6.0f-1\n"),
    ("a.csv", "sep=;\nepoch;loss;val_loss\n1;0,9;0,8\n2;0,5;0,6\n"),
    // A table in Markdown, as in Hugging Face's model cards.
    (
      "log.md",
      "| Training Loss | Epoch | Validation Loss |\n|:---:|:---:|:---:|\n| 0.9 | 1.0 | 0.8 |\n| 0.5 | 2.0 | 0.6 |\n"
    ),
    // A metric a record, as Comet and MLflow's server have it.
    (
      "a.json",
      #"[{"epoch": 1, "metric": "train_loss", "value": 0.9}, {"epoch": 2, "metric": "train_loss", "value": 0.5}, {"epoch": 1, "metric": "val_loss", "value": 0.8}, {"epoch": 2, "metric": "val_loss", "value": 0.6}]"#
    ),
    // All of a phase first, without a column for it.
    ("a.csv", "epoch,train_loss,val_loss\n1,0.9,\n2,0.5,\n1,,0.8\n2,,0.6\n"),
    // The number of epochs that there are to be is no epoch.
    ("a.csv", "num_epochs,epoch,loss,val_loss\n9,1,0.9,0.8\n9,2,0.5,0.6\n"),
    (
      "a.jsonl",
      "{\"config\": {\"epochs\": 9}, \"epoch\": 1, \"train_loss\": 0.9, \"val_loss\": 0.8}\n{\"config\": {\"epochs\": 9}, \"epoch\": 2, \"train_loss\": 0.5, \"val_loss\": 0.6}\n"
    ),
  ])
  func losses(name: String, text: String) throws {
    #expect(try measures(name, text) == TrainingHistory(loss: [0.9, 0.5], validationLoss: [0.8, 0.6]))
  }

  @Test func ofSeveralValidationSetsOneIsTaken() throws {
    // XGBoost stops by the last of its sets; Lightning's first loader is that of the validation.
    let boosted = try #require(
      try understood([("a.json", #"{"validation_0": {"logloss": [0.9]}, "validation_1": {"logloss": [0.8]}}"#)]))
    #expect(boosted.history.history.measures == TrainingHistory(validationLoss: [0.8]))
    #expect(
      boosted.history.notes == [
        "of several validation sets validation_1/logloss is taken, and not validation_0/logloss"
      ])
    let loaders = "epoch,step,val_loss/dataloader_idx_0,val_loss/dataloader_idx_1\n0,9,0.8,0.9\n"
    #expect(try measures("metrics.csv", loaders) == TrainingHistory(validationLoss: [0.8]))
  }

  @Test func listsMayHavePositionsOfTheirOwn() throws {
    let json = #"{"train_steps": [10, 20, 30], "train_loss": [3, 2, 1], "val_steps": [15, 30], "val_loss": [2.5, 1.5]}"#
    var history = TrainingHistory()
    history[.loss] = steps(3, 2, 1, at: [10, 20, 30])
    history[.validationLoss] = steps(2.5, 1.5, at: [15, 30])
    #expect(try measures("a.json", json) == history)
    history[.loss] = epochs(3, 2, 1, at: [5, 6, 7])
    history[.validationLoss] = epochs(2.5, at: [6])
    let epochLists = #"{"epochs": [5, 6, 7], "loss": [3, 2, 1], "val_epochs": [6], "val_loss": [2.5]}"#
    #expect(try measures("a.json", epochLists) == history)
  }

  @Test func aLoggerThatWasStartedAgainGoesOn() throws {
    let history = TrainingHistory(loss: [3, 2, 1], validationLoss: [3.5, 2.5, 1.5])
    // fastai: one epoch frozen, then others, each with a header; Keras: fit(epochs=1) three times.
    #expect(
      try measures(
        "history.csv",
        "epoch,train_loss,valid_loss\n0,3,3.5\nepoch,train_loss,valid_loss\n0,2,2.5\n1,1,1.5\n") == history)
    #expect(try measures("training.log", "epoch,loss,val_loss\n0,3,3.5\n0,2,2.5\n0,1,1.5\n") == history)
    // Values of batches are no epochs: their mean is the epoch's.
    #expect(
      try measures("a.csv", "epoch,loss,val_loss\n0,3,\n0,2,\n0,1,2.5\n")
        == TrainingHistory(loss: [2], validationLoss: [2.5]))
  }

  @Test func aRowThatIsCutOffIsLeftOut() throws {
    let log = try #require(try understood([("a.csv", "epoch,loss,val_loss\n1,0.9,0.8\n2,0.")]))
    #expect(log.history.history.measures == TrainingHistory(loss: [0.9], validationLoss: [0.8]))
    #expect(log.history.notes == ["line 3 is cut off, what stands before is taken"])
  }

  @Test func aLowAccuracyIsInPercentIfAnotherShowsIt() throws {
    let top5 = "epoch,eval_loss,eval_top1,eval_top5\n1,6.9,0.25,2\n2,6.8,0.5,4\n"
    #expect(try measures("summary.csv", top5)[.validationAccuracy] == epochs(0.0025, 0.005))
    let training = "epoch,train_acc,val_acc\n1,2,0.75\n2,4,1.25\n"
    #expect(try measures("a.csv", training)[.validationAccuracy] == epochs(0.0075, 0.0125))
    // A share beside a percentage is one.
    let mixed = "epoch,train_acc,val_acc,grad_acc_steps\n1,50,0.5,4\n2,75,0.75,4\n"
    #expect(try measures("a.csv", mixed)[.validationAccuracy] == epochs(0.5, 0.75))
    #expect(try measures("a.csv", "epoch,acc,grad_acc_steps\n1,0.5,4\n")[.accuracy] == epochs(0.5))
  }

  @Test func chartsOfWandBMayHaveNoRanges() throws {
    let chart = "\"Step\",\"calm-sun-3 - train/loss\",\"calm-sun-3 - val_loss\"\n5,0.9,0.8\n10,0.5,0.6\n"
    var history = TrainingHistory()
    history[.loss] = steps(0.9, 0.5, at: [5, 10])
    history[.validationLoss] = steps(0.8, 0.6, at: [5, 10])
    #expect(try measures("a.csv", chart) == history)
    let several = "\"Step\",\"calm-sun-3 - val_loss\",\"icy-moon-4 - val_loss\"\n5,0.9,0.8\n"
    let error = #expect(throws: FormatError.self) { try measures("a.csv", several) }
    #expect(error?.problem == "it holds several runs: calm-sun-3, icy-moon-4")
    // These are no runs.
    let own = "Epoch,Train - Loss,Val - Loss\n1,0.9,0.8\n"
    #expect(try measures("a.csv", own) == TrainingHistory(loss: [0.9], validationLoss: [0.8]))
  }

  @Test func aTableOfPredictionsIsNoLog() throws {
    #expect(try understood([("predictions.csv", "label,top1,top2\n3,3,1\n2,1,2\n")]) == nil)
  }
}
