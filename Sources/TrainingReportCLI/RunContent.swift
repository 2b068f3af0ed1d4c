import FileFormats
import Images
import RunRecords

/// What a run says, to tell whether it has changed. What may hold NaN, which does not equal itself, is compared as bytes.
struct RunContent: Equatable {
  private let record: [UInt8]
  private let labels: [Int]?
  private let sampleNames: [String]?
  private let images: ImageSet?
  private let predictions: [Predictions?]
  private let members: [[SavedMember]]
  private let extras: [[String: [UInt8]]]

  init(_ run: SavedRun) throws {
    record = try run.document.json(file: "run.json")
    labels = run.labels
    sampleNames = run.sampleNames
    images = run.images
    predictions = run.models.map(\.predictions)
    members = run.models.map(\.members)
    extras = run.models.map { $0.extras.mapValues(NPY.write) }
  }
}
