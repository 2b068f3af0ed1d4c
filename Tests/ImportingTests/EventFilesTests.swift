import Files
import RunRecords
import SystemPackage
import TestSupport
import Testing

@testable import Importing

/// What folders of event files mean.
@Suite struct EventFilesTests {
  /// Reads a folder with the files.
  private func log(_ files: [(name: String, bytes: [UInt8])]) throws -> (history: LoggedHistory, source: String) {
    var log: (history: LoggedHistory, source: String)?
    try withTemporaryPath { folder in
      for file in files { try EventLog.write(file.bytes, to: file.name, in: folder) }
      log = try ModelSource(name: "M", in: folder).log
    }
    return try #require(log)
  }

  private func expect(_ series: TrainingHistory.Series?, _ positions: [Double], _ values: [Double]) throws {
    let series = try #require(series)
    #expect(series.positions == positions)
    #expect(series.values == values)
  }

  private let name = "events.out.tfevents.1700000000.host"

  @Test(arguments: [
    ("train", "val"), ("train", "valid"), ("training", "validation"), ("Train", "Eval"), ("train", "dev"),
    ("train", "test"),
    ("2026/train", "2026/validation"), ("lightning_logs/version_3/train", "lightning_logs/version_3/test"),
  ])
  func foldersAreNamedByPhases(_ training: String, _ validation: String) throws {
    let history = try log([
      ("\(training)/\(name)", EventLog.file(EventLog.curve("loss", [1, 2, 3], [3, 2, 1]))),
      (
        "\(validation)/\(name)",
        EventLog.file(EventLog.curve("loss", [2, 3], [2.5, 2]) + EventLog.curve("acc", [2, 3], [0.5, 0.75]))
      ),
    ]).history.history
    try expect(history[.loss], [1, 2, 3], [3, 2, 1])
    try expect(history[.validationLoss], [2, 3], [2.5, 2])
    try expect(history[.validationAccuracy], [2, 3], [0.5, 0.75])
    #expect(history[.accuracy] == nil)
  }

  @Test(arguments: [
    ("Loss", "Loss_train", "Loss_valid"), ("Loss", "Loss/train", "Loss/valid"),
    ("metrics/loss", "metrics_loss_training", "metrics_loss_eval"),
    ("metrics/loss", "metrics/loss/training", "metrics/loss/dev"),
  ])
  func addScalarsHasAFolderForEachCurve(_ tag: String, _ training: String, _ validation: String) throws {
    let history = try log([
      (name, EventLog.file([])),
      ("\(training)/\(name)", EventLog.file(EventLog.curve(tag, [1, 2], [3, 2]))),
      ("\(validation)/\(name)", EventLog.file(EventLog.curve(tag, [1, 2], [4, 5]))),
    ]).history.history
    try expect(history[.loss], [1, 2], [3, 2])
    try expect(history[.validationLoss], [1, 2], [4, 5])
  }

  @Test func otherFoldersBelowARunAreNamedAndLeftOut() throws {
    let (history, _) = try log([
      (name, EventLog.file(EventLog.curve("loss", [1, 2], [3, 2]))),
      ("1700000001.5/\(name)", EventLog.file(EventLog.curve("loss", [9], [9]))),
      ("probe/deep/\(name)", EventLog.file(EventLog.curve("loss", [8], [8]))),
    ])
    try expect(history.history[.loss], [1, 2], [3, 2])
    #expect(history.notes.contains { $0.contains("1700000001.5") && $0.contains("probe/deep") })
  }

  @Test(arguments: [["a", "b"], ["version_0", "version_1", "version_2"], ["x/train", "y/train"]])
  func aFolderOfRunsIsRefusedWithTheirNames(_ runs: [String]) throws {
    let file = EventLog.file(EventLog.curve("loss", [1, 2], [3, 2]))
    #expect {
      _ = try log(runs.map { ("\($0)/\(name)", file) })
    } throws: { error in
      runs.allSatisfy { "\(error)".contains($0) }
    }
  }

  /// A file that begins at the first step or before it is of another run, whichever tags and folders there are.
  @Test(arguments: [[0, 1], [0, 1, 2, 3, 4, 5], [-1, 0]])
  func ofTwoRunsOnlyTheNewestIsTaken(_ steps: [Int]) throws {
    let values = steps.map { Float($0) + 10 }
    let (history, _) = try log([
      ("events.out.tfevents.1700000000.host", EventLog.file(EventLog.curve("loss", 0..<4, [4, 3, 2, 1]))),
      (
        "val/events.out.tfevents.1700000002.host",
        EventLog.file(start: 1_700_000_002, EventLog.curve("loss", 0..<4, [8, 7, 6, 5]))
      ),
      (
        "events.out.tfevents.1700009000.host",
        EventLog.file(start: 1_700_009_000, EventLog.curve("loss", steps, values))
      ),
    ])
    let kept = steps.filter { $0 >= 0 }.map(Double.init)
    try expect(history.history[.loss], kept, kept.map { $0 + 10 })
    // The validation is of the older run.
    #expect(history.history[.validationLoss] == nil)
    #expect(history.notes.contains { $0.contains("2 runs") && $0.contains("newest") && $0.contains("1700009000") })
  }

  /// Where the second run was stopped before its first validation, and where both have all.
  @Test func runsOfSeveralFoldersAreToldApartByTheirTimes() throws {
    func run(_ start: Double, _ value: Float) -> [(String, [UInt8])] {
      [("train", 0.0), ("validation", 40.0)].map { phase, delay in
        (
          "\(phase)/events.out.tfevents.\(Int(start + delay)).host.v2",
          EventLog.file(start: start + delay, EventLog.curve("epoch_loss", 0..<3, [value, value + 1, value + 2]))
        )
      }
    }
    let (first, second) = (run(1_700_000_000, 1), run(1_700_000_500, 5))
    let both = try log(first + second).history.history
    try expect(both[.loss], [1, 2, 3], [5, 6, 7])
    try expect(both[.validationLoss], [1, 2, 3], [5, 6, 7])
    let stopped = try log(first + second.prefix(1)).history.history
    try expect(stopped[.loss], [1, 2, 3], [5, 6, 7])
    #expect(stopped[.validationLoss] == nil)
  }

  /// The same writer used for a second training, in a notebook.
  @Test func aTrainingThatBeginsAgainInItsFileIsAnotherRun() throws {
    let curves = EventLog.curve("loss", 0..<4, [4, 3, 2, 1]) + EventLog.curve("val_loss", 0..<4, [8, 7, 6, 5])
    let again = EventLog.curve("loss", 0..<2, [40, 30]) + EventLog.curve("val_loss", 0..<2, [80, 70])
    let (history, _) = try log([(name, EventLog.file(curves + again))])
    try expect(history.history[.loss], [0, 1], [40, 30])
    try expect(history.history[.validationLoss], [0, 1], [80, 70])
    #expect(history.notes.contains { $0.contains("newest") })
  }

  @Test(arguments: [3, 4, 6])
  func aResumedTrainingGoesOn(_ first: Int) throws {
    let (history, _) = try log([
      (
        "events.out.tfevents.1700000000.host",
        EventLog.file(EventLog.curve("loss", 1...5, [5, 4, 3, 2, 1]) + [("hp_metric", 0, -1)])
      ),
      (
        "events.out.tfevents.1700000100.host",
        EventLog.file(
          start: 1_700_000_100,
          [("hp_metric", 0, -1)] + EventLog.curve("loss", first...7, Array(repeating: 9, count: 8 - first)))
      ),
    ])
    let expected = [5, 4, 3, 2, 1].prefix(first - 1) + Array(repeating: 9.0, count: 8 - first)
    try expect(history.history[.loss], [1, 2, 3, 4, 5, 6, 7].filter { $0 < 6 || $0 >= Double(first) }, Array(expected))
    #expect(history.notes.contains { $0.contains("goes on in events.out.tfevents.1700000100.host") })
  }

  /// Two writers in one folder, each with tags of its own, are of one run.
  @Test func writersOfOtherTagsAreOfTheSameRun() throws {
    let (history, _) = try log([
      ("events.out.tfevents.1700000000.host.1", EventLog.file(EventLog.curve("train/loss", 0..<3, [3, 2, 1]))),
      ("events.out.tfevents.1700000000.host.2", EventLog.file(EventLog.curve("val/loss", 0..<3, [6, 5, 4]))),
    ])
    try expect(history.history[.loss], [0, 1, 2], [3, 2, 1])
    try expect(history.history[.validationLoss], [0, 1, 2], [6, 5, 4])
    #expect(history.notes.isEmpty)
  }

  @Test(arguments: ["epoch", "train/epoch", "trainer/epoch"])
  func aScalarEpochGivesTheEpochs(_ clock: String) throws {
    let steps = [9, 19, 29, 39, 49, 59]
    let epochs: [Float] = clock == "train/epoch" ? [1, 1, 2, 2, 3, 3] : [0, 0, 1, 1, 2, 2]
    let (history, _) = try log([
      (
        name,
        EventLog.file(
          EventLog.curve(clock, steps, epochs) + EventLog.curve("train_loss", steps, [8, 6, 4, 2, 1, 0.5])
            + EventLog.curve("val_loss", [39], [3]))
      )
    ])
    try expect(history.history[.loss], [1, 2, 3], [7, 3, 0.75])
    try expect(history.history[.validationLoss], [2], [3])
    #expect(history.notes.contains { $0.contains("mean") })
  }
}
