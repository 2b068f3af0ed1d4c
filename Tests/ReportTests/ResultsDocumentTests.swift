import Foundation
import RunRecords
import Testing

@testable import Report

@Suite struct ResultsDocumentTests {
  private func document(_ run: SavedRun) throws -> [String: Any] {
    let text = try resultsJSON(
      of: RunFacts(of: run),
      figures: [
        DrawnFigure(name: "03_confusion_matrix", files: ["results/03_confusion_matrix.png"]),
        DrawnFigure(name: "04_misclassified_examples", leftOut: "no images"),
      ], files: ["results/summary.txt"])
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func json(_ value: Any?) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: try #require(value), options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
  }

  /// Three of four right: class 0 has precision 2/3 and recall 1, class 1 precision 1 and recall 1/2.
  @Test func holdsEveryMetric() throws {
    var run = SummaryTests.run
    run.models[0].predictions = Predictions(classes: [0, 1, 1, 0], classCount: 2)
    run.models[1].record.history = TrainingHistory(loss: [1, .nan])
    let document = try document(run)
    #expect(document["schema_version"] as? Int == 2)
    let models = try #require(document["models"] as? [[String: Any]])
    #expect(models.map { $0["name"] as? String } == ["Simple NN", "CNN"])
    let cnn = models[1]
    #expect(cnn["parameters"] as? Int == 131_530)
    #expect(cnn["accuracy"] as? Double == 0.9909)
    #expect(cnn["loss"] as? Double == 0.0289)
    #expect(try json(cnn["confusion_matrix"]) == "[[2,0],[1,1]]")
    #expect(try json(cnn["most_confused"]) == #"[{"count":1,"label":"1","predicted":"0"}]"#)
    let classes = try #require(cnn["classes"] as? [[String: Any]])
    #expect(classes.map { $0["name"] as? String } == ["0", "1"])
    #expect(classes.map { $0["support"] as? Int } == [2, 2])
    #expect(classes.map { $0["precision"] as? Double } == [2 / 3.0, 1])
    #expect(classes.map { $0["recall"] as? Double } == [1, 0.5])
    #expect(classes.map { $0["f1"] as? Double } == [0.8, 2 / 3.0])
    #expect((cnn["macro_average"] as? [String: Any])?["recall"] as? Double == 0.75)
    let precision = try #require((cnn["weighted_average"] as? [String: Any])?["precision"] as? Double)
    #expect(abs(precision - 5 / 6.0) < 1e-12)

    let comparison = try #require((document["comparisons"] as? [[String: Any]])?.first)
    #expect(comparison["model"] as? String == "CNN" && comparison["other"] as? String == "Simple NN")
    #expect(comparison["samples"] as? Int == 4 && comparison["difference"] as? Double == 0.25)
    #expect(comparison["only_model"] as? Int == 1 && comparison["only_other"] as? Int == 0)
    let interval = try #require(comparison["interval_95"] as? [Double])
    #expect(abs(interval[0] - -0.2756) < 1e-4 && abs(interval[1] - 0.6090) < 1e-4)

    #expect(
      try json(document["figures"])
        == #"[{"files":["results/03_confusion_matrix.png"],"name":"03_confusion_matrix"},"#
        + #"{"files":[],"left_out":"no images","name":"04_misclassified_examples"}]"#)
    #expect(try json(document["files"]) == #"["results/03_confusion_matrix.png","results/summary.txt"]"#)
    let record = try #require((document["run"] as? [String: Any])?["models"] as? [[String: Any]])
    #expect(try json((record[1]["history"] as? [String: Any])?["loss"]) == #"{"epoch":[1,2],"value":[1,"NaN"]}"#)
  }

  @Test func whatIsNotKnownIsLeftOut() throws {
    var run = SummaryTests.run
    run.models[1].predictions = nil
    run.models[0].record.test = nil
    let document = try document(run)
    let models = try #require(document["models"] as? [[String: Any]])
    #expect(Set(models[0].keys) == ["name", "parameters"])
    #expect(Set(models[1].keys) == ["name", "parameters", "accuracy", "loss"])
    #expect((document["comparisons"] as? [Any])?.isEmpty == true)
  }

  @Test func moreClassesThanAnyoneReadsHaveNoMatrix() throws {
    var run = SummaryTests.run
    run.record.dataset.classNames = (0...RunRecord.Dataset.maximumClasses).map(String.init)
    run.models[1].predictions = Predictions(classes: [0, 0, 1, 0], classCount: RunRecord.Dataset.maximumClasses + 1)
    #expect(RunFacts(of: run).featuredScores == nil)
    #expect(!summaryText(of: RunFacts(of: run)).contains("CLASSIFICATION REPORT"))
  }
}
