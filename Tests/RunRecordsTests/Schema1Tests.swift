import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import RunRecords

/// The run that version 0.1.0 shipped with, without its predictions.
@Suite struct Schema1Tests {
  private func run() throws -> SavedRun {
    try SavedRun.read(from: FilePath(pathBesideTest("Fixtures/schema_1").path))
  }

  @Test func whatIsSaidOfTheRunIsRead() throws {
    let run = try run()
    #expect(run.record.generator == "training-report 0.1.0")
    #expect(
      run.record.dataset
        == RunRecord.Dataset(
          name: "MNIST", trainingSamples: 60_000, validationSamples: 12_000, testSamples: 10_000,
          classNames: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]))
    #expect(
      run.record.environment
        == RunRecord.Environment(
          system: "Linux x86_64", processor: "AMD EPYC", computeLibrary: "oneDNN 2.6.3", instructionSet: "AVX2",
          threads: 2))
    #expect(run.record.featuredModel == "CNN")
    #expect(run.record.figures.samples.prefix(2).map(\.label) == [5, 0])
    #expect(run.record.figures.misclassified.prefix(3).map(\.index) == [18, 175, 247])
    #expect(run.labels?.prefix(5) == [7, 2, 1, 0, 4] && run.labels?.count == 10_000)
    let images = try #require(run.images)
    #expect((images.count, images.height, images.width, images.channels) == (55, 28, 28, 1))
  }

  @Test func eachModelHasItsHistoryAndTheRunsRecipe() throws {
    let models = try run().models.map(\.record)
    #expect(models.map(\.name) == ["Simple NN", "CNN"] && models.map(\.folder) == ["simple_nn", "cnn"])
    #expect(models.map(\.parameters) == [109_386, 131_530])
    #expect(models.map(\.test?.accuracy) == [0.9785, 0.9909])
    #expect(models[1].test?.loss == 0.039807787259367095)
    for model in models {
      #expect(model.recipe == RecipeRecord(epochs: 10, batchSize: 128, seed: 42))
      #expect(model.history?.epochs == 10)
      #expect(
        Set(try #require(model.history).series.keys) == ["loss", "accuracy", "val_loss", "val_accuracy", "seconds"])
    }
    let accuracy = try #require(models[1].history?.validationAccuracy)
    #expect(accuracy.axis == .epoch && accuracy.positions == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    #expect(accuracy.values[0] == 0.5346666666666666 && accuracy.values[9] == 0.9895)
    #expect(models[0].history?.seconds?.values.first == 0.442865679)
  }
}
