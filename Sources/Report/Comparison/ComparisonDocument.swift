import FileFormats
import Metrics

/// A comparison as one JSON document, as docs/json.md describes it.
package func comparisonJSON(_ comparison: RunComparison, _ verdict: GateVerdict? = nil) throws -> String {
  let document = ComparisonDocument(
    base: comparison.base, head: comparison.head,
    models: comparison.models.map { ComparisonDocument.Model($0, in: comparison) },
    onlyInBase: comparison.onlyInBase, onlyInHead: comparison.onlyInHead,
    gate: verdict.map(ComparisonDocument.Gate.init))
  return String(decoding: try JSON.write(document, .lines, file: "standard output").dropLast(), as: UTF8.self)
}

/// `schema_version` grows with what breaks its readers.
private struct ComparisonDocument: Encodable {
  let schemaVersion = 1
  let base: String
  let head: String
  let models: [Model]
  let onlyInBase: [String]
  let onlyInHead: [String]
  let gate: Gate?

  enum CodingKeys: String, CodingKey {
    case base, head, models, gate
    case schemaVersion = "schema_version"
    case onlyInBase = "only_in_base"
    case onlyInHead = "only_in_head"
  }

  struct Gate: Encodable {
    let expression: String
    let failed: Bool
    let reason: String

    init(_ verdict: GateVerdict) {
      (expression, failed, reason) = (verdict.expression, verdict.failed, verdict.reason)
    }
  }

  struct Model: Encodable {
    let base: String
    let head: String
    let question: String?
    let verdict: String
    let samples: Int?
    let onlyBase: Int?
    let onlyHead: Int?
    let runs: [Int]?
    let accuracyBase: Double
    let accuracyHead: Double
    let difference: Double
    let interval: [Double]?
    let pValue: Double?
    let test: String?
    let lossBase: Double?
    let lossHead: Double?
    let lossDifference: Double?
    let lossInterval: [Double]?
    let classes: [Class]
    let newlyWrong: [Sample]?
    let newlyRight: [Sample]?
    let confusions: [Confusion]?

    init(_ model: ModelChange, in comparison: RunComparison) {
      (base, head, verdict) = (model.base, model.head, model.verdict)
      switch model.evidence {
      case .samples(let difference):
        (question, runs) = ("samples", nil)
        (samples, onlyBase, onlyHead) = (difference.samples, difference.onlyOther, difference.onlyModel)
      case .runs(let difference):
        (question, runs) = ("seeds", difference.counts.reversed())
        (samples, onlyBase, onlyHead) = (nil, nil, nil)
      case nil:
        (question, runs, samples, onlyBase, onlyHead) = (nil, nil, nil, nil, nil)
      }
      (accuracyBase, accuracyHead) = (model.accuracy.base, model.accuracy.head)
      // Of samples, a quotient of counts, which the difference of two quotients is not to the last bit.
      difference = model.evidence?.value ?? model.accuracy.difference
      interval = model.accuracy.ends
      (pValue, test) = (model.pValue, model.testName)
      (lossBase, lossHead) = (model.loss?.base, model.loss?.head)
      (lossDifference, lossInterval) = (model.loss?.difference, model.loss?.ends)
      classes = model.classes.map(Class.init)
      newlyWrong = model.answers?.newlyWrong.map { Sample($0, in: comparison) }
      newlyRight = model.answers?.newlyRight.map { Sample($0, in: comparison) }
      confusions = model.answers.map { answers in
        (answers.grown + answers.shrunk).map { Confusion($0, in: comparison) }
      }
    }

    enum CodingKeys: String, CodingKey {
      case base, head, question, verdict, samples, runs, difference, test, classes, confusions
      case onlyBase = "only_base"
      case onlyHead = "only_head"
      case accuracyBase = "accuracy_base"
      case accuracyHead = "accuracy_head"
      case interval = "interval_95"
      case pValue = "p_value"
      case lossBase = "loss_base"
      case lossHead = "loss_head"
      case lossDifference = "loss_difference"
      case lossInterval = "loss_interval_95"
      case newlyWrong = "newly_wrong"
      case newlyRight = "newly_right"
    }
  }

  struct Class: Encodable {
    let name: String
    let recallBase: Double
    let recallHead: Double
    let difference: Double
    let interval: [Double]?

    init(_ change: ModelChange.ClassChange) {
      name = change.name
      (recallBase, recallHead) = (change.recall.base, change.recall.head)
      difference = change.recall.difference
      interval = change.recall.ends
    }

    enum CodingKeys: String, CodingKey {
      case name, difference
      case recallBase = "recall_base"
      case recallHead = "recall_head"
      case interval = "interval_95"
    }
  }

  struct Sample: Encodable {
    let sample: Int
    let name: String?
    let label: String
    let base: String
    let head: String

    init(_ change: AnswerChanges.Sample, in comparison: RunComparison) {
      sample = change.place
      name = comparison.sampleNames?[change.place]
      label = comparison.className(change.label)
      (base, head) = (comparison.className(change.base), comparison.className(change.head))
    }
  }

  struct Confusion: Encodable {
    let label: String
    let predicted: String
    let base: Int
    let head: Int

    init(_ change: AnswerChanges.Confusion, in comparison: RunComparison) {
      (label, predicted) = (comparison.className(change.label), comparison.className(change.predicted))
      (base, head) = (change.base, change.head)
    }
  }
}

extension Change {
  /// The ends of the interval.
  fileprivate var ends: [Double]? { interval.map { [$0.lowerBound, $0.upperBound] } }
}
