import FileFormats
import Testing

@testable import RunRecords

@Suite struct CombinedRunTests {
  private static let dataset = RunRecord.Dataset(
    name: "Shapes", trainingSamples: 9, validationSamples: 2, testSamples: 2, classNames: ["0", "1"], checksum: 7)

  private func training(_ name: String, seed: UInt64?, epochs: Int = 3, accuracy: Double = 0.5) -> SavedModel {
    let recipe = seed.map { RecipeRecord(epochs: epochs, batchSize: 8, seed: $0) }
    return SavedModel(
      record: ModelRecord(
        name: name, parameters: 3, recipe: recipe, history: TrainingHistory(accuracy: [accuracy]),
        test: ModelRecord.Evaluation(loss: 1, accuracy: accuracy)),
      predictions: Predictions(probabilities: [0.75, 0.25, Float(1 - accuracy), Float(accuracy)], classCount: 2),
      weights: [NamedTensor(name: "w", shape: [1], values: [Float(seed ?? 0)])])
  }

  private func part(
    _ name: String, _ models: [SavedModel], labels: [Int]? = [0, 1], dataset: RunRecord.Dataset = dataset
  ) -> CombinedRun.Part {
    CombinedRun.Part(
      name: name,
      run: SavedRun(
        record: RunRecord(
          generator: "test", dataset: dataset, environment: RunRecord.Environment(processor: name, threads: 2),
          featuredModel: models.last?.record.name ?? ""), labels: labels, models: models))
  }

  private func combined(_ parts: CombinedRun.Part..., featured: String? = nil, ensemble: Bool = false) throws
    -> CombinedRun
  {
    try CombinedRun(parts, generator: "combined", featured: featured, ensemble: ensemble)
  }

  @Test func seedsAreOneModelInTheirOrder() throws {
    let combined = try combined(
      part("b", [training("CNN", seed: 10, accuracy: 0.75)]), part("a", [training("CNN", seed: 2, accuracy: 0.25)]))
    let model = try #require(combined.run.models.first)
    #expect(combined.run.models.count == 1 && combined.notes.isEmpty)
    #expect(model.record.members.map(\.folder) == ["seed_2", "seed_10"])
    #expect(model.record.members.map(\.recipe?.name) == ["CNN seed 2", "CNN seed 10"])
    #expect(model.record.members.map(\.recipe?.group) == ["CNN", "CNN"])
    #expect(model.record.test?.accuracy == 0.5 && model.record.recipe == nil)
    #expect(model.members.map(\.weights?.first?.values) == [[2], [10]])
    // The answers are those of the first seed.
    #expect(model.predictions?.probabilities == [0.75, 0.25, 0.75, 0.25])
    #expect(combined.run.record.environment == RunRecord.Environment(threads: 2))
    #expect(combined.run.record.generator == "combined" && combined.run.record.dataset == Self.dataset)
  }

  @Test func membersAreTakenApart() throws {
    let both = SavedModel(
      name: "CNN", meanOf: [("seed 1", training("CNN", seed: 1)), ("seed 3", training("CNN", seed: 3))])
    let combined = try combined(part("a", [both]), part("b", [training("CNN", seed: 2)]))
    #expect(combined.run.models[0].record.members.map(\.folder) == ["seed_1", "seed_2", "seed_3"])
    #expect(combined.run.models[0].members.map(\.weights?.first?.values) == [[1], [2], [3]])
  }

  @Test func otherModelsStayAsTheyAre() throws {
    let (simple, network) = (training("Simple NN", seed: 1), training("CNN", seed: 1))
    let run = try combined(part("a", [simple]), part("b", [network])).run
    #expect(run.models == [simple, network] && run.record.featuredModel == "CNN")
    #expect(try combined(part("a", [simple]), part("b", [network]), featured: "Simple NN").run.featured == simple)
    let unknown = #expect(throws: CombiningError.self) { try combined(part("a", [simple]), featured: "VGG") }
    #expect(unknown == .notFeatured("VGG", models: ["Simple NN"]))
  }

  @Test func anEnsembleIsMadeAnew() throws {
    let (first, second) = (training("CNN", seed: 1, accuracy: 0.25), training("CNN", seed: 2, accuracy: 0.75))
    var old = training("Ensemble", seed: nil)
    old.record.ensemble = true
    let models = try combined(part("a", [first, old]), part("b", [second])).run.models
    #expect(models.map(\.record.name) == ["CNN", "Ensemble"])
    #expect(models[1].predictions?.probabilities == [0.75, 0.25, 0.5, 0.5] && models[1].record.ensemble)
    #expect(try combined(part("a", [first]), part("b", [second]), ensemble: true).run.models.count == 2)
    let single = #expect(throws: CombiningError.self) { try combined(part("a", [first]), ensemble: true) }
    #expect(single == .noEnsemble)
  }

  @Test func whatSomeLackIsTold() throws {
    var (second, third) = (training("CNN", seed: 2), training("CNN", seed: 3))
    second.weights = nil
    (third.predictions, third.weights) = (nil, nil)
    var unknown = Self.dataset
    unknown.checksum = nil
    let combined = try combined(
      part("a", [training("CNN", seed: 1)]), part("b", [second], dataset: unknown), part("c", [third]))
    #expect(
      combined.notes == [
        "no checksum of the data in b; only what is known of them was compared",
        "the predictions of CNN seed 3 are not known", "the weights of CNN seed 2, CNN seed 3 are not known",
      ])
    #expect(combined.run.models[0].members.map { $0.predictions == nil } == [false, false, true])
  }

  @Test func aTrainingIsInOneRunOnly() throws {
    let error = #expect(throws: CombiningError.self) {
      try combined(part("a", [training("CNN", seed: 1)]), part("b", [training("CNN", seed: 1)]))
    }
    #expect(error?.what == "CNN was trained with the seed 1 both in a and in b")
  }

  @Test func modelsOfOneNameDifferInTheirSeedsAlone() throws {
    let error = #expect(throws: CombiningError.self) {
      try combined(part("a", [training("CNN", seed: 1)]), part("b", [training("CNN", seed: 2, epochs: 9)]))
    }
    #expect(error?.what == "the recipes of CNN in a and b differ in epochs")
    let imported = #expect(throws: CombiningError.self) {
      try combined(part("a", [training("CNN", seed: 1)]), part("b", [training("CNN", seed: nil)]))
    }
    #expect(imported?.what == "CNN is in b and in a, and a seed is not known in b")
  }

  @Test func dataAreTheSame() throws {
    func difference(labels: [Int]? = [0, 1], _ change: (inout RunRecord.Dataset) -> Void) -> String? {
      var dataset = Self.dataset
      change(&dataset)
      let error = #expect(throws: CombiningError.self) {
        try combined(
          part("a", [training("CNN", seed: 1)]), part("b", [training("CNN", seed: 2)], labels: labels, dataset: dataset)
        )
      }
      return error?.what
    }
    #expect(
      difference { $0.checksum = 255 } == "a and b have other data: Shapes with CRC-32 7 and Shapes with CRC-32 ff")
    #expect(difference { $0.trainingSamples = 8 } == "a and b have other numbers of training samples: 9 and 8")
    #expect(difference { $0.testSamples = 3 } == "a and b have other numbers of test samples: 2 and 3")
    #expect(difference { $0.classNames = ["0"] } == "a and b have other numbers of classes: 2 and 1")
    #expect(difference { $0.classNames = ["0", "x"] } == "a and b have other names of class 1: 1 and x")
    #expect(difference { ($0.checksum, $0.name) = (nil, "Forms") } == "a and b have other datasets: Shapes and Forms")
    #expect(difference(labels: [1, 1]) { _ in } == "a and b have other labels of test sample 0: 0 and 1")
  }

  /// The same files in a folder of another name, and models that hold out other samples.
  @Test func namesOfTheSameDataMayDiffer() throws {
    var other = Self.dataset
    (other.name, other.validationSamples) = ("Copy", 0)
    let run = try combined(
      part("a", [training("CNN", seed: 1)]), part("b", [training("CNN", seed: 2)], dataset: other)
    ).run
    #expect(run.record.dataset.name == "Shapes" && run.record.dataset.validationSamples == nil)
  }
}
