import Datasets
import Randomness
import RunRecords

extension SavedRun {
  /// How many images figure 01 shows, and figures 04 and 05 each.
  static let sampleCount = 15
  static let predictionCount = 20

  /// Chooses the images that the figures show and takes them from the dataset: samples of the training set, and the
  /// first test samples that the featured model got wrong and right.
  ///
  /// - Parameter samples: the first training samples, or random ones drawn with `seed`.
  mutating func chooseImages(from dataset: Dataset, samples: FigureSelection.SampleChoice, seed: UInt64) {
    let training = dataset.training
    let shown = min(Self.sampleCount, training.count)
    var indices = Array(0..<shown)
    if samples == .random {
      var random = SeededRandom(seed: seed, purpose: .figureSamples)
      indices = Array(random.permutation(of: 0..<training.count).prefix(shown))
    }
    var pixels: [UInt8] = []
    var count = 0
    func take(_ index: Int, of images: LabeledImages) -> Int {
      pixels += images.image(index)
      count += 1
      return count - 1
    }

    var selection = FigureSelection(samplesChosen: samples)
    selection.samples = indices.map {
      FigureSelection.Sample(image: take($0, of: training), index: $0, label: Int(training.labels[$0]))
    }
    if let predictions = featuredPredictions, predictions.count == dataset.test.count {
      func first(_ isShown: (Int) -> Bool) -> [FigureSelection.Prediction] {
        (0..<predictions.count).lazy.filter(isShown).prefix(Self.predictionCount).map {
          FigureSelection.Prediction(image: take($0, of: dataset.test), index: $0)
        }
      }
      selection.misclassified = first { predictions.classes[$0] != Int(dataset.test.labels[$0]) }
      selection.correct = first { predictions.classes[$0] == Int(dataset.test.labels[$0]) }
    }
    record.figures = selection
    images = ImageStack(count: count, height: training.height, width: training.width, pixels: pixels)
  }
}
