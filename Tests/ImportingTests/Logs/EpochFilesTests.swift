import FileFormats
import Testing

@testable import Importing

/// A file for each epoch, as AllenNLP writes them.
@Suite struct EpochFilesTests {
  private func metrics(_ epoch: Int, _ numbers: String) -> String {
    """
    {"best_epoch": 0, "peak_worker_0_memory_MB": 250.5, "training_duration": "0:00:0\(epoch)", "epoch": \(epoch),
     "training_start_epoch": 0, "training_epochs": \(epoch), \(numbers), "best_validation_loss": 0.125}
    """
  }

  @Test func theEpochsAreOneLog() throws {
    let files = [(0, 0.9, 0.8, 0.625), (1, 0.5, 0.6, 0.75), (10, 0.25, 0.5, 0.875)].map {
      epoch, loss, validation, share in
      (
        name: "metrics_epoch_\(epoch).json",
        text: metrics(
          epoch, #""training_loss": \#(loss), "validation_loss": \#(validation), "validation_accuracy": \#(share)"#)
      )
    }
    let summary = (name: "metrics.json", text: metrics(10, #""training_loss": 0.25, "test_accuracy": 0.5"#))
    let log = try #require(try understood(files.reversed() + [summary]))
    #expect(log.source == "3 JSON files")
    #expect(log.history.history.loss == epochs(0.9, 0.5, 0.25, at: [1, 2, 11]))
    #expect(log.history.history.validationLoss == epochs(0.8, 0.6, 0.5, at: [1, 2, 11]))
    #expect(log.history.history.validationAccuracy == epochs(0.625, 0.75, 0.875, at: [1, 2, 11]))
    #expect(log.history.history.accuracy == nil)
  }

  /// The name tells the epoch if nothing within does; other words of it tell one log from another.
  @Test func namesTellTheEpoch() throws {
    let files = [(2, 0.9), (10, 0.5)].map { epoch, loss in
      (name: "results-epoch\(epoch).json", text: #"{"train": {"loss": \#(loss)}, "val": {"loss": 1}}"#)
    }
    let log = try #require(try understood(files))
    #expect(log.history.history.loss == epochs(0.9, 0.5, at: [2, 10]))
    #expect(log.history.history.validationLoss == epochs(1, 1, at: [2, 10]))
    let other = (name: "others-epoch2.json", text: #"{"loss": 1}"#)
    #expect(throws: SeveralLogs.self) { try understood(files + [other]) }
  }

  /// A history that was saved at some epoch is a log by itself.
  @Test func aHistoryIsNoEpoch() throws {
    let log = try #require(try understood([("history_epoch_2.json", #"{"loss": [0.9, 0.5], "val_loss": [1, 2]}"#)]))
    #expect(log.history.history.loss == epochs(0.9, 0.5) && log.source == "history_epoch_2.json")
  }

  @Test func aDamagedFileIsNamed() {
    let files = [
      ("metrics_epoch_0.json", metrics(0, #""training_loss": 1"#)), ("metrics_epoch_1.json", #"{"training_loss": 1, "#),
    ]
    let error = #expect(throws: FormatError.self) { try understood(files.map { (name: $0.0, text: $0.1) }) }
    #expect(error?.file.hasSuffix("metrics_epoch_1.json") == true)
  }
}
