import Datasets
import FileFormats
import Foundation
import Images
import NeuralNetwork
import RunRecords
import Testing

@testable import Training

@Suite struct TrainingRunTests {
  /// 60 images of 18 x 18, bright on the left (class 0) or on the right (class 1), with noise.
  static let dataset: Dataset = {
    func images(_ count: Int) -> LabeledImages {
      var pixels: [UInt8] = []
      for image in 0..<count {
        for place in 0..<18 * 18 {
          let isBright = (place % 18 < 9) == (image % 2 == 0)
          pixels.append(UInt8((isBright ? 180 : 20) + (image * 31 + place * 17) % 50))
        }
      }
      return LabeledImages(
        images: ImageSet(count: count, height: 18, width: 18, pixels: pixels), labels: (0..<count).map { Int32($0 % 2) }
      )
    }
    return Dataset(name: "sides", training: images(60), test: images(20), classNames: ["left", "right"])
  }()

  static func configuration(epochs: Int) -> RunRecord.Configuration {
    RunRecord.Configuration(epochs: epochs, batchSize: 10, seed: 3, threads: 1)
  }

  private func train(
    epochs: Int, from checkpoint: Checkpoint? = nil, save: (Checkpoint) throws -> Void = { _ in },
    events: (TrainingEvent) throws -> Void = { _ in }
  ) throws -> SavedRun {
    try TrainingRun(dataset: Self.dataset, configuration: Self.configuration(epochs: epochs)).train(
      featured: "CNN", samples: .first, generator: "tests", from: checkpoint, save: save, events: events)
  }

  @Test func bothModelsLearnToTellTheSides() throws {
    var epochs: [String] = []
    let run = try train(
      epochs: 3,
      events: { if case .epochFinished(let name, let epoch, _, _) = $0 { epochs.append("\(name) \(epoch)") } })
    #expect(epochs == ["Simple NN 1", "Simple NN 2", "Simple NN 3", "CNN 1", "CNN 2", "CNN 3"])
    let records = run.models.map(\.record)
    #expect(records.map(\.name) == ["Simple NN", "CNN"])
    #expect(records.map { $0.history?.loss?.count } == [3, 3])
    // 324 x 128 + 128, 128 x 64 + 64, 64 x 2 + 2.
    #expect(records[0].parameters == 49_986)
    #expect(run.record.dataset.validationSamples == 12)
    #expect(try #require(records[0].test).accuracy == 1)
    #expect(run.models[1].predictions?.count == 20)
    #expect(run.labels == (0..<20).map { $0 % 2 })
    #expect(run.models[1].weights?.first { $0.name == "conv_1.kernel" }?.shape == [3, 3, 1, 32])
  }

  /// Weights, order and masks are drawn from the seed alone: with them alike, two threads round otherwise than one and no
  /// more, and repeat themselves to the last bit.
  @Test func threadsChangeRoundingsAlone() throws {
    func losses(threads: Int) throws -> [Double] {
      var configuration = Self.configuration(epochs: 1)
      configuration.threads = threads
      let run = try TrainingRun(dataset: Self.dataset, configuration: configuration).train(
        featured: "CNN", samples: .first, generator: "tests", from: nil, save: { _ in }, events: { _ in })
      return run.models.compactMap { $0.record.history?.loss?.values.first }
    }
    let (one, two) = (try losses(threads: 1), try losses(threads: 2))
    #expect(try losses(threads: 2) == two)
    for (loss, reference) in zip(two, one) { #expect(abs(loss - reference) < 1e-3 * reference) }
  }

  @Test func theSameSeedGivesTheSameWeightsAndResumingChangesNothing() throws {
    struct Interrupted: Error {}
    let whole = try train(epochs: 3)
    #expect(try train(epochs: 3).models.map(\.weights) == whole.models.map(\.weights))

    var last: Checkpoint?
    #expect(throws: Interrupted.self) {
      try train(
        epochs: 3, save: { last = $0 },
        events: { if case .epochFinished("CNN", 2, _, _) = $0 { throw Interrupted() } })
    }
    // Through the files, as a new process would.
    let folder = CheckpointFolder(
      FileManager.default.temporaryDirectory.appending(path: "checkpoint-\(UUID().uuidString)").path)
    defer { try? folder.remove() }
    try folder.write(#require(last))
    let run = try TrainingRun(dataset: Self.dataset, configuration: Self.configuration(epochs: 3))
    let checkpoint = try #require(try folder.read(goingOnFrom: run.start))
    #expect(checkpoint.models.map(\.history) == last?.models.map(\.history))
    let resumed = try train(epochs: 3, from: checkpoint)
    #expect(resumed.models.map(\.weights) == whole.models.map(\.weights))
    #expect(resumed.models.map(\.predictions) == whole.models.map(\.predictions))
    #expect(resumed.models[1].record.history?.loss == whole.models[1].record.history?.loss)
  }

  @Test func goingOnWithOtherOptionsOrDataIsRefused() throws {
    var last: Checkpoint?
    _ = try train(epochs: 1, save: { last = $0 })
    let folder = CheckpointFolder(
      FileManager.default.temporaryDirectory.appending(path: "checkpoint-\(UUID().uuidString)").path)
    defer { try? folder.remove() }
    let start = try TrainingRun(dataset: Self.dataset, configuration: Self.configuration(epochs: 1)).start
    #expect(try folder.read(goingOnFrom: start) == nil)
    try folder.write(#require(last))
    #expect(try folder.read(goingOnFrom: start)?.models.count == 2)
    func refusal(_ change: (inout Checkpoint) -> Void) throws -> String {
      var other = start
      change(&other)
      let error = #expect(throws: FormatError.self) { try folder.read(goingOnFrom: other) }
      return error?.description ?? ""
    }
    let options = try refusal {
      $0.configuration.epochs = 2
      $0.configuration.seed = 4
    }
    #expect(
      options.contains("had epochs 1, and now 2 is asked for; seed 3, and now 4 is asked for"), "\(options)")
    #expect(try refusal { $0.dataset.name = "other" }.contains("was on sides, and now other is asked for"))
    #expect(try refusal { $0.dataChecksum ^= 1 }.contains("labels of sides are no longer those"))
  }

  @Test func aCheckpointThatFitsNotTheModelIsRefused() throws {
    var good: Checkpoint?
    _ = try train(epochs: 1, save: { good = $0 })
    let checkpoint = try #require(good)
    func expectRefusal(_ reason: String, _ change: (inout Checkpoint.Model) -> Void) {
      var damaged = checkpoint
      change(&damaged.models[1])
      let error = #expect(throws: TrainingError.self) { try train(epochs: 1, from: damaged) }
      #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
    }
    // 48 samples to train on are 5 batches of 10.
    expectRefusal("6 steps are not those of 1 epochs") { $0.step = 6 }
    expectRefusal("steps are not those of") { $0.step = .max }
    expectRefusal("the weights dense_2.bias are missing") { $0.state.removeAll { $0.name == "dense_2.bias" } }
    expectRefusal("have the shape [3]") { model in
      model.state = model.state.map {
        $0.name == "dense_2.bias" ? NamedTensor(name: $0.name, shape: [3], values: [0, 0, 0]) : $0
      }
    }
  }

  @Test func aLossThatIsNoNumberStopsTheRunAndKeepsTheLastGoodEpoch() throws {
    var good: Checkpoint?
    _ = try train(epochs: 1, save: { good = $0 })
    var broken = try #require(good)
    let model = try #require(broken.models.firstIndex { $0.name == "CNN" })
    let last = try #require(broken.models[model].state.firstIndex { $0.name == "dense_2.bias" })
    broken.models[model].state[last] = NamedTensor(name: "dense_2.bias", shape: [2], values: [.nan, 0])
    broken.configuration.epochs = 2
    var saved: [String] = []
    #expect(throws: TrainingError.lossNotFinite(model: "CNN", epoch: 2, step: 1)) {
      try train(
        epochs: 2, from: broken,
        save: { saved.append($0.models.map { "\($0.name) \($0.history.epochs)" }.joined(separator: ", ")) })
    }
    // The Simple NN's second epoch is kept, the CNN stays at its first.
    #expect(saved == ["Simple NN 2, CNN 1"])
  }

  @Test func aBatchLargerThanTheDataIsRefused() throws {
    let run = try TrainingRun(
      dataset: Self.dataset, configuration: RunRecord.Configuration(epochs: 1, batchSize: 49, seed: 0, threads: 1))
    #expect(throws: TrainingError.batchTooLarge(batchSize: 49, samples: 48)) {
      try run.train(featured: "CNN", samples: .first, generator: "tests", save: { _ in }, events: { _ in })
    }
  }
}
