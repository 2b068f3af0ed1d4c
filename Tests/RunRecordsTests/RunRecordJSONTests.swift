import FileFormats
import Foundation
import TestSupport
import Testing

@testable import RunRecords

@Suite struct RunRecordJSONTests {
  private func read(_ text: String) throws(FormatError) -> RunRecord {
    try RunRecord(json: Array(text.utf8), file: "run.json")
  }

  private func text(_ record: RunRecord) throws -> String {
    String(decoding: try record.json(file: "run.json"), as: UTF8.self)
  }

  private func error(_ text: String) -> FormatError? {
    do throws(FormatError) {
      _ = try read(text)
      return nil
    } catch {
      return error
    }
  }

  /// As much as a record must have.
  private let least = """
    {"schema_version": 1, "generator": "by hand", "dataset": {"name": "d", "class_names": []},
     "models": [{"name": "A", "folder": "a", "history": {"loss": [1, 0.5]}}], "featured_model": "A"}
    """

  @Test func theLeastRecordIsOne() throws {
    let record = try read(least)
    #expect(record.models[0].history == TrainingHistory(loss: [1, 0.5]))
    #expect(record.figures == FigureSelection())
    #expect(record.configuration == nil)
  }

  @Test func theExampleOfTheDocumentationIsRead() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    let page = try String(contentsOf: root.appendingPathComponent("docs/run-format.md"), encoding: .utf8)
    let example = try #require(page.components(separatedBy: "```json\n").last?.components(separatedBy: "```").first)
    let run = SavedRun(record: try read(example))
    try RunCheck(operation: .read, folder: RunFolder("run")).check(run)
    #expect(run.record.featured?.history == TrainingHistory(accuracy: [0.91, 0.95], validationAccuracy: [0.93, 0.96]))
  }

  @Test func keysAreSortedAndTheFileEndsInALineFeed() throws {
    let text = try text(smallRun().record)
    let keys = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }.map { $0.split(separator: "\"")[1] }
    #expect(
      keys == [
        "configuration", "dataset", "environment", "featured_model", "figures", "generator", "models", "schema_version",
      ])
    #expect(text.hasSuffix("}\n"))
    #expect(text.contains("\"a/b\""))
    #expect(text.contains("18446744073709551615"))
    #expect(text.contains("Dreieck ▲"))
  }

  @Test func notANumberIsAString() throws {
    let text = try text(smallRun().record)
    #expect(text.contains("\"NaN\"") && text.contains("\"Infinity\"") && text.contains("\"-Infinity\""))
    let history = try #require(try read(text).models[0].history)
    #expect(history.loss[0] == 0.1 && history.loss[1].isNaN)
    #expect(history.validationLoss == [.infinity, -.infinity])
    #expect(try self.text(read(text)) == text)
  }

  /// Python's json module writes them without quotes.
  @Test func bareNaNIsRead() throws {
    let text = least.replacingOccurrences(of: "[1, 0.5]", with: "[NaN, Infinity, -Infinity, 1e-3]")
    let loss = try #require(try read(text).models[0].history).loss
    #expect(loss[0].isNaN)
    #expect(loss.dropFirst() == [.infinity, -.infinity, 0.001])
  }

  @Test func aNewerSchemaIsRefused() {
    let newer = least.replacingOccurrences(of: "\"schema_version\": 1", with: "\"schema_version\": 2")
    #expect(
      error(newer)?.description == """
        cannot read JSON file run.json, schema_version: it is 2, and this program reads 1 to 1.
        Use a newer training-report.
        """)
    #expect(error(#"{"schema_version": 2, "all": "is different"}"#)?.place == .field("schema_version"))
    #expect(error(#"{"schema_version": 0}"#)?.place == .field("schema_version"))
  }

  @Test func whatIsWrongIsNamed() {
    #expect(error("")?.problem == "it is not valid JSON")
    #expect(error("{")?.problem == "it is not valid JSON")
    #expect(error("[]")?.place == .wholeFile)
    #expect(error("{}")?.place == .field("schema_version"))
    #expect(error("{}")?.problem == "it is missing")
    #expect(error(least.replacingOccurrences(of: "0.5]", with: "\"x\"]"))?.place == .field("models[0].history.loss[1]"))
    #expect(error(least.replacingOccurrences(of: "\"folder\"", with: "\"f\""))?.place == .field("models[0].folder"))
    #expect(
      error(least.replacingOccurrences(of: "\"name\": \"d\"", with: "\"name\": 3"))?.place == .field("dataset.name"))
    #expect(error(String(repeating: "[", count: 100_000))?.problem == "it is not valid JSON")
  }

  @Test func mutantsAreReadOrRefused() throws {
    let seed = try smallRun().record.json(file: "run.json")
    let outcome = mutate(seed, times: 1_000, words: jsonWords, file: "run.json") { bytes throws(FormatError) in
      let record = try RunRecord(json: bytes, file: "run.json")
      try RunCheck(operation: .read, folder: RunFolder("run")).check(SavedRun(record: record))
    }
    #expect(outcome.refused > 500 && outcome.read > 10 && outcome.unclear.isEmpty, "\(outcome)")
  }
}
