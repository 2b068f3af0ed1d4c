import RunRecords

/// What a run says, to tell whether it has changed. Its record is compared as bytes: a history may hold NaN, which does not
/// equal itself.
struct RunContent: Equatable {
  private let record: [UInt8]
  private let labels: [Int]?
  private let images: ImageStack?
  private let predictions: [String: Predictions]

  init(_ run: SavedRun) throws {
    record = try run.record.json(file: "run.json")
    labels = run.labels
    images = run.images
    predictions = run.predictions
  }
}
