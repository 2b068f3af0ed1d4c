import Datasets
import Images
import RunRecords
import Testing

@testable import RunAssembly

@Suite struct FigureImagesTests {
  /// 60 training and 20 test images of one pixel, which is the image's number; the classes take turns.
  private let dataset: Dataset = {
    func images(_ count: Int) -> LabeledImages {
      LabeledImages(
        images: ImageSet(count: count, height: 1, width: 1, pixels: (0..<count).map { UInt8($0) }),
        labels: (0..<count).map { Int32($0 % 2) })
    }
    return Dataset(name: "numbers", training: images(60), test: images(20), classNames: ["even", "odd"])
  }()

  private func run(
    wrong: [Int]?, samples: FigureSelection.SampleChoice = .first, models: [String] = ["CNN"], seed: UInt64 = 1
  ) -> SavedRun {
    let predictions = wrong.map { wrong in
      Predictions(classes: (0..<20).map { wrong.contains($0) ? 1 - $0 % 2 : $0 % 2 }, classCount: 2)
    }
    return SavedRun(
      generator: "tests", dataset: dataset, description: RunRecord.Dataset(dataset, validationSamples: nil),
      models: models.map { SavedModel(record: ModelRecord(name: $0), predictions: predictions) },
      featured: models[0], samples: samples, seed: seed)
  }

  @Test func figuresShowTheFirstMistakesAndHits() throws {
    let run = run(wrong: [1, 4])
    #expect(run.record.figures.samples.map(\.index) == Array(0..<15))
    #expect(run.record.figures.samples.map(\.label) == (0..<15).map { $0 % 2 })
    #expect(run.record.figures.misclassified.map(\.index) == [1, 4])
    #expect(run.record.figures.correct.map(\.index) == Array(0..<20).filter { $0 != 1 && $0 != 4 })
    let images = try #require(run.images)
    #expect(images.count == 15 + 2 + 18)
    #expect(Array(images[15]) == [1] && Array(images[16]) == [4])
  }

  @Test func randomSamplesDifferFromEachOtherAndFollowFromTheSeed() {
    let random = run(wrong: [], samples: .random).record.figures.samples.map(\.index)
    #expect(Set(random).count == 15 && random != Array(0..<15) && random.allSatisfy { $0 < 60 })
    #expect(run(wrong: [], samples: .random).record.figures.samples.map(\.index) == random)
    #expect(run(wrong: [], samples: .random, seed: 2).record.figures.samples.map(\.index) != random)
  }

  @Test func withoutPredictionsOnlySamplesAreShown() {
    let run = run(wrong: nil)
    #expect(run.record.figures.misclassified.isEmpty && run.record.figures.correct.isEmpty)
    #expect(run.images?.count == 15)
    #expect(run.labels?.count == 20)
    #expect(run.models.map(\.predictions) == [nil])
  }

  @Test func modelsWhoseNamesGiveOneFolderKeepTheirOwnPredictions() {
    let run = run(wrong: [], models: ["CNN+", "CNN-"])
    #expect(run.models.map(\.record.folder) == ["cnn_", "cnn__2"])
    #expect(run.models.map(\.predictions?.count) == [20, 20])
  }
}
