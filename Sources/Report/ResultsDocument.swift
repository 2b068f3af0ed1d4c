import FileFormats
import Metrics
import RunRecords
import SystemPackage

/// The results of a run as one JSON document, as docs/json.md describes it: what `--json` prints.
///
/// - Parameters:
///   - figures: what became of the figures that were asked for.
///   - files: the other files that were written.
package func resultsJSON(of facts: RunFacts, figures: [DrawnFigure], files: [FilePath]) throws -> String {
  let document = ResultsDocument(
    run: facts.run.document,
    models: zip(facts.models, facts.scores).map(ResultsDocument.Model.init),
    comparisons: facts.comparisons.map(ResultsDocument.Comparison.init),
    figures: figures.map { ResultsDocument.Figure(name: $0.name, files: $0.files.map(\.string), leftOut: $0.leftOut) },
    files: (figures.flatMap(\.files) + files).map(\.string))
  return String(decoding: try JSON.write(document, .lines, file: "standard output").dropLast(), as: UTF8.self)
}

/// `schema_version` grows with what breaks its readers.
private struct ResultsDocument: Encodable {
  let schemaVersion = 2
  let run: RunDocument
  let models: [Model]
  let comparisons: [Comparison]
  let figures: [Figure]
  let files: [String]

  struct Model: Encodable {
    let name: String
    let parameters: Int?
    let accuracy: Double?
    let accuracySD: Double?
    let validationAccuracy: Double?
    let validationAccuracySD: Double?
    let runs: Int?
    let loss: Double?
    let confusionMatrix: [[Int]]?
    let classes: [Class]?
    let macroAverage: Scores?
    let weightedAverage: Scores?
    let mostConfused: [Confusion]?

    init(_ record: ModelRecord, _ scores: ModelScores?) {
      name = record.name
      parameters = record.parameters
      accuracy = record.test?.accuracy
      accuracySD = record.test?.accuracySD
      validationAccuracy = record.validation?.accuracy
      validationAccuracySD = record.validation?.accuracySD
      runs = record.members.isEmpty ? nil : record.members.count
      loss = record.test?.loss
      confusionMatrix = scores?.matrix.counts
      classes = scores?.report.rows.map { Class(name: $0.name, scores: Scores($0.scores)) }
      macroAverage = (scores?.report.macroAverage).map(Scores.init)
      weightedAverage = (scores?.report.weightedAverage).map(Scores.init)
      mostConfused = scores?.mostConfused.map {
        Confusion(label: $0.label, predicted: $0.predicted, count: $0.count)
      }
    }

    enum CodingKeys: String, CodingKey {
      case name, parameters, accuracy, runs, loss, classes
      case accuracySD = "accuracy_sd"
      case validationAccuracy = "validation_accuracy"
      case validationAccuracySD = "validation_accuracy_sd"
      case confusionMatrix = "confusion_matrix"
      case macroAverage = "macro_average"
      case weightedAverage = "weighted_average"
      case mostConfused = "most_confused"
    }
  }

  struct Scores: Encodable {
    let precision: Double
    let recall: Double
    let f1: Double
    let support: Int

    init(_ scores: ClassificationReport.Scores) {
      precision = scores.precision
      recall = scores.recall
      f1 = scores.f1
      support = scores.support
    }
  }

  /// A class' scores, with its name beside them.
  struct Class: Encodable {
    let name: String
    let scores: Scores

    func encode(to encoder: any Encoder) throws {
      try scores.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
    }

    enum CodingKeys: CodingKey { case name }
  }

  struct Confusion: Encodable {
    let label: String
    let predicted: String
    let count: Int
  }

  struct Comparison: Encodable {
    let model: String
    let other: String
    let samples: Int?
    let onlyModel: Int?
    let onlyOther: Int?
    let runs: [Int]?
    let difference: Double
    let interval: [Double]

    init(_ comparison: ModelComparison) {
      model = comparison.model
      other = comparison.other
      difference = comparison.difference.value
      interval = [comparison.difference.interval.lowerBound, comparison.difference.interval.upperBound]
      switch comparison.difference {
      case .samples(let difference):
        (samples, onlyModel, onlyOther) = (difference.samples, difference.onlyModel, difference.onlyOther)
        runs = nil
      case .runs(let difference):
        (samples, onlyModel, onlyOther) = (nil, nil, nil)
        runs = difference.counts
      }
    }

    enum CodingKeys: String, CodingKey {
      case model, other, samples, runs, difference
      case onlyModel = "only_model"
      case onlyOther = "only_other"
      case interval = "interval_95"
    }
  }

  struct Figure: Encodable {
    let name: String
    let files: [String]
    let leftOut: String?

    enum CodingKeys: String, CodingKey {
      case name, files
      case leftOut = "left_out"
    }
  }

  enum CodingKeys: String, CodingKey {
    case run, models, comparisons, figures, files
    case schemaVersion = "schema_version"
  }
}
