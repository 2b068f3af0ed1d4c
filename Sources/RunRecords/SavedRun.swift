import Images

/// A run as the folder `run/` keeps it: all that the figures and the report are drawn from.
///
/// A partial run is a run. Figures say what they need and are left out if it is missing.
package struct SavedRun: Sendable, Equatable {
  /// What `run.json` says of the run as a whole.
  package var record: RunRecord
  /// `labels.npy`: the true class of every test sample; nil if not known.
  package var labels: [Int]?
  /// `samples.json`: what each test sample is called, such as its file; nil if they have no names.
  package var sampleNames: [String]?
  /// `images.npy`: the images that `record.figures` shows; nil if there are none.
  package var images: ImageSet?
  /// The models in the order in which they are shown.
  package var models: [SavedModel]

  /// Creates a run from its parts. Models whose names give the same folder get folders of their own.
  package init(
    record: RunRecord, labels: [Int]? = nil, sampleNames: [String]? = nil, images: ImageSet? = nil,
    models: [SavedModel] = []
  ) {
    self.record = record
    self.labels = labels
    self.sampleNames = sampleNames
    self.images = images
    self.models = models
    for (index, folder) in ModelRecord.distinct(models.map(\.record.folder)).enumerated() {
      self.models[index].record.folder = folder
    }
  }

  /// What `run.json` holds.
  package var document: RunDocument { RunDocument(record: record, models: models.map(\.record)) }

  /// The model that figures 03 and up show; nil if the name is none of `models`.
  package var featured: SavedModel? {
    models.first { $0.record.name == record.featuredModel }
  }

  /// What the featured model answered; nil if it is not known.
  package var featuredPredictions: Predictions? { featured?.predictions }
}
