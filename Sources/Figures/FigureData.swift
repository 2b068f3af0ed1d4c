import Metrics
import RunRecords

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What one figure is drawn from: a run reduced to what this figure shows.
public struct FigureData: Codable, Sendable, Equatable {
  /// The newest version of the form that this program writes and reads.
  static let currentSchemaVersion = 1
  /// Test samples that are restored at most: a small file must not ask for more.
  static let mostSamples = 1_000_000

  /// A model's curves.
  struct Model: Codable, Sendable, Equatable {
    var name: String
    var history: TrainingHistory
  }

  /// A sample that is shown; the image is that at its position. `predicted` and `confidence` are those of test samples.
  struct Example: Codable, Sendable, Equatable {
    var label: Int
    var predicted: Int?
    var confidence: Float?
  }

  /// Grey images, one byte a pixel, in base64.
  struct Images: Codable, Sendable, Equatable {
    var height: Int
    var width: Int
    var pixels: Data
  }

  /// How many test samples of a class were taken for a class, at least one.
  struct Cell: Codable, Sendable, Equatable {
    var label: Int
    var predicted: Int
    var count: Int

    init(label: Int, predicted: Int, count: Int) {
      (self.label, self.predicted, self.count) = (label, predicted, count)
    }

    /// A list of three numbers.
    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      label = try list.decode(Int.self)
      predicted = try list.decode(Int.self)
      count = try list.decode(Int.self)
    }

    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      for number in [label, predicted, count] { try list.encode(number) }
    }
  }

  var schemaVersion = Self.currentSchemaVersion
  /// The figure's name, such as `03_confusion_matrix`.
  var figure: String
  var featuredModel: String
  var classNames: [String]
  var trainingSamples: Int?
  var models: [Model]?
  var classCount: Int?
  var cells: [Cell]?
  var examples: [Example]?
  var images: Images?

  enum CodingKeys: String, CodingKey {
    case figure, models, cells, examples, images
    case schemaVersion = "schema_version"
    case featuredModel = "featured_model"
    case classNames = "class_names"
    case trainingSamples = "training_samples"
    case classCount = "class_count"
  }

  /// The part of `run` that `figure` shows; nil where it gives no such figure, or has more than a million test samples.
  public init?(of figure: ReportFigure, from run: SavedRun) {
    self.figure = figure.rawValue
    featuredModel = run.record.featuredModel
    classNames = run.record.dataset.classNames
    switch figure {
    case .sampleDigits:
      let samples = run.record.figures.samples.prefix(15)
      trainingSamples = run.record.dataset.trainingSamples
      examples = samples.map { Example(label: $0.label) }
      images = run.images?.rows(samples.map(\.image))
    case .trainingComparison:
      classNames = []
      models = run.record.models.compactMap { model in
        model.history.map { history in
          var history = history
          history.seconds = []
          return Model(name: model.name, history: history)
        }
      }
    case .confusionMatrix: guard count(run) else { return nil }
    case .misclassifiedExamples: guard count(run), show(run.record.figures.misclassified, of: run) else { return nil }
    case .correctPredictions: guard count(run), show(run.record.figures.correct, of: run) else { return nil }
    }
    if examples != nil && images == nil { return nil }
  }

  /// Counts the answers of the featured model.
  private mutating func count(_ run: SavedRun) -> Bool {
    guard let (labels, predictions) = try? run.answers(), labels.count <= Self.mostSamples else { return false }
    struct Answer: Hashable { var label: Int, predicted: Int }
    var counts: [Answer: Int] = [:]
    for (label, predicted) in zip(labels, predictions.classes) {
      counts[Answer(label: label, predicted: predicted), default: 0] += 1
    }
    classCount = predictions.classCount
    cells = counts.map { Cell(label: $0.label, predicted: $0.predicted, count: $1) }
      .sorted { ($0.label, $0.predicted) < ($1.label, $1.predicted) }
    return true
  }

  /// Takes the test samples that are shown.
  private mutating func show(_ selection: [FigureSelection.Prediction], of run: SavedRun) -> Bool {
    guard let (labels, predictions) = try? run.answers() else { return false }
    let shown = selection.prefix(20)
    guard shown.allSatisfy({ labels.indices.contains($0.index) }) else { return false }
    examples = shown.map {
      Example(
        label: labels[$0.index], predicted: predictions.classes[$0.index],
        confidence: predictions.confidence(of: $0.index))
    }
    images = run.images?.rows(shown.map(\.image))
    return true
  }
}

extension ImageStack {
  /// Some of the images; nil where one is missing.
  fileprivate func rows(_ rows: [Int]) -> FigureData.Images? {
    guard rows.allSatisfy({ (0..<count).contains($0) }) else { return nil }
    return FigureData.Images(height: height, width: width, pixels: Data(rows.flatMap { self[$0] }))
  }
}
