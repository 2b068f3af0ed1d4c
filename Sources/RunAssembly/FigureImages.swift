import Datasets
import Images
import Randomness
import RunRecords

extension SavedRun {
  /// How many images figure 01 shows, and figures 04 and 05 each.
  static let sampleCount = 15
  static let predictionCount = 20

  /// Chooses the images that the figures show and takes them: samples of the training set, and the first test samples
  /// that the featured model got wrong and right. Where one of the sets is not known its figures show nothing.
  ///
  /// - Parameter samples: the first training samples, or random ones drawn with `seed`.
  mutating func chooseImages(
    training: LabeledImages?, test: ImageSet?, samples: FigureSelection.SampleChoice, seed: UInt64
  ) {
    var pixels: [UInt8] = []
    var count = 0
    func take(_ image: ArraySlice<UInt8>) -> Int {
      pixels += image
      count += 1
      return count - 1
    }

    var selection = FigureSelection(samplesChosen: samples)
    if let training {
      let shown = min(Self.sampleCount, training.count)
      var indices = Array(0..<shown)
      if samples == .random {
        var random = SeededRandom(seed: seed, purpose: .figureSamples)
        indices = Array(random.permutation(of: 0..<training.count).prefix(shown))
      }
      selection.samples = indices.map {
        FigureSelection.Sample(image: take(training.images[$0]), index: $0, label: Int(training.labels[$0]))
      }
    }
    if let predictions = featuredPredictions, let labels, let test, predictions.count == labels.count {
      func first(_ isShown: (Int) -> Bool) -> [FigureSelection.Prediction] {
        (0..<predictions.count).lazy.filter(isShown).prefix(Self.predictionCount).map {
          FigureSelection.Prediction(image: take(test[$0]), index: $0)
        }
      }
      selection.misclassified = first { predictions.classes[$0] != labels[$0] }
      selection.correct = first { predictions.classes[$0] == labels[$0] }
    }
    record.figures = selection
    guard count > 0, let size = training?.images ?? test else { return }
    images = ImageSet(
      count: count, height: size.height, width: size.width, channels: size.channels, pixels: pixels)
  }
}
