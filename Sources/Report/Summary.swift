import Metrics
import RunRecords

/// `summary.txt`: the original project's summary of a run. What a partial run does not know is left out.
public func summaryText(of run: SavedRun) -> String {
  let record = run.record
  let heavyRule = String(repeating: "=", count: 60)
  let lightRule = String(repeating: "-", count: 60)
  var lines = [heavyRule, "\(record.dataset.name) DIGIT RECOGNITION - PROJECT SUMMARY", heavyRule, ""]
  if let samples = record.dataset.trainingSamples { lines.append("Training Samples: \(grouped(samples))") }
  if let samples = record.dataset.testSamples { lines.append("Test Samples: \(grouped(samples))") }

  let parameters = record.models.compactMap { model in
    model.parameters.map { "\(model.name) Parameters: \(grouped($0))" }
  }
  if !parameters.isEmpty { lines += ["", "MODEL ARCHITECTURES", lightRule] + parameters }

  var results = record.models.compactMap { model in
    model.test.map { "\(model.name) Test Accuracy: \(percent($0.accuracy))" }
  }
  // The original's gap between its second model and its first.
  if record.models.count == 2, let first = record.models[0].test, let second = record.models[1].test {
    results.append("Improvement: \(percent(second.accuracy - first.accuracy))")
  }
  if !results.isEmpty { lines += ["", "RESULTS", lightRule] + results }

  if let matrix = confusionMatrix(of: run) {
    let report = ClassificationReport(matrix, classNames: record.dataset.classNames).text(digits: 4)
    lines += ["", "CLASSIFICATION REPORT", lightRule, report]
  }
  let text = lines.joined(separator: "\n")
  return text.hasSuffix("\n") ? text : text + "\n"
}

/// The featured model's confusion matrix on the test samples; nil where labels or predictions are not known.
func confusionMatrix(of run: SavedRun) -> ConfusionMatrix? {
  guard let labels = run.labels, let predictions = run.featuredPredictions else { return nil }
  return ConfusionMatrix(labels: labels, predictions: predictions.classes, classCount: predictions.classCount)
}
