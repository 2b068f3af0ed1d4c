import FileFormats
import Files
import SystemPackage
import TestSupport
import Testing

@testable import Importing

@Suite struct JSONPredictionsTests {
  private func samples(_ json: String) throws -> PredictedSamples? {
    try JSONPredictions.read(Array(json.utf8), file: "p.json")
  }

  @Test(arguments: [
    #"{"y_true": [1, 0, 1], "y_pred": [1, 1, 1]}"#,
    #"{"targets": [1, 0, 1], "preds": [1, 1, 1], "note": "test set"}"#,
    #"[{"true": 1, "pred": 1}, {"true": 0, "pred": 1}, {"true": 1, "pred": 1}]"#,
    "{\"label\": 1, \"pred\": 1}\n{\"label\": 0, \"pred\": 1}\n{\"label\": 1, \"pred\": 1}\n",
    #"{"b.png": {"true": 0, "pred": 1}, "a.png": {"true": 1, "pred": 1}, "c.png": {"true": 1, "pred": 1}}"#,
  ])
  func classes(json: String) throws {
    let samples = try #require(try samples(json))
    #expect(samples.values == .classes([1, 1, 1]))
    #expect(samples.truth?.labels == [1, 0, 1])
  }

  /// Names are in the order of their scalars, as scikit-learn sorts them.
  @Test func classesByName() throws {
    let samples = try #require(
      try samples(
        #"[{"file": "a.png", "label": "dog", "predicted": "cat"}, {"file": "b.png", "label": "cat", "predicted": "cat"}]"#
      ))
    #expect(samples.values == .classes([0, 0]))
    #expect(samples.truth?.labels == [1, 0])
    #expect(samples.truth?.names == ["cat", "dog"])
    #expect(samples.truth?.sampleNames == ["a.png", "b.png"])
  }

  @Test(arguments: [
    #"{"labels": [1, 0], "probabilities": [[0.25, 0.75], [0.5, 0.5]]}"#,
    #"[{"label": 1, "probs": [0.25, 0.75]}, {"label": 0, "probs": [0.5, 0.5]}]"#,
    #"{"classes": ["dog", "cat"], "labels": ["cat", "dog"], "probabilities": [[0.25, 0.75], [0.5, 0.5]]}"#,
  ])
  func probabilities(json: String) throws {
    let samples = try #require(try samples(json))
    #expect(samples.values == .probabilities([0.25, 0.75, 0.5, 0.5], columns: 2))
    #expect(samples.truth?.labels == [1, 0])
  }

  @Test func otherDocumentsAreNone() throws {
    for json in [#"{"predictions": 3}"#, #"{"outputs": [], "x": {}}"#, "[1, 2]", "[{}]", #"{"lr": [0.1]}"#] {
      #expect(try samples(json) == nil, "\(json)")
    }
  }

  @Test func damagedOnesAreErrors() {
    for json in [
      #"{"y_pred": [1, 0], "y_true": [1, 5.5]}"#, #"{"y_pred": [-1], "y_true": [0]}"#, #"{"probs": [[2, -1], [NaN"#,
    ] {
      #expect(throws: FormatError.self, "\(json)") { _ = try self.samples(json) }
    }
  }

  /// Beside a log they are not taken for one, nor the log for them.
  @Test func logAndPredictionsAreToldApart() throws {
    try withTemporaryPath { folder in
      try AtomicFile.write(Array(#"{"loss": [0.5, 0.25]}"#.utf8), to: folder.appending("history.json"))
      try AtomicFile.write(Array(#"{"y_true": [1, 0], "y_pred": [1, 1]}"#.utf8), to: folder.appending("test.json"))
      let source = try ModelSource(name: "M", in: folder)
      #expect(source.log?.history.history.loss?.values == [0.5, 0.25])
      #expect(source.predicted?.values == .classes([1, 1]))
    }
  }

  @Test func mutantsAreReadOrRefused() {
    let text = #"[{"label": "cat", "probs": [0.25, 0.75]}, {"label": "dog", "probs": [0.5, 0.5]}]"#
    let outcome = mutate(Array(text.utf8), words: ["null", "[", "{}", "1e999"], file: "p.json") {
      bytes throws(FormatError) in try JSONPredictions.read(bytes, file: "p.json")
    }
    #expect(outcome.refused > 500 && outcome.read > 100 && outcome.unclear.isEmpty, "\(outcome)")
  }
}
