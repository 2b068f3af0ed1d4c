import Images
import RunRecords
import Testing

@testable import Figures

@Suite struct SavedImagesTests {
  /// Images of one pixel, which is the image's number; the classes take turns.
  private static func images(_ count: Int) -> LabeledImages {
    LabeledImages(
      images: ImageSet(count: count, height: 1, width: 1, pixels: (0..<count).map { UInt8($0) }),
      labels: (0..<count).map { Int32($0 % 2) })
  }

  /// 60 training and 20 test images with what a model answered.
  private func run(
    wrong: [Int]?, samples: FigureSelection.SampleChoice = .first, seed: UInt64 = 1
  ) -> SavedRun {
    let predictions = wrong.map { wrong in
      Predictions(classes: (0..<20).map { wrong.contains($0) ? 1 - $0 % 2 : $0 % 2 }, classCount: 2)
    }
    let test = Self.images(20)
    var run = SavedRun(
      record: RunRecord(
        generator: "tests",
        dataset: RunRecord.Dataset(
          name: "numbers", trainingSamples: 60, validationSamples: nil, testSamples: 20, classNames: ["even", "odd"]),
        featuredModel: "CNN"),
      labels: test.labels.map(Int.init),
      models: [SavedModel(record: ModelRecord(name: "CNN"), predictions: predictions)])
    run.keepImages(training: Self.images(60), test: test.images, samples: samples, seed: seed)
    return run
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
  }

  @Test func figuresThatAskForNoImagesGetNone() {
    var run = run(wrong: [1])
    run.images = nil
    run.keepImages(
      for: [ConfusionMatrixFigure.self, CorrectPredictionsFigure.self], training: Self.images(60),
      test: Self.images(20).images, samples: .first, seed: 1)
    #expect(run.record.figures.samples.isEmpty && run.record.figures.misclassified.isEmpty)
    #expect(run.images?.count == 19)
  }
}
