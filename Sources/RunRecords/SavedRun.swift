/// A run as the folder `run/` keeps it: all that the figures and the report are drawn from.
///
/// A partial run is a run. Figures say what they need and are left out where it is missing.
public struct SavedRun: Sendable, Equatable {
  /// `run.json`.
  public var record: RunRecord
  /// `images.npy`: the images that `record.figures` shows; nil where there are none.
  public var images: ImageStack?
  /// `labels.npy`: the true class of every test sample; nil where not known.
  public var labels: [Int]?
  /// `<model>/predictions.npy` by the model's folder.
  public var predictions: [String: Predictions]

  /// Creates a run from its parts.
  public init(
    record: RunRecord, images: ImageStack? = nil, labels: [Int]? = nil, predictions: [String: Predictions] = [:]
  ) {
    self.record = record
    self.images = images
    self.labels = labels
    self.predictions = predictions
  }

  /// What the featured model answered; nil where it is not known.
  public var featuredPredictions: Predictions? {
    record.featured.flatMap { predictions[$0.folder] }
  }
}
