import Datasets
import RunRecords

/// The samples that models were tested on, as far as they are known.
public struct TestSet: Sendable {
  /// The true class of every sample.
  public var labels: [Int]
  /// The samples' images; nil where they are not known.
  public var images: ImageStack?

  /// Takes labels, and as many images.
  public init(labels: [Int], images: ImageStack?) {
    self.labels = labels
    self.images = images
  }

  /// A dataset's.
  public init(_ samples: LabeledImages) {
    labels = samples.labels.map(Int.init)
    images = ImageStack(
      count: samples.count, height: samples.height, width: samples.width, pixels: samples.images)
  }
}
