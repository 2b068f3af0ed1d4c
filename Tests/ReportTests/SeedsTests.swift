import FileFormats
import Foundation
import RunRecords
import Testing

@testable import Report

/// What is told of models that were trained with several seeds, of an ensemble, and of a run that leaves the test set alone.
@Suite struct SeedsTests {
  private func training(_ name: String, seed: UInt64, accuracy: Double, answers: [Int]) -> SavedModel {
    SavedModel(
      record: ModelRecord(
        name: name, parameters: 10, recipe: RecipeRecord(epochs: 5, batchSize: 128, seed: seed),
        test: ModelRecord.Evaluation(loss: 0.5, accuracy: accuracy)),
      predictions: Predictions(classes: answers, classCount: 2))
  }

  private func seeds(_ name: String, _ accuracies: [Double]) -> SavedModel {
    SavedModel(
      name: name,
      meanOf: accuracies.enumerated().map { place, accuracy in
        let seed = UInt64(place + 1)
        return ("seed \(seed)", training(name, seed: seed, accuracy: accuracy, answers: [0, 1, 0, 0]))
      })
  }

  private func run(_ models: SavedModel...) -> SavedRun {
    SavedRun(
      record: RunRecord(
        generator: "tests",
        dataset: RunRecord.Dataset(
          name: "shapes", trainingSamples: 10, validationSamples: 0, testSamples: 4, classNames: ["a", "b"]),
        featuredModel: models.last?.record.name ?? ""),
      labels: [0, 1, 0, 1], models: models)
  }

  private func words(_ lines: [[Inline]]) -> [String] { lines.map { $0.map(\.words).joined() } }

  /// Means 0.6 and 0.8, variances 0.01: e² = 2 x 0.01 / 3, four degrees of freedom, t = 2.7764451, so 0.2 ± 0.2266957.
  @Test func modelsWithSeveralSeedsAreComparedOverTheirSeeds() throws {
    let facts = RunFacts(of: run(seeds("A", [0.5, 0.6, 0.7]), seeds("B", [0.7, 0.8, 0.9])))
    #expect(
      words(findings(of: facts)).first
        == "B and A are 20.00 percentage points apart in mean test accuracy over 3 runs and 3 "
        + "runs, which leaves open which is better (B less A: 95% confidence interval \u{2212}2.67 to 42.67).")
    let json = try resultsJSON(of: facts, figures: [], files: [])
    let document = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let comparison = try #require((document["comparisons"] as? [[String: Any]])?.first)
    #expect(comparison["runs"] as? [Int] == [3, 3] && comparison["samples"] == nil)
    #expect(abs(try #require(comparison["difference"] as? Double) - 0.2) < 1e-12)
    let interval = try #require(comparison["interval_95"] as? [Double])
    #expect(abs(interval[0] - -0.0266957) < 1e-6 && abs(interval[1] - 0.4266957) < 1e-6)
  }

  @Test func aClearGapOverSeedsIsOne() {
    let facts = RunFacts(of: run(seeds("A", [0.5, 0.5, 0.5, 0.5]), seeds("B", [0.75, 0.75])))
    #expect(
      words(findings(of: facts)).first
        == "B is 25.00 percentage points ahead of A in mean test accuracy over 2 runs and 4 "
        + "runs (95% confidence interval 25.00 to 25.00).")
  }

  /// A mean cannot be right on a sample: the training that stands for it is named.
  @Test func aSingleModelIsComparedWithTheTrainingThatAnswers() {
    let facts = RunFacts(of: run(seeds("A", [0.75, 0.5]), training("B", seed: 1, accuracy: 1, answers: [0, 1, 0, 1])))
    #expect(words(findings(of: facts)).first?.hasPrefix("B and A (seed_1) are 25.00 percentage points apart") == true)
  }

  @Test func theSeedsAreTold() {
    func line(_ models: SavedModel...) -> String? {
      words(description(of: RunFacts(of: run(models[0])))).dropFirst().first
    }
    #expect(line(seeds("A", [1])) == "Trained for 5 epochs in batches of 128 with seed 1.")
    #expect(line(seeds("A", [1, 1])) == "Trained for 5 epochs in batches of 128 with seeds 1 and 2.")
    #expect(line(seeds("A", [1, 1, 1])) == "Trained for 5 epochs in batches of 128 with seeds 1 to 3.")
    var other = training("A", seed: 7, accuracy: 1, answers: [])
    other.record.recipe = RecipeRecord(epochs: 30, batchSize: 64, seed: 7)
    let both = words(description(of: RunFacts(of: run(seeds("A", [1, 1]), other))))
    #expect(both.contains("Trained for 5 to 30 epochs in batches of 64 to 128 with seeds 1, 2 and 7."))
    // Nothing is held out.
    #expect(both.first == "10 training samples and 4 test samples of 2 classes.")
  }

  @Test func anEnsembleIsTold() throws {
    func probable(_ name: String, _ probabilities: [Float]) -> SavedModel {
      SavedModel(record: ModelRecord(name: name), predictions: Predictions(probabilities: probabilities, classCount: 2))
    }
    let ensemble = try #require(SavedModel(ensembleOf: [probable("A", [1, 0]), probable("B", [0, 1])]))
    #expect(
      words(description(of: RunFacts(of: run(ensemble)))).last
        == "Ensemble answers with the mean of the probabilities of all networks of the other models.")
  }

  @Test func aRunWithoutTheTestSetTellsOfItsValidation() {
    var models = [0.5, 0.7].map { accuracy -> (name: String, model: SavedModel) in
      let validation = ModelRecord.Evaluation(loss: 1, accuracy: accuracy)
      return ("\(accuracy)", SavedModel(record: ModelRecord(name: "A", validation: validation)))
    }
    models.reverse()
    let facts = RunFacts(of: run(SavedModel(name: "A", meanOf: models)))
    #expect(summaryText(of: facts).contains("\nA Validation Accuracy: 60.00% ± 14.14% (2 runs)\n"))
    #expect(resultsText(of: facts).contains("A           60.00% ± 14.14%"))
  }
}
