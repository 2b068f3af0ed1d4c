import Foundation
import RunRecords
import Testing

@testable import Report

@Suite struct RunComparisonTests {
  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// Two samples that only the base gets right and one that only the head does, of ten: 2 P(X = 0) + P(X = 1) = 5/8 of three
  /// coins, and (-1 ± 1.959964 sqrt(4 - 1 / 12)) / 12.
  @Test func theDocumentHasTheCountsTheIntervalAndTheTest() throws {
    let labels = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1]
    let base = comparedRun("main", labels: labels, answers: [1, 1, 0, 1, 0, 1, 0, 1, 0, 1])
    let head = comparedRun("change", labels: labels, answers: [0, 0, 1, 1, 0, 1, 0, 1, 0, 1])
    let document = try json(comparisonJSON(RunComparison(base, head)))
    let model = try #require((document["models"] as? [[String: Any]])?.first)
    #expect(model["base"] as? String == "CNN" && model["head"] as? String == "CNN")
    #expect(model["samples"] as? Int == 10 && model["only_base"] as? Int == 2 && model["only_head"] as? Int == 1)
    #expect(model["accuracy_base"] as? Double == 0.9 && model["accuracy_head"] as? Double == 0.8)
    #expect(model["difference"] as? Double == -0.1)
    #expect(abs(try #require(model["p_value"] as? Double) - 0.625) < 1e-12)
    #expect(model["test"] as? String == "exact McNemar test, mid-p")
    #expect(model["question"] as? String == "samples" && model["verdict"] as? String == "cannot tell")
    let interval = try #require(model["interval_95"] as? [Double])
    let reach = 1.959963984540054 * (4 - 1 / 12.0).squareRoot() / 12
    #expect(abs(interval[0] - (-1 / 12.0 - reach)) < 1e-12 && abs(interval[1] - (-1 / 12.0 + reach)) < 1e-12)
    let classes = try #require(model["classes"] as? [[String: Any]])
    #expect(classes.map { $0["name"] as? String } == ["cat", "dog"])
    #expect(classes[0]["recall_base"] as? Double == 0.8 && classes[0]["recall_head"] as? Double == 0.8)
    #expect(classes[1]["recall_base"] as? Double == 1 && classes[1]["recall_head"] as? Double == 0.8)
    // Of five dogs, one that only the base gets right: (-1 ± 1.959964 sqrt(2 - 1 / 7)) / 7.
    let recall = try #require(classes[1]["interval_95"] as? [Double])
    #expect(abs(recall[0] - (-1 - 1.959963984540054 * (2 - 1 / 7.0).squareRoot()) / 7) < 1e-12)
    #expect((model["newly_wrong"] as? [[String: Any]])?.map { $0["sample"] as? Int } == [1, 2])
    #expect((model["newly_right"] as? [[String: Any]])?.map { $0["sample"] as? Int } == [0])
    let confusions = try #require(model["confusions"] as? [[String: Any]])
    #expect(confusions.map { $0["label"] as? String } == ["dog"])
    #expect(confusions[0]["base"] as? Int == 0 && confusions[0]["head"] as? Int == 1)
    #expect(document["gate"] == nil)
  }

  @Test func theTextSaysWhatIsWorseAndWhichQuestionItAnswers() throws {
    let runs = worseRuns()
    let text = comparisonText(try RunComparison(runs.base, runs.head))
    #expect(
      text.contains(
        "Worse: test accuracy changes by \u{2212}5.00 points (95% interval \u{2212}6.35 to \u{2212}3.63)."), "\(text)")
    #expect(text.contains("Samples: would these two trained models differ"))
    #expect(text.contains("The base alone is right on 50 of 1,000 test samples, the head alone on 0"))
    #expect(text.contains("dog taken for cat: 0 to 50") && text.contains("Newly wrong: 50"))
    let same = comparisonText(try RunComparison(runs.base, runs.base))
    #expect(same.contains("Cannot tell: test accuracy changes by 0.00 points"))
  }

  @Test func groupsOfSeedsAreComparedOverTheirSeeds() throws {
    func group(_ name: String, _ accuracies: [Double]) -> ComparedRun {
      let members = accuracies.enumerated().map { seed, accuracy in
        ModelRecord.Member(folder: "seed_\(seed)", test: ModelRecord.Evaluation(loss: nil, accuracy: accuracy))
      }
      let model = SavedModel(record: ModelRecord(name: "CNN", members: members))
      return ComparedRun(
        name: name, run: SavedRun(record: RunRecord(generator: "tests", featuredModel: "CNN"), models: [model]))
    }
    // SciPy 1.17.1: ttest_ind(head, base, equal_var=False).pvalue
    let comparison = try RunComparison(group("main", [0.9, 0.88, 0.91]), group("change", [0.91, 0.93, 0.92, 0.95]))
    let document = try json(comparisonJSON(comparison))
    let model = try #require((document["models"] as? [[String: Any]])?.first)
    #expect(abs(try #require(model["p_value"] as? Double) - 0.056430876146371496) < 1e-12)
    #expect(model["test"] as? String == "Welch's t test" && model["question"] as? String == "seeds")
    #expect(model["runs"] as? [Int] == [3, 4] && model["samples"] == nil)
    #expect(comparisonText(comparison).contains("Seeds: would other trainings"))
  }

  @Test func theTrainingWhoseAnswersCountIsNamed() throws {
    let labels = [0, 1, 0, 1]
    let base = comparedRun("main", labels: labels, answers: labels)
    var run = comparedRun("change", labels: labels, answers: [0, 1, 0, 0]).run
    run.models[0].record.members = [0.75, 1].enumerated().map { seed, accuracy in
      ModelRecord.Member(folder: "seed_\(seed)", test: ModelRecord.Evaluation(loss: nil, accuracy: accuracy))
    }
    let text = comparisonText(try RunComparison(base, ComparedRun(name: "change", run: run)))
    #expect(text.contains("The answers are those of seed_0 of the head's 2 trainings."))
    #expect(!comparisonText(try RunComparison(base, base)).contains("The answers are those"))
  }

  @Test func withoutAnswersItCannotTell() throws {
    func bare(_ accuracy: Double) -> ComparedRun {
      let record = ModelRecord(name: "CNN", test: ModelRecord.Evaluation(loss: 0.1, accuracy: accuracy))
      return ComparedRun(
        name: "run",
        run: SavedRun(
          record: RunRecord(generator: "tests", featuredModel: "CNN"), models: [SavedModel(record: record)]))
    }
    let comparison = try RunComparison(bare(0.9), bare(0.95))
    #expect(comparisonText(comparison).contains("Cannot tell: the runs have no predictions"))
    let gate = try Gate(parsing: "accuracy < -1")
    #expect(throws: GateError.self) { try gate.verdict(on: comparison) }
  }

  @Test func otherTestSetsAndClassesAreRefused() {
    let labels = [0, 1, 0, 1]
    let base = comparedRun("main", labels: labels, answers: labels, checksum: 1)
    let others = [
      ("labels of test sample 3", comparedRun("b", labels: [0, 1, 0, 0], answers: labels)),
      ("numbers of test samples", comparedRun("b", labels: [0, 1], answers: [0, 1])),
      ("names of class 1", comparedRun("b", labels: labels, answers: labels, classNames: ["cat", "cow"])),
      ("numbers of classes", comparedRun("b", labels: labels, answers: labels, classNames: ["cat", "dog", "cow"])),
      ("data differ: pets with CRC-32 1", comparedRun("b", labels: labels, answers: labels, checksum: 2)),
    ]
    for (words, head) in others {
      let error = #expect(throws: ComparisonError.self) { try RunComparison(base, head) }
      #expect(error?.what.contains(words) == true && error?.kind == .badData, "\(words)")
    }
  }

  @Test func modelsAreMatchedByNameOrAsTheyArePaired() throws {
    let labels = [0, 1, 0, 1]
    let base = comparedRun("main", labels: labels, answers: labels)
    let head = comparedRun("change", model: "CNN 2", labels: labels, answers: labels)
    let none = #expect(throws: ComparisonError.self) { try RunComparison(base, head) }
    #expect(none?.what.contains("main has CNN, change has CNN 2") == true)
    let paired = try RunComparison(base, head, pairs: [("CNN", "CNN 2")])
    #expect(paired.models.count == 1 && paired.models[0].title == "CNN \u{2192} CNN 2")
    #expect(throws: ComparisonError.noModel("MLP", run: "main", models: ["CNN"])) {
      try RunComparison(base, head, pairs: [("MLP", "CNN 2")])
    }
  }
}
