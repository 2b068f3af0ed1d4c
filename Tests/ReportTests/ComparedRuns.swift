import RunRecords

@testable import Report

/// A run of one model with answers to test samples of two classes, `cat` and `dog`.
func comparedRun(
  _ name: String, model: String = "CNN", labels: [Int], answers: [Int], checksum: UInt32? = nil,
  classNames: [String] = ["cat", "dog"]
) -> ComparedRun {
  let right = zip(labels, answers).count { $0 == $1 }
  let saved = SavedModel(
    record: ModelRecord(
      name: model, test: ModelRecord.Evaluation(loss: nil, accuracy: Double(right) / Double(labels.count))),
    predictions: Predictions(classes: answers, classCount: classNames.count))
  let dataset = RunRecord.Dataset(
    name: "pets", testSamples: labels.count, classNames: classNames, checksum: checksum)
  return ComparedRun(
    name: name,
    run: SavedRun(
      record: RunRecord(generator: "tests", dataset: dataset, featuredModel: model), labels: labels, models: [saved]))
}

/// 1,000 samples, of which the base gets all right, and the head takes 50 dogs for cats.
///
/// The interval is (-50 ± 1.96 sqrt(51 - 2500 / 1002)) / 1002, which is -6.352 to -3.628 percentage points.
func worseRuns() -> (base: ComparedRun, head: ComparedRun) {
  let labels = (0..<1000).map { $0 % 2 }
  let answers = labels.enumerated().map { $0 < 100 ? 0 : $1 }
  return (comparedRun("main", labels: labels, answers: labels), comparedRun("change", labels: labels, answers: answers))
}
