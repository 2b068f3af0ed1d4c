/// A form in which people keep what a model predicted for the test samples.
protocol PredictionsFormat: Sendable {
  /// Whether a file holds predictions in this form, by its name and first bytes.
  static func recognizes(_ file: ModelFile) -> Bool
  /// Reads the predictions.
  static func read(_ file: ModelFile) throws -> PredictedSamples?
}

/// The predictions that are read.
enum PredictionsFormats {
  /// In this order: a folder with predictions in several forms gives the first.
  static let all: [any PredictionsFormat.Type] = [
    ArrayPredictions.self, NPZPredictions.self, JSONPredictions.self, CSVPredictions.self,
  ]

  /// The predictions in a model's folder; nil if there are none.
  static func predictions(in folder: ModelFiles) throws -> PredictedSamples? {
    for format in all {
      // Of several, the one with the best known name.
      let files = folder.files.filter(format.recognizes)
        .sorted { ($0.predictionsRank, $0.name) < ($1.predictionsRank, $1.name) }
      for file in files { if let predictions = try format.read(file) { return predictions } }
    }
    return nil
  }
}

extension ModelFile {
  fileprivate var predictionsRank: Int { ArrayRole.predictions.rank(of: stem) ?? .max }
}
