import Datasets
import Foundation

/// Times each augmentation with its standard fields on batches of MNIST.
enum AugmentationProfile {
  /// Prints medians beside the time of a whole step without augmentation.
  static func run(on dataset: Dataset, steps: Int, step: Double) throws {
    let (training, samples) = (dataset.training, dataset.split.training)
    let batches = Batches(shuffling: samples, size: StepProfile.samples, seed: 1, epoch: 0)
    var values = [Float](repeating: 0, count: StepProfile.samples * training.images.bytesPerImage)
    func seconds(_ copy: (ArraySlice<Int>, UnsafeMutableBufferPointer<Float>) -> Void) -> Double {
      let clock = ContinuousClock()
      return StepProfile.median(
        (0..<steps).map { index in
          let batch = batches[index % (batches.count - 1)]
          return clock.measure { values.withUnsafeMutableBufferPointer { copy(batch, $0) } } / .seconds(1)
        })
    }
    print("\naugmentation of \(StepProfile.samples) samples\n| kind | ms | share of the step |\n|---|---|---|")
    let plain = seconds { training.copy($0, scaledInto: $1) }
    for kind in Augmentations.all {
      let augmentation = try JSONDecoder().decode(kind, from: Data("{}".utf8))
      guard
        let augmenter = Augmenter(
          [augmentation], of: training, samples: samples, seed: 1, batchSize: StepProfile.samples)
      else { continue }
      let time = seconds { augmenter.copy($0, epoch: 0, scaledInto: $1) } - plain
      print(String(format: "| %@ | %.3f | %.1f %% |", kind.kind, time * 1e3, time / step * 100))
    }
  }
}
