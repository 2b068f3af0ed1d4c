import Randomness
import RunRecords
import Testing

@testable import Importing

/// Random trainings, written in each form of text with the noise that people's files have, and compared with what comes out.
@Suite struct RandomRunTests {
  @Test(arguments: RunWriter.all) func whatWasLoggedComesOut(writer: RunWriter) throws {
    for seed in 0..<60 {
      var random = SeededRandom(seed: UInt64(seed))
      let run = RandomRun(&random, canRepeat: writer.canRepeat, firstEpochs: writer.firstEpochs)
      let text = writer.write(run, &random)
      let log = try #require(try understood([(writer.name, text)]), "seed \(seed)")
      #expect(log.history.history.measures == run.expected, "seed \(seed): \(text)")
    }
  }
}

/// A training as a logger sees it.
struct RandomRun {
  /// What was logged, in order; a measure that was not is not there.
  var records: [(epoch: Int, values: [TrainingHistory.Measure: Double])] = []
  /// The measures that were logged at all.
  var measures: [TrainingHistory.Measure] = []

  init(_ random: inout SeededRandom, canRepeat: Bool, firstEpochs: [Int]) {
    measures = TrainingHistory.Measure.allCases.filter { _ in random.integer(below: 4) > 0 }
    if measures.isEmpty { measures = [.loss] }
    let first = firstEpochs[random.integer(below: firstEpochs.count)]
    let count = 1 + random.integer(below: 9)
    var epochs = Array(first..<first + count)
    if count > 2, random.integer(below: 3) == 0 { epochs.remove(at: 1 + random.integer(below: count - 2)) }
    if canRepeat, count > 2, random.integer(below: 3) == 0 {
      // Another fit, or a run that was resumed.
      let from = first <= 1 && random.integer(below: 2) == 0 ? first : first + count / 2
      epochs += from..<from + 1 + random.integer(below: 6)
    }
    let interval = 1 + random.integer(below: 3)
    for (place, epoch) in epochs.enumerated() {
      var values: [TrainingHistory.Measure: Double] = [:]
      for measure in measures {
        let isValidation = [.validationLoss, .validationAccuracy].contains(measure)
        if isValidation, place % interval != interval - 1, place != epochs.count - 1 { continue }
        values[measure] = Double(random.integer(below: 1024)) / 1024
      }
      records.append((epoch, values))
    }
  }

  /// The history, by the rules as people would apply them with a pencil.
  var expected: TrainingHistory {
    let shift = records[0].epoch == 0 ? 1 : 0
    var offset = shift
    var points: [TrainingHistory.Measure: [Int: Double]] = [:]
    var last = records[0].epoch
    for (epoch, values) in records {
      if epoch < last, epoch == records[0].epoch, epoch <= 1 { offset += last + 1 - epoch }
      last = epoch
      for (measure, value) in values { points[measure, default: [:]][epoch + offset] = value }
    }
    var history = TrainingHistory()
    for (measure, values) in points {
      let sorted = values.sorted { $0.key < $1.key }
      history[measure] = TrainingHistory.Series(
        .epoch, positions: sorted.map { Double($0.key) }, values: sorted.map(\.value))
    }
    return history
  }
}

/// A way to write a training.
struct RunWriter: Sendable, CustomTestStringConvertible {
  let name: String
  var canRepeat = true
  var firstEpochs = [0, 1, 1, 7]
  let write: @Sendable (RandomRun, inout SeededRandom) -> String
  var testDescription: String { name }

  static let all = [
    RunWriter(name: "wide.csv") { run, random in table(run, &random) },
    RunWriter(name: "training.log") { run, random in table(run, &random).replacing("\n", with: "\r\n") },
    RunWriter(name: "long.csv") { run, random in
      var lines = ["epoch,phase,loss,acc"]
      for (epoch, values) in run.records {
        for (phase, loss, accuracy) in [
          ("train", TrainingHistory.Measure.loss, TrainingHistory.Measure.accuracy),
          ("val", .validationLoss, .validationAccuracy),
        ] where phase == "train" || values[loss] != nil || values[accuracy] != nil {
          lines.append("\(epoch),\(phase),\(text(values[loss])),\(text(values[accuracy]))")
        }
      }
      return lines.joined(separator: "\n")
    },
    RunWriter(name: "lightning.csv") { run, random in
      var lines = ["epoch,step,train_loss_epoch,train_acc_epoch,val_loss,val_acc,lr-Adam"]
      for (place, (epoch, values)) in run.records.enumerated() {
        lines.append("\(epoch),\(place),,,\(text(values[.validationLoss])),\(text(values[.validationAccuracy])),")
        lines.append("\(epoch),\(place),\(text(values[.loss])),\(text(values[.accuracy])),,,0.1")
      }
      return lines.joined(separator: "\n")
    },
    RunWriter(name: "lines.jsonl") { run, random in
      records(run, &random, "train_loss", "train_acc", "valid_loss", "valid_acc").joined(separator: "\n")
        + "\n{\"end\": 1}"
    },
    RunWriter(name: "records.json") { run, random in
      "[" + records(run, &random, "loss", "accuracy", "val_loss", "val_accuracy").joined(separator: ",\n ") + "]"
    },
    RunWriter(name: "nested.json") { run, random in
      let entries = run.records.map { epoch, values in
        let train = object([("loss", values[.loss]), ("top1", values[.accuracy])], &random)
        let validation = object([("loss", values[.validationLoss]), ("top1", values[.validationAccuracy])], &random)
        return "{\"epoch\": \(epoch), \"train\": \(train), \"eval\": \(validation)}"
      }
      return "{\"history\": [\(entries.joined(separator: ", "))], \"seed\": 3}"
    },
    RunWriter(name: "columns.json") { run, random in
      var columns = ["\"epoch\": [\(run.records.map { "\($0.epoch)" }.joined(separator: ", "))]", "\"name\": \"net\""]
      for measure in run.measures {
        let cells = run.records.map {
          $0.values[measure].map { random.integer(below: 2) == 0 ? "\($0)" : "\"\($0)\"" } ?? "null"
        }
        columns.append("\"\(measure.rawValue)\": [\(cells.joined(separator: ", "))]")
      }
      return "{\(columns.joined(separator: ", "))}"
    },
    RunWriter(name: "index.json", canRepeat: false) { run, random in
      let entries = run.records.map { epoch, values in
        "\"\(epoch)\": " + object(TrainingHistory.Measure.allCases.map { ($0.rawValue, values[$0]) }, &random)
      }
      return "{\(entries.reversed().joined(separator: ", "))}"
    },
    RunWriter(name: "split.json") { run, random in
      let rows = run.records.map { epoch, values in
        "[\(epoch), \(TrainingHistory.Measure.allCases.map { values[$0].map { "\($0)" } ?? "null" }.joined(separator: ", "))]"
      }
      let names = (["epoch"] + TrainingHistory.Measure.allCases.map(\.rawValue)).map { "\"\($0)\"" }
      return "{\"columns\":[\(names.joined(separator: ","))],\"index\":[],\"data\":[\(rows.joined(separator: ","))]}"
    },
    RunWriter(name: "trainer_state.json", firstEpochs: [1, 5]) { run, random in
      let entries = run.records.flatMap { epoch, values in
        let training = [("loss", values[.loss]), ("accuracy", values[.accuracy])]
        let evaluation = [("eval_loss", values[.validationLoss]), ("eval_accuracy", values[.validationAccuracy])]
        return [training, evaluation].map { object([("epoch", Double(epoch))] + $0, &random) }
      }
      return
        "{\"log_history\": [\(entries.joined(separator: ", ")), {\"epoch\": 9.0, \"train_loss\": 7, \"train_runtime\": 1}]}"
    },
  ]

  private static func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }

  /// A table with a column for each measure, in the styles of spreadsheets and loggers.
  private static func table(_ run: RandomRun, _ random: inout SeededRandom) -> String {
    let separator = [",", ";", "\t", ", ", " ;"][random.integer(below: 5)]
    let isComma = !separator.contains(",") && random.integer(below: 2) == 0
    let isPercent = random.integer(below: 3) == 0
    let names: [TrainingHistory.Measure: String] = [
      .loss: "train_loss", .accuracy: "Train Acc", .validationLoss: "val/loss",
      .validationAccuracy: "validation_accuracy",
    ]
    var columns: [(name: String, measure: TrainingHistory.Measure?)] = run.measures.map { (names[$0] ?? "", $0) }
    columns.append(("lr", nil))
    columns.shuffle(using: &random)
    var lines = [(["Epoch"] + columns.map(\.name)).joined(separator: separator)]
    for (epoch, values) in run.records {
      var cells = ["\(epoch)"]
      for (_, measure) in columns {
        guard let measure else {
          cells.append("0.1")
          continue
        }
        guard let value = values[measure] else {
          cells.append(["", "NA", "None", " "][random.integer(below: 4)])
          continue
        }
        let isAccuracy = [.accuracy, .validationAccuracy].contains(measure)
        var cell = isPercent && isAccuracy ? "\(value * 100)%" : "\(value)"
        if isComma { cell = cell.replacing(".", with: ",") }
        cells.append(cell)
      }
      lines.append(cells.joined(separator: separator))
      if random.integer(below: 8) == 0 { lines.append("") }
    }
    return (random.integer(below: 4) == 0 ? "\u{FEFF}" : "") + lines.joined(separator: "\n") + "\n"
  }

  private static func records(
    _ run: RandomRun, _ random: inout SeededRandom, _ loss: String, _ accuracy: String, _ validationLoss: String,
    _ validationAccuracy: String
  ) -> [String] {
    run.records.map { epoch, values in
      object(
        [
          ("epoch", Double(epoch)), (loss, values[.loss]), (accuracy, values[.accuracy]),
          (validationLoss, values[.validationLoss]),
          (validationAccuracy, values[.validationAccuracy]), ("time", 12.5),
        ], &random)
    }
  }

  /// An object with its members in any order.
  private static func object(_ members: [(String, Double?)], _ random: inout SeededRandom) -> String {
    var texts = members.compactMap { name, value in value.map { "\"\(name)\": \($0)" } }
    texts.shuffle(using: &random)
    return "{\(texts.joined(separator: ", "))}"
  }
}
