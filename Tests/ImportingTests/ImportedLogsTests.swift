import Files
import FileFormats
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Importing
@testable import RunRecords

/// Logs that the libraries wrote themselves; Fixtures/make_logs.py has made them, and what they hold from other sources.
@Suite struct ImportedLogsTests {
  private static func path(_ name: String) -> FilePath { FilePath(pathBesideTest("Fixtures/\(name)").path) }

  private static let fromZero = "the log counts epochs from 0, they are numbered from 1"

  private let dataset = TestData()

  private func expected(_ name: String) throws -> TrainingHistory {
    let file = pathBesideTest("Fixtures/expected/\(name).json")
    let metrics = try JSONDecoder().decode([String: [Double]].self, from: Data(contentsOf: file))
    return TrainingHistory(
      loss: metrics["loss"] ?? [], accuracy: metrics["accuracy"] ?? [], validationLoss: metrics["val_loss"] ?? [],
      validationAccuracy: metrics["val_accuracy"] ?? [])
  }

  private func expect(_ history: TrainingHistory?, toBe reference: TrainingHistory) throws {
    let history = try #require(history)
    for series in TrainingHistory.Measure.allCases {
      let (history, reference) = (history[series]?.values ?? [], reference[series]?.values ?? [])
      #expect(history.count == reference.count)
      // Event files hold float32.
      for (value, other) in zip(history, reference) {
        #expect(abs(value - other) < 1e-6)
      }
    }
  }

  @Test(
    arguments: [
      ("keras/csv", "keras", "training.log.csv", [], [fromZero]),
      (
        "keras_appended", "keras_appended", "training.csv", [],
        [fromZero, "epochs begin again after epoch 3 and are taken to go on"]
      ),
      (
        "lightning", "lightning", "metrics.csv", [], [fromZero]
      ),
    ] as [(String, String, String, [String], [String])])
  func tables(_ folder: String, _ name: String, _ source: String, _ leftOut: [String], _ notes: [String]) throws {
    let model = try ModelSource(name: "A", in: Self.path(folder)).model(testedOn: dataset)
    try expect(model.history, toBe: try expected(name))
    #expect(model.historySource == source)
    #expect(model.leftOutMetrics == leftOut)
    #expect(model.notes == notes)
  }

  @Test func kerasEventFilesOfTrainingAndValidation() throws {
    let model = try ModelSource(name: "A", in: Self.path("keras/tensorboard"))
      .model(testedOn: dataset)
    try expect(model.history, toBe: try expected("keras"))
    #expect(model.historySource == "2 event files")
    // Those count batches, not epochs.
    #expect(model.leftOutMetrics.contains("evaluation_loss_vs_iterations"))
    #expect(model.notes == [Self.fromZero])
  }

  @Test(arguments: ["summary_writer", "summary_writer_tensors"])
  func torchEventFiles(_ name: String) throws {
    let model = try ModelSource(name: "A", in: Self.path(name)).model(testedOn: dataset)
    try expect(model.history, toBe: try expected(name))
    #expect(model.leftOutMetrics == ["sample"] && model.history?["lr"] != nil)
  }

  @Test func aTailThatIsCutOffIsToldAndWhatStandsBeforeIsTaken() throws {
    let folder = Self.path("summary_writer")
    let name = try #require(try Folder.names(in: folder).first)
    let bytes = try File.read(folder.appending(name))
    let whole = try EventFile.read(bytes, file: name)
    #expect(whole.cutOffAt == nil)
    #expect(whole.series.map(\.tag) == ["Loss/train", "Loss/val", "Accuracy/train", "lr"])
    #expect(whole.series[0].steps == [0, 1, 2] && whole.series[0].values[1] == 0.5)
    #expect(whole.otherTags == ["sample"])
    for length in [1, 11, 13, 60, bytes.count - 1] {
      let cut = try EventFile.read(Array(bytes.prefix(length)), file: name)
      #expect(try #require(cut.cutOffAt) <= length)
      for (series, all) in zip(cut.series, whole.series) {
        #expect(series.tag == all.tag && series.values == Array(all.values.prefix(series.values.count)))
      }
    }
    try withTemporaryPath { copy in
      try AtomicFile.write(Array(bytes.dropLast(3)), to: copy.appending(name))
      let model = try ModelSource(name: "A", in: copy).model(testedOn: dataset)
      #expect(model.notes.count == 1 && model.notes[0].contains("is cut off at byte"))
      try expect(model.history, toBe: try expected("summary_writer"))
    }
  }

  @Test func damageIsTold() throws {
    let folder = Self.path("summary_writer")
    let name = try #require(try Folder.names(in: folder).first)
    let bytes = try File.read(folder.appending(name))
    func error(flipping byte: Int) -> FormatError? {
      var damaged = bytes
      damaged[byte] ^= 1
      do {
        _ = try EventFile.read(damaged, file: name)
        return nil
      } catch {
        return error as? FormatError
      }
    }
    #expect(error(flipping: 0)?.problem == "it does not begin with a record")
    #expect(error(flipping: 12)?.problem == "the checksum of a record is wrong")
    #expect(error(flipping: 12)?.place == .byte(12))
    // Any single bit of the first records.
    for byte in 0..<200 { #expect(error(flipping: byte) != nil) }
  }

  @Test func badTablesNameLineAndColumn() {
    func error(_ text: String) -> FormatError? {
      do throws(FormatError) {
        _ = try CSVLog.read(Array(text.utf8), file: "log.csv")
        return nil
      } catch {
        return error
      }
    }
    #expect(error("epoch,loss\n0,1\n1,low\n")?.place == .field("line 3, column loss"))
    #expect(error("epoch,loss\nx,1\n")?.place == .field("line 2, column epoch"))
    #expect(error("epoch,loss\n1e300,1\n")?.place == .field("line 2, column epoch"))
  }

  /// What `pandas.DataFrame(history.history).to_csv()` writes, with its index and without.
  @Test func aTableWithoutEpochsHasOneARow() throws {
    for text in [",loss,lr\n0,3,1\n1,2,1\n2,,1\n", "loss,lr\n3,1\n2,1\n,1\n"] {
      let logged = LoggedHistory(of: try CSVLog.read(Array(text.utf8), file: "log.csv"))
      #expect(logged.history.measures == TrainingHistory(loss: [3, 2]) && logged.history["lr"]?.count == 3)
      #expect(logged.notes == ["there is no column epoch, and each row is taken for one"])
    }
  }

  @Test func aGapIsNoPoint() throws {
    let text = "epoch,loss,val_loss\r\n0,3,\r\n1,NA,0.5\r\n2,inf,\r\n"
    let history = LoggedHistory(of: try CSVLog.read(Array(text.utf8), file: "log.csv")).history
    let (loss, validationLoss) = try (#require(history.loss?.values), #require(history.validationLoss?.values))
    #expect(loss == [3, .infinity] && history.loss?.positions == [1, 3])
    #expect(validationLoss == [0.5] && history.validationLoss?.positions == [2])
  }

  /// Of two columns for the accuracy the better named one counts, and what stands in the other is not looked at.
  @Test func aMetricThatWasNeverLoggedStandsInNoOthersWay() throws {
    let text = "epoch,acc,accuracy,loss\n0,0.5,,1\n1,0.75,,0.5\n"
    let logged = LoggedHistory(of: try CSVLog.read(Array(text.utf8), file: "log.csv"))
    #expect(logged.history == TrainingHistory(loss: [1, 0.5], accuracy: [0.5, 0.75]))
  }

  /// 20,000 columns and 20,000 rows in 300 kB: a table of all their cells would take gigabytes.
  @Test func aTableCostsWhatItsFileHolds() throws {
    let header = "epoch" + String(repeating: ",loss", count: 20_000)
    let rows = (0..<20_000).map { "\($0)\n" }.joined()
    let last = "20000" + String(repeating: ",1", count: 20_000) + "\n"
    let logged = LoggedHistory(of: try CSVLog.read(Array("\(header)\n\(rows)\(last)".utf8), file: "log.csv"))
    #expect(logged.history.loss == TrainingHistory.Series(.epoch, positions: [20_001], values: [1]))
    #expect(logged.leftOut == ["loss"])
  }

  @Test(arguments: ["lightning/metrics.csv", "keras_appended/training.csv"])
  func mutantsAreReadOrRefused(name: String) throws {
    let seed = try File.read(Self.path(name))
    let outcome = mutate(seed, words: ["1e999", "nan", ",", "\n", "\"", "-1"], file: "log.csv") {
      bytes throws(FormatError) in
      try CSVLog.read(bytes, file: "log.csv")
    }
    #expect(outcome.refused > 200 && outcome.read > 200 && outcome.unclear.isEmpty, "\(outcome)")
  }
}
