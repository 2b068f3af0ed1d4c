import Datasets
import Glibc
import FileFormats
import Images
import NeuralNetwork
import RunRecords
import Testing

@testable import Training

@Suite struct SeedsTests {
  private func train(
    _ recipes: [Recipe], on dataset: Dataset = .sides, evaluatingOn set: EvaluationSet = .test, ensemble: Bool = false,
    from checkpoints: [Int: Checkpoint] = [:], events: (TrainingEvent) throws -> Void = { _ in }
  ) throws -> SavedRun {
    let run = try TrainingRun(
      dataset: dataset, recipes: recipes, threads: 1, evaluatingOn: set, ensemble: ensemble)
    return try run.train(
      featured: run.modelNames.last ?? "", generator: "tests", from: checkpoints, events: events)
  }

  private func recipe(_ change: (inout Recipe) -> Void = { _ in }) -> Recipe {
    var recipe = [Recipe].original(epochs: 1)[0]
    change(&recipe)
    return recipe
  }

  @Test func eachSeedIsATrainingOfTheModel() {
    let recipes = [Recipe].original(epochs: 1).training(withSeeds: [1, 5])
    #expect(recipes.map(\.name) == ["Simple NN seed 1", "Simple NN seed 5", "CNN seed 1", "CNN seed 5"])
    #expect(recipes.map(\.seed) == [1, 5, 1, 5])
    #expect(recipes.modelNames == ["Simple NN", "CNN"])
    // Of what has several seeds already, others are taken; one seed is no group.
    #expect(recipes.training(withSeeds: [7, 8]).map(\.name).last == "CNN seed 8")
    #expect(recipes.training(withSeeds: [7]).map(\.name) == ["Simple NN", "CNN"])
    #expect(recipes.training(withSeeds: [7]).map(\.group) == [nil, nil])
  }

  @Test func seedsAreMembersOfOneModel() throws {
    let run = try train([recipe()].training(withSeeds: [1, 2]))
    let model = try #require(run.models.first)
    #expect(run.models.count == 1 && model.record.name == "Simple NN")
    #expect(model.record.members.map(\.folder) == ["seed_1", "seed_2"])
    #expect(model.record.members.map(\.recipe?.seed) == [1, 2])
    for (seed, member) in zip([1, 2] as [UInt64], model.members) {
      let alone = try train([recipe { $0.seed = seed }]).models[0]
      #expect(member.weights == alone.weights)
      #expect(member.predictions == alone.predictions)
    }
    #expect(model.predictions == model.members[0].predictions && model.weights == nil)
    let accuracies = model.record.members.compactMap(\.test?.accuracy)
    #expect(accuracies.count == 2)
    #expect(model.record.test?.accuracy == (accuracies[0] + accuracies[1]) / 2)
  }

  @Test func anEnsembleAnswersWithTheMeanOfAllProbabilities() throws {
    var last: String?
    let run = try train([recipe()].training(withSeeds: [1, 2]) + [recipe { $0.name = "Other" }], ensemble: true) {
      if case .ensembleEvaluated(let name, 3, .test, _) = $0 { last = name }
    }
    #expect(run.models.map(\.record.name) == ["Simple NN", "Other", "Ensemble"])
    #expect(last == "Ensemble" && run.record.featuredModel == "Ensemble")
    let answers = (run.models[0].members.map(\.predictions) + [run.models[1].predictions]).compactMap(\.?.probabilities)
    let ensemble = try #require(run.models[2].predictions?.probabilities)
    #expect(answers.count == 3 && ensemble.count == 40)
    for place in ensemble.indices {
      let mean = answers.map { Double($0[place]) }.reduce(0, +) / 3
      #expect(abs(Double(ensemble[place]) - mean) < 1e-6)
    }
    #expect(run.models[2].record.parameters == 3 * 49_986)
    #expect(run.models[2].record.ensemble && run.models[2].weights == nil)
  }

  @Test func aRunCanLeaveTheTestSetAlone() throws {
    let recipes = [recipe { $0.testShifts = 1 }].training(withSeeds: [1, 2])
    let run = try train(recipes, evaluatingOn: .validation, ensemble: true)
    #expect(run.labels == nil)
    for model in run.models {
      #expect(model.record.test == nil && model.predictions == nil)
      #expect(model.record.validation?.accuracy != nil)
    }
    #expect(run.models[0].record.members.map { $0.validation == nil } == [false, false])
    #expect(run.models[0].members.map(\.predictions) == [nil, nil])
    #expect(run.models[0].members.map { $0.weights == nil } == [false, false])
    // Without shifts it is what the last epoch's validation gave.
    let plain = try train([recipe()], evaluatingOn: .validation).models[0].record
    #expect(plain.validation?.loss == plain.history?.validationLoss?.last)
    #expect(plain.validation?.accuracy == plain.history?.validationAccuracy?.last)
  }

  @Test func nothingIsHeldOutIfTheRecipeSaysSo() throws {
    let everything = recipe { $0.validationSplit = 0 }
    let run = try train([everything])
    #expect(run.record.dataset.validationSamples == 0)
    #expect(run.models[0].record.history?.validationLoss == nil)
    // 60 samples in batches of 10 are 6 steps, which weights of 48 samples have not seen.
    #expect(try run.models[0].weights != train([recipe()]).models[0].weights)
    #expect(try train([everything, recipe { $0.name = "Other" }]).record.dataset.validationSamples == nil)
    let error = #expect(throws: RecipeError.self) { try train([everything], evaluatingOn: .validation) }
    #expect(error?.what.contains("validation_split: it holds out no sample") == true)
  }

  /// The mean over test sets each of which was moved as a whole.
  @Test func testShiftsAreTheMeanOverMovedImages() throws {
    let sides = Dataset.sides
    var sum = [Double](repeating: 0, count: 40)
    for down in -1...1 {
      for right in -1...1 {
        let images = sides.test.images
        var moved = [UInt8](repeating: 0, count: images.pixels.count)
        for image in 0..<images.count {
          for row in 0..<18 {
            for column in 0..<18 where (0..<18).contains(row - down) && (0..<18).contains(column - right) {
              moved[(image * 18 + row) * 18 + column] = images.pixels[(image * 18 + row - down) * 18 + column - right]
            }
          }
        }
        let test = LabeledImages(
          images: ImageSet(count: 20, height: 18, width: 18, pixels: moved), labels: sides.test.labels)
        let dataset = Dataset(
          name: "moved", training: sides.training, test: test, classNames: sides.classNames)
        let answers = try #require(try train([recipe()], on: dataset).models[0].predictions?.probabilities)
        for place in sum.indices { sum[place] += Double(answers[place]) }
      }
    }
    let model = try train([recipe { $0.testShifts = 1 }]).models[0]
    let answers = try #require(model.predictions?.probabilities)
    for (answer, sum) in zip(answers, sum) { #expect(abs(Double(answer) - sum / 9) < 1e-6) }
    var loss = 0.0
    for (sample, label) in sides.test.labels.enumerated() { loss -= log(Double(answers[sample * 2 + Int(label)])) / 20 }
    #expect(abs(try #require(model.record.test?.loss) - loss) < 1e-9)
    #expect(try train([recipe()]).models[0].predictions != model.predictions)
  }

  @Test func aRunOfSeveralSeedsIsResumed() throws {
    struct Interrupted: Error {}
    let recipes = [Recipe].original(epochs: 2).prefix(1).map(\.self).training(withSeeds: [1, 2, 3])
    let whole = try train(recipes, ensemble: true)
    try withCheckpointFolder { folder in
      let run = try TrainingRun(dataset: .sides, recipes: recipes, threads: 1, ensemble: true)
      #expect(throws: Interrupted.self) {
        try run.train(featured: "Ensemble", generator: "tests") { event in
          try folder.hear(event, of: run.start)
          if case .epochFinished(let finished) = event, finished.place == 1, finished.epoch == 1 { throw Interrupted() }
        }
      }
      let checkpoints = try folder.read(of: run.start)
      #expect(checkpoints.mapValues(\.history.epochs) == [0: 2, 1: 1])
      let resumed = try train(recipes, ensemble: true, from: checkpoints)
      #expect(resumed.models.map(\.members) == whole.models.map(\.members))
      #expect(resumed.models.map(\.predictions) == whole.models.map(\.predictions))
      #expect(resumed.models[0].record.test == whole.models[0].record.test)
    }
  }

  @Test func namesMustDiffer() {
    let other = recipe { $0.group = "Simple NN" }
    #expect(throws: RecipeError.modelTwice("Simple NN")) { try train([recipe(), recipe()]) }
    #expect(throws: RecipeError.modelTwice("Simple NN")) { try train([recipe(), other]) }
    #expect(throws: RecipeError.modelTwice("Ensemble")) {
      try train([recipe { $0.name = "Ensemble" }, recipe()], ensemble: true)
    }
    #expect(throws: RecipeError.lonelyEnsemble) { try train([recipe()], ensemble: true) }
  }
}
