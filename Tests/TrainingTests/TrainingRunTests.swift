import Datasets
import NeuralNetwork
import RunRecords
import Testing

@testable import Training

@Suite struct TrainingRunTests {
  private struct Interrupted: Error {}

  private func train(
    _ recipes: [Recipe], threads: Int = 1, from checkpoints: [Int: Checkpoint] = [:],
    events: (TrainingEvent) throws -> Void = { _ in }
  ) throws -> SavedRun {
    try TrainingRun(dataset: .sides, recipes: recipes, threads: threads).train(
      featured: "CNN", generator: "tests", from: checkpoints, events: events)
  }

  /// Checkpoints as a new process would read them, through the files.
  private func checkpoints(
    of recipes: [Recipe], untilEpoch last: Int, of model: String, _ body: ([Int: Checkpoint]) throws -> Void
  ) throws {
    try withCheckpointFolder { folder in
      let run = try TrainingRun(dataset: .sides, recipes: recipes, threads: 1)
      #expect(throws: Interrupted.self) {
        try run.train(featured: "CNN", generator: "tests") { event in
          try folder.hear(event, of: run.start)
          if case .epochFinished(let finished) = event, finished.name == model, finished.epoch == last {
            throw Interrupted()
          }
        }
      }
      try body(folder.read(of: run.start))
    }
  }

  @Test func bothModelsLearnToTellTheSides() throws {
    var epochs: [String] = []
    let run = try train(.original(epochs: 3)) {
      if case .epochFinished(let finished) = $0 { epochs.append("\(finished.name) \(finished.epoch)") }
    }
    #expect(epochs == ["Simple NN 1", "Simple NN 2", "Simple NN 3", "CNN 1", "CNN 2", "CNN 3"])
    let records = run.models.map(\.record)
    #expect(records.map(\.name) == ["Simple NN", "CNN"])
    #expect(records.map { $0.history?.loss?.count } == [3, 3])
    #expect(records.map(\.recipe?.network) == ["simple_nn", "cnn"])
    #expect(records.map(\.recipe?.batchSize) == [10, 10])
    // 324 x 128 + 128, 128 x 64 + 64, 64 x 2 + 2.
    #expect(records[0].parameters == 49_986)
    #expect(run.record.dataset.validationSamples == 12)
    #expect(run.record.environment?.threads == 1)
    #expect(try #require(records[0].test).accuracy == 1)
    #expect(run.models[1].predictions?.count == 20)
    #expect(run.labels == (0..<20).map { $0 % 2 })
    #expect(run.models[1].weights?.first { $0.name == "conv_1.kernel" }?.shape == [3, 3, 1, 32])
  }

  /// Weights, order and masks are drawn from the seed alone: with them alike, two threads round otherwise than one and no
  /// more, and repeat themselves to the last bit.
  @Test func threadsChangeRoundingsAlone() throws {
    func losses(threads: Int) throws -> [Double] {
      let run = try train(.original(epochs: 1), threads: threads)
      let losses = run.models.compactMap { $0.record.history?.loss?.values.first }
      #expect(losses.count == 2)
      return losses
    }
    let (one, two) = (try losses(threads: 1), try losses(threads: 2))
    #expect(try losses(threads: 2) == two)
    for (loss, reference) in zip(two, one) { #expect(abs(loss - reference) < 1e-3 * reference) }
  }

  /// What a model becomes depends on its recipe, not on the other recipes of the run.
  @Test func aModelAloneBecomesWhatItBecomesBesideOthers() throws {
    let recipes: [Recipe] = .original(epochs: 1)
    #expect(try train([recipes[1]]).models[0].weights == train(recipes).models[1].weights)
  }

  /// The original's recipe, and one with all that has a state or is drawn.
  @Test(arguments: [false, true]) func theSameSeedGivesTheSameWeightsAndResumingChangesNothing(isElaborate: Bool) throws
  {
    var recipes: [Recipe] = .original(epochs: 3)
    if isElaborate {
      for place in recipes.indices {
        recipes[place].optimizer = Averaged(AdamW())
        recipes[place].schedule = OneCycle()
        recipes[place].augmentation = [Shift()]
        recipes[place].loss.labelSmoothing = 0.1
      }
    }
    let whole = try train(recipes)
    #expect(try train(recipes).models.map(\.weights) == whole.models.map(\.weights))
    try checkpoints(of: recipes, untilEpoch: 2, of: "CNN") { checkpoints in
      #expect(checkpoints.mapValues(\.history.epochs) == [0: 3, 1: 2])
      let resumed = try train(recipes, from: checkpoints)
      #expect(resumed.models.map(\.weights) == whole.models.map(\.weights))
      #expect(resumed.models.map(\.predictions) == whole.models.map(\.predictions))
      #expect(resumed.models[1].record.history?.loss == whole.models[1].record.history?.loss)
      #expect(resumed.models[1].record.test == whole.models[1].record.test)
    }
  }

  /// The weights that are saved are those that were evaluated, which are averages.
  @Test func averagesAreEvaluatedAndSaved() throws {
    var recipe = [Recipe].original(epochs: 1)[0]
    let plain = try train([recipe])
    var averaged = Averaged(Adam())
    averaged.decay = 0.9
    recipe.optimizer = averaged
    let run = try train([recipe])
    #expect(run.models[0].record.history?.loss == plain.models[0].record.history?.loss)
    #expect(run.models[0].record.history?.validationLoss != plain.models[0].record.history?.validationLoss)
    #expect(run.models[0].weights != plain.models[0].weights)
    #expect(run.models[0].predictions != plain.models[0].predictions)
  }

  @Test func aCheckpointThatDoesNotFitTheModelIsRefused() throws {
    let recipes: [Recipe] = .original(epochs: 1)
    try checkpoints(of: recipes, untilEpoch: 1, of: "CNN") { checkpoints in
      func expectRefusal(_ reason: String, _ change: (inout Checkpoint) -> Void) throws {
        var damaged = try #require(checkpoints[1])
        change(&damaged)
        let error = #expect(throws: TrainingError.self) { try train(recipes, from: [1: damaged]) }
        #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
      }
      // 48 samples to train on are 5 batches of 10.
      try expectRefusal("6 steps are not those of 1 epochs") { $0.step = 6 }
      try expectRefusal("steps are not those of") { $0.step = .max }
      try expectRefusal("the weights dense_2.bias are missing") { $0.state.removeAll { $0.name == "dense_2.bias" } }
      try expectRefusal("have the shape [3]") { checkpoint in
        checkpoint.state = checkpoint.state.map {
          $0.name == "dense_2.bias" ? NamedTensor(name: $0.name, shape: [3], values: [0, 0, 0]) : $0
        }
      }
    }
  }

  @Test func aLossThatIsNoNumberStopsTheRunAndKeepsTheLastGoodEpoch() throws {
    let recipes: [Recipe] = .original(epochs: 2)
    try checkpoints(of: recipes, untilEpoch: 1, of: "CNN") { checkpoints in
      var broken = checkpoints
      let last = try #require(broken[1]?.state.firstIndex { $0.name == "dense_2.bias" })
      broken[1]?.state[last] = NamedTensor(name: "dense_2.bias", shape: [2], values: [.nan, 0])
      broken[0]?.history = TrainingHistory(loss: [1], accuracy: [0.5])
      broken[0]?.step = 5
      var finished: [String] = []
      #expect(throws: TrainingError.lossNotFinite(model: "CNN", epoch: 2, step: 1)) {
        try train(recipes, from: broken) {
          if case .epochFinished(let epoch) = $0 { finished.append("\(epoch.name) \(epoch.epoch)") }
        }
      }
      // The Simple NN's second epoch is kept, the CNN stays at its first.
      #expect(finished == ["Simple NN 2"])
    }
  }

  @Test func aBatchLargerThanTheDataIsRefused() throws {
    var recipe = Recipe(SimpleNN())
    recipe.batchSize = 49
    #expect(throws: TrainingError.batchTooLarge(batchSize: 49, samples: 48)) {
      try TrainingRun(dataset: .sides, recipes: [recipe], threads: 1)
    }
  }
}
