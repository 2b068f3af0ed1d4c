import Images
import Randomness
import RunRecords

extension SavedRun {
  /// Keeps the images that figures ask for. Of samples that are not known there are none.
  ///
  /// - Parameters:
  ///   - training: the training set.
  ///   - test: the images of the test set, in the order of the labels.
  ///   - samples: whether the first training samples are shown, or random ones drawn with `seed`.
  package mutating func keepImages(
    for figures: [any FigureContent.Type] = FigureCatalogue.all, training: LabeledImages?, test: ImageSet?,
    samples: FigureSelection.SampleChoice, seed: UInt64
  ) {
    let requests = figures.flatMap { $0.images }
    func wanted(_ samples: ImageRequest.Samples) -> Int {
      requests.filter { $0.samples == samples }.map(\.count).max() ?? 0
    }
    var pixels: [UInt8] = []
    var count = 0
    func take(_ image: ArraySlice<UInt8>) -> Int {
      pixels += image
      count += 1
      return count - 1
    }

    var selection = FigureSelection(samplesChosen: samples)
    if let training {
      var indices = Array(0..<training.count)
      if samples == .random {
        var random = SeededRandom(seed: seed, purpose: .figureSamples)
        indices = random.permutation(of: 0..<training.count)
      }
      selection.samples = indices.prefix(wanted(.training)).map {
        FigureSelection.Sample(image: take(training.images[$0]), index: $0, label: Int(training.labels[$0]))
      }
    }
    if let predictions = featuredPredictions, let labels, let test, predictions.count == labels.count {
      func first(_ count: Int, where isShown: (Int) -> Bool) -> [FigureSelection.Prediction] {
        labels.indices.lazy.filter(isShown).prefix(count).map {
          FigureSelection.Prediction(image: take(test[$0]), index: $0)
        }
      }
      selection.misclassified = first(wanted(.misclassified)) { predictions.classes[$0] != labels[$0] }
      selection.correct = first(wanted(.correct)) { predictions.classes[$0] == labels[$0] }
    }
    record.figures = selection
    guard count > 0, let size = training?.images ?? test else { return }
    images = ImageSet(count: count, height: size.height, width: size.width, channels: size.channels, pixels: pixels)
  }
}
