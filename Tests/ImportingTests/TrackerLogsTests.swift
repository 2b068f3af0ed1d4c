import Files
import RunRecords
import SystemPackage
import TestSupport
import Testing

@testable import FileFormats
@testable import Importing

/// Logs that experiment trackers wrote themselves; Fixtures/make_trackers.py has made them.
@Suite struct TrackerLogsTests {
  private func logged(_ name: String) throws -> LoggedHistory {
    let folder = FilePath(pathBesideTest("Fixtures/trackers/\(name)").path)
    return try #require(try ModelSource(name: "M", in: folder).log?.history)
  }

  private func expect(
    _ series: TrainingHistory.Series?, _ axis: TrainingHistory.Series.Axis, _ positions: [Double], _ values: [Double]
  ) throws {
    let series = try #require(series)
    #expect(series.axis == axis && series.positions == positions)
    for (value, other) in zip(series.values, values) { #expect(abs(value - other) < 1e-12) }
  }

  @Test func aMeanOfBatchesIsOfTheirOwnEpoch() throws {
    let wandb = try logged("wandb_lightning")
    // 4 - epoch - (0 + 1 + 2 + 3) / 16
    try expect(wandb.history[.loss], .epoch, [1, 2, 3], [3.625, 2.625, 1.625])
    try expect(wandb.history[.validationLoss], .epoch, [1, 2, 3], [2, 1.5, 1])
    try expect(wandb.history[.validationAccuracy], .epoch, [1, 2, 3], [0.5, 0.625, 0.75])
    #expect(wandb.notes.contains { $0.contains("train_loss is the mean") })

    let mlflow = try logged("mlflow_lightning")
    try expect(mlflow.history[.loss], .epoch, [1, 2], [(1 / 2.0 + 1 / 3.0) / 2, (1 / 5.0 + 1 / 6.0) / 2])
    try expect(mlflow.history[.validationAccuracy], .epoch, [1, 2], [0.75, 0.875])
  }

  @Test func huggingFacesValuesStayAtFractionsOfAnEpoch() throws {
    let history = try logged("wandb_huggingface").history
    try expect(history[.loss], .epoch, [0.5, 1, 1.5, 2, 2.5, 3], [3, 1.5, 1, 0.75, 0.6, 0.5])
    try expect(history[.validationLoss], .epoch, [1, 2, 3], [1, 0.5, 1 / 3])
    #expect(history[.accuracy] == nil)
  }

  @Test func imagesAndTextsAreNoScalars() throws {
    let logged = try logged("wandb_keras")
    try expect(logged.history[.loss], .epoch, [1, 2, 3], [1, 0.5, 0.25])
    #expect(logged.history[.validationLoss]?.values[1].isNaN == true)
    #expect(logged.leftOut == ["note", "sample", "weights"])
  }

  @Test func valuesStayAtTheirSteps() throws {
    let second = try logged("dvclive_every_second").history
    try expect(second[.loss], .step, [0, 1, 2, 3, 4, 5], [1, 0.5, 0.25, 0.125, 0.0625, 0.03125])
    try expect(second[.validationLoss], .step, [1, 3, 5], [0.125, 0.375, 0.625])
    let yolo = try logged("dvclive_yolo").history
    try expect(yolo[.validationAccuracy], .step, [0, 1, 2, 3], [0, 0.25, 0.5, 0.75])
    #expect(yolo[.accuracy] == nil)
  }

  /// Who logs without a step has 0 for all: each value is taken for an epoch's.
  @Test func valuesWithoutStepsFollowEachOther() throws {
    let history = try logged("mlflow_without_steps").history
    try expect(history[.loss], .epoch, [1, 2, 3, 4], [1, 0.5, 0.25, 0.125])
    try expect(history[.validationAccuracy], .epoch, [1, 2, 3, 4], [0.5, 0.5625, 0.625, 0.6875])
  }

  @Test func severalRunsAreRefusedAndDeletedOnesPassedOver() throws {
    try withTemporaryPath { folder in
      for run in ["aaa", "bbb"] {
        let place = folder.appending("mlruns/0/\(run)/metrics")
        try Folder.create(place)
        try AtomicFile.write(Array("1700000000000 0.5 0\n1700000000001 nan 1\n".utf8), to: place.appending("loss"))
      }
      #expect { try ModelSource(name: "M", in: folder) } throws: { "\($0)".contains("bbb") }
      try AtomicFile.write(
        Array("lifecycle_stage: deleted\n".utf8), to: folder.appending("mlruns/0/aaa/meta.yaml"))
      let source = try ModelSource(name: "M", in: folder)
      #expect(source.log?.source == "mlruns/0/bbb/metrics/loss")
    }
  }

  @Test(arguments: [
    ("run-.-tag-Loss_val.csv", "run-.-tag-Loss_train.csv"),
    ("run-logs_2026_val-tag-loss.csv", "run-logs_2026_train-tag-loss.csv"),
    ("run-Loss_valid-tag-Loss.csv", "run-Loss_train-tag-Loss.csv"), ("val_loss.csv", "train_loss.csv"),
    ("run-exp_eval-tag-epoch_loss.csv", "run-exp_train-tag-epoch_loss.csv"),
  ])
  func namesOfDownloadsSayRunAndTag(_ validation: String, _ training: String) throws {
    try withTemporaryPath { folder in
      for (name, values) in [(validation, [2.0, 1.5]), (training, [1.0, 0.25])] {
        let text = "Wall time,Step,Value\n1700000000.5,3,\(values[0])\n1700000001.5,6,\(values[1])\n"
        try AtomicFile.write(Array(text.utf8), to: folder.appending(name))
      }
      let history = try #require(try ModelSource(name: "M", in: folder).log?.history.history)
      let axis: TrainingHistory.Series.Axis = training.contains("epoch_") ? .epoch : .step
      try expect(history[.validationLoss], axis, [3, 6], [2, 1.5])
      try expect(history[.loss], axis, [3, 6], [1, 0.25])
    }
  }

  @Test func downloadsMayBeJSON() throws {
    try withTemporaryPath { folder in
      let files = [
        ("run-train-tag-Loss.json", "[[1700000000.5, 3, 1.0], [1700000001.5, 6, 0.25]]"),
        ("run-val-tag-Loss.json", "[\n  [1700000000.5, 3, 2.0],\n  [1700000001.5, 6, \"NaN\"]\n]\n"),
      ]
      for (name, text) in files { try AtomicFile.write(Array(text.utf8), to: folder.appending(name)) }
      let log = try #require(try ModelSource(name: "M", in: folder).log)
      #expect(log.source == "2 downloaded TensorBoard files")
      try expect(log.history.history[.loss], .step, [3, 6], [1, 0.25])
      #expect(log.history.history[.validationLoss]?.positions == [3, 6])
    }
    for json in ["{}", "[[1700000000, 1]]", #"[[1700000000, "x", 1]]"#, "[[1700000000, 1, 1]"] {
      #expect(throws: FormatError.self, "\(json)") {
        try TensorBoardDownload.rows(Array(json.utf8), file: "a.json")
      }
    }
  }

  @Test func downloadsOfSeveralRunsAreRefused() throws {
    try withTemporaryPath { folder in
      for run in ["a_train", "b_train"] {
        try AtomicFile.write(
          Array("Wall time,Step,Value\n1,1,1\n".utf8), to: folder.appending("run-\(run)-tag-epoch_loss.csv"))
      }
      #expect { try ModelSource(name: "M", in: folder) } throws: { "\($0)".contains("run-b_train-tag-epoch_loss.csv") }
    }
  }

  @Test func badLinesAreNamed() {
    func problem(_ read: () throws -> Void) -> FormatError? {
      do {
        try read()
        return nil
      } catch { return error as? FormatError }
    }
    for text in ["1 0.5 1\nx 0.5 2\n", "1 0.5 1\n2\n", "1 0.5 1\n2 low 2\n", "1 0.5 1\n2 1 0.5\n"] {
      #expect(problem { _ = try MLflowRun.read(Array(text.utf8), file: "loss") }?.place == .field("line 2"))
    }
    func table(_ text: String) -> FormatError? {
      problem { _ = try StepTable.read(Array(text.utf8), file: "loss.tsv", format: "DVCLive") }
    }
    #expect(table("step\tloss\n0\tx\n")?.place == .field("line 2, column loss"))
    #expect(table("step\tloss\nx\t1\n")?.place == .field("line 2, column step"))
    #expect(table("time\tloss\n0\t1\n")?.place == .field("line 1"))
    // The writer was stopped within the last row.
    #expect(table("step\tloss\n0\t1\n1") == nil)
  }

  @Test func mutantsAreReadOrRefused() {
    let lines = Array("1700000000000 0.5 0\n1700000000001 nan 1\n1700000000002 1e-3 2 set 1a2b\n".utf8)
    let metrics = mutate(lines, file: "loss") { bytes in try MLflowRun.read(bytes, file: "loss") }
    #expect(metrics.refused > 500 && metrics.read > 100 && metrics.unclear.isEmpty, "\(metrics)")
    let table = Array("timestamp\tstep\tloss\n1700000000000\t0\t0.5\n1700000000001\t1\tinf\n".utf8)
    let tables = mutate(table, file: "loss.tsv") { bytes in
      try StepTable.read(bytes, file: "loss.tsv", format: "DVCLive")
    }
    #expect(tables.refused > 300 && tables.read > 100 && tables.unclear.isEmpty, "\(tables)")
  }
}
