import FileFormats
import Foundation
import TestSupport
import Testing

@testable import RunRecords

@Suite struct RunDocumentTests {
  private func read(_ text: String) throws(FormatError) -> RunDocument {
    try RunDocument(json: Array(text.utf8), file: "run.json")
  }

  private func text(_ document: RunDocument) throws -> String {
    String(decoding: try document.json(file: "run.json"), as: UTF8.self)
  }

  private func error(_ text: String) -> FormatError? {
    do throws(FormatError) {
      _ = try read(text)
      return nil
    } catch {
      return error
    }
  }

  private func model(loss: [Double]) -> ModelRecord {
    ModelRecord(name: "A", history: TrainingHistory(loss: loss))
  }

  /// As much as a record must have.
  private let least = """
    {"schema_version": 2, "generator": "by hand", "dataset": {"name": "d", "class_names": []},
     "models": [{"name": "A", "folder": "a", "history": {"loss": {"epoch": [1, 2], "value": [1, 0.5]}}}], "featured_model": "A"}
    """

  @Test func theLeastRecordIsOne() throws {
    let document = try read(least)
    #expect(document.models == [model(loss: [1, 0.5])])
    #expect(document.record.figures == FigureSelection())
    #expect(document.record.environment == nil)
  }

  @Test func theExampleOfTheDocumentationIsRead() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    let page = try String(contentsOf: root.appendingPathComponent("docs/run-format.md"), encoding: .utf8)
    let example = try #require(page.components(separatedBy: "```json\n").last?.components(separatedBy: "```").first)
    let run = SavedRun(try read(example))
    try RunCheck(operation: .read, folder: "run").check(run)
    #expect(run.featured?.record.history == TrainingHistory(accuracy: [0.91, 0.95], validationAccuracy: [0.93, 0.96]))
  }

  @Test func keysAreSortedAndTheFileEndsInALineFeed() throws {
    let text = try text(smallRun().document)
    let keys = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }.map { $0.split(separator: "\"")[1] }
    #expect(
      keys == [
        "dataset", "environment", "featured_model", "figures", "generator", "models", "schema_version",
      ])
    #expect(text.hasSuffix("}\n"))
    #expect(text.contains("\"a/b\""))
    #expect(text.contains("18446744073709551615"))
    #expect(text.contains("Dreieck ▲"))
  }

  @Test func notANumberIsAString() throws {
    let text = try text(smallRun().document)
    #expect(text.contains("\"NaN\"") && text.contains("\"Infinity\"") && text.contains("\"-Infinity\""))
    let history = try #require(try read(text).models[0].history)
    let loss = try #require(history.loss?.values)
    #expect(loss.count == 2 && loss[0] == 0.1 && loss[1].isNaN)
    #expect(history.validationLoss?.values == [.infinity, -.infinity])
    #expect(try self.text(read(text)) == text)
  }

  @Test(arguments: ["", #""dataset": {},"#, #""dataset": {"name": "", "class_names": []},"#, #""dataset": null,"#])
  func aDatasetMayBeUnknown(dataset: String) throws {
    let document = try read(
      #"{"schema_version": 2, "generator": "g", \#(dataset) "featured_model": "A", "models": [{"name": "A", "folder": "a"}]}"#
    )
    #expect(document.record.dataset == RunRecord.Dataset())
    #expect(document.record.dataset.name == nil && document.record.dataset.classNames.isEmpty)
    #expect(try read(text(document)) == document)
    try RunCheck(operation: .read, folder: "run").check(SavedRun(document))
  }

  /// As a program of schema 1 wrote it: lists of one value per epoch, and one configuration for all models.
  @Test func schema1IsRead() throws {
    let text = """
      {"schema_version": 1, "generator": "training-report 0.1.0", "dataset": {"name": "d", "class_names": []},
       "configuration": {"epochs": 3, "batch_size": 128, "seed": 18446744073709551615, "threads": 2},
       "models": [
         {"name": "A", "folder": "a", "history": {"loss": [1, 0.5], "accuracy": [], "seconds": [9, 8], "val_loss": ["NaN"]}},
         {"name": "B", "folder": "b_2"}],
       "featured_model": "A"}
      """
    let document = try read(text)
    let history = try #require(document.models[0].history)
    #expect(history.loss == TrainingHistory.Series(.epoch, positions: [1, 2], values: [1, 0.5]))
    #expect(history.seconds == TrainingHistory.Series(.epoch, positions: [1, 2], values: [9, 8]))
    #expect(history.accuracy == nil && history.validationLoss?.count == 1 && history.epochs == 2)
    #expect(document.record.environment == RunRecord.Environment(threads: 2))
    for model in document.models {
      #expect(model.recipe?.epochs == 3 && model.recipe?.batchSize == 128 && model.recipe?.seed == .max)
    }
    #expect(document.models[1].folder == "b_2")
    #expect(try self.text(document).contains("\"schema_version\" : 2"))
  }

  @Test(arguments: [
    (#"{"epoch": [1], "value": [1, 2]}"#, "value", "there are 2 values at 1 positions"),
    (#"{"epoch": ["NaN"], "value": [1]}"#, "epoch", "nan is no epoch"),
    (#"{"step": [-1], "value": [1]}"#, "step", "-1.0 is no step"),
    (#"{"value": [1]}"#, "epoch", "there is neither it nor 'step'"),
    (#"{"epoch": [1], "step": [1], "value": [1]}"#, "epoch", "there is 'step' as well"),
  ]) func positionsMustFitTheValues(series: String, field: String, problem: String) throws {
    let whole = #"{"epoch": [1, 2], "value": [1, 0.5]}"#
    try #require(least.contains(whole))
    let error = try #require(self.error(least.replacingOccurrences(of: whole, with: series)))
    #expect(error.place == .field("models[0].history.loss.\(field)") && error.problem.contains(problem), "\(error)")
  }

  /// Epochs need not rise, and may be fractions.
  @Test func positionsAreTakenAsTheyAre() throws {
    let series = #"{"epoch": [0.5, 2, 1, 1], "value": [4, 3, 2, 1]}"#
    let text = least.replacingOccurrences(of: #"{"epoch": [1, 2], "value": [1, 0.5]}"#, with: series)
    let history = try #require(try read(text).models[0].history)
    #expect(history.loss == TrainingHistory.Series(.epoch, positions: [0.5, 2, 1, 1], values: [4, 3, 2, 1]))
    #expect(history.epochs == 2 && history.steps == 0)
  }

  /// Python's json module writes them without quotes.
  @Test func bareNaNIsRead() throws {
    let text = least.replacingOccurrences(of: "[1, 2]", with: "[1, 2, 3, 4]")
      .replacingOccurrences(of: "[1, 0.5]", with: "[NaN, Infinity, -Infinity, 1e-3]")
    let loss = try #require(try read(text).models[0].history?.loss?.values)
    #expect(loss[0].isNaN)
    #expect(loss.dropFirst() == [.infinity, -.infinity, 0.001])
  }

  @Test func aNewerSchemaIsRefused() {
    let newer = least.replacingOccurrences(of: "\"schema_version\": 2", with: "\"schema_version\": 3")
    #expect(
      error(newer)?.description == """
        cannot read JSON file run.json, schema_version: it is 3, and this program reads 1 to 2.
        Use a newer training-report.
        """)
    #expect(error(#"{"schema_version": 3, "all": "is different"}"#)?.place == .field("schema_version"))
    #expect(error(#"{"schema_version": 0}"#)?.place == .field("schema_version"))
  }

  @Test func whatIsWrongIsNamed() {
    #expect(error("")?.problem == "it is not valid JSON")
    #expect(error("{")?.problem == "it is not valid JSON")
    #expect(error("[]")?.place == .wholeFile)
    #expect(error("{}")?.place == .field("schema_version"))
    #expect(error("{}")?.problem == "it is missing")
    #expect(
      error(least.replacingOccurrences(of: "0.5]", with: "\"x\"]"))?.place == .field("models[0].history.loss.value[1]"))
    #expect(error(least.replacingOccurrences(of: "\"folder\"", with: "\"f\""))?.place == .field("models[0].folder"))
    #expect(
      error(least.replacingOccurrences(of: "\"name\": \"d\"", with: "\"name\": 3"))?.place == .field("dataset.name"))
    let nested = String(repeating: "[", count: 100_000)
    #expect(error(nested)?.problem == "it is not valid JSON, or nested more than 512 deep")
  }

  @Test(arguments: [
    (#"{"seed": -1}"#, "seed", "-1 is not a whole number from 0 to 18446744073709551615"),
    (#"{"seed": 1.5}"#, "seed", "1.5 is not a whole number from 0 to 18446744073709551615"),
    (#"{"batch_size": "128"}"#, "batch_size", "its value is of another type: a text, not a number"),
    (#"{"group": 3}"#, "group", "its value is of another type: a number, not a text"),
  ]) func aRecipeIsReadAsFarAsItIsKnown(recipe: String, field: String, problem: String) throws {
    let text = least.replacingOccurrences(of: #""folder": "a","#, with: #""folder": "a", "recipe": \#(recipe),"#)
    let error = try #require(self.error(text))
    #expect(error.place == .field("models[0].recipe.\(field)") && error.problem == problem, "\(error)")
  }

  @Test func fieldsOfOtherTrainersStayInTheRecipe() throws {
    let recipe = #"{"name": "fast", "network": {"kind": "cnn", "width": 64}, "seed": 7, "x": [0.5, null]}"#
    let document = try read(
      least.replacingOccurrences(of: #""folder": "a","#, with: #""folder": "a", "recipe": \#(recipe),"#))
    let read = try #require(document.models[0].recipe)
    #expect(read.name == "fast" && read.network == "cnn" && read.seed == 7 && read.epochs == nil && read.group == nil)
    #expect(read.fields["x"] == .array([.number(0.5), .null]))
    #expect(try self.read(text(document)) == document)
  }

  @Test func membersAreKept() throws {
    let member = ModelRecord.Member(
      folder: "seed_2", recipe: RecipeRecord(epochs: 1, batchSize: 4, seed: 2), history: TrainingHistory(loss: [0.5]),
      test: ModelRecord.Evaluation(loss: nil, accuracy: 0.75))
    let model = ModelRecord(
      name: "A", history: TrainingHistory(loss: [0.6]), historySD: TrainingHistory(loss: [0.1]),
      test: ModelRecord.Evaluation(loss: nil, accuracy: 0.7, accuracySD: 0.05), members: [member, member],
      ensemble: true)
    let document = RunDocument(record: smallRun().record, models: [model])
    let text = try text(document)
    for field in ["history_sd", "accuracy_sd", "members", "ensemble"] { #expect(text.contains("\"\(field)\"")) }
    #expect(try read(text) == document)
  }

  @Test func mutantsAreReadOrRefused() throws {
    let seed = try smallRun().document.json(file: "run.json")
    let outcome = mutate(seed, times: 1_000, words: jsonWords, file: "run.json") { bytes throws(FormatError) in
      let document = try RunDocument(json: bytes, file: "run.json")
      try RunCheck(operation: .read, folder: "run").check(SavedRun(document))
    }
    #expect(outcome.refused > 500 && outcome.read > 10 && outcome.unclear.isEmpty, "\(outcome)")
  }
}
