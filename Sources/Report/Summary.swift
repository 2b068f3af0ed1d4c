import Metrics
import NumberText
import RunRecords

/// `summary.txt`: the original project's summary of a run. What a partial run does not know is left out.
package func summaryText(of facts: RunFacts) -> String {
  let record = facts.record
  let models = facts.models
  let heavyRule = String(repeating: "=", count: 60)
  let lightRule = String(repeating: "-", count: 60)
  var lines = [
    heavyRule, "\(plain(record.dataset.name).uppercased()) DIGIT RECOGNITION - PROJECT SUMMARY", heavyRule, "",
  ]
  if let samples = record.dataset.trainingSamples { lines.append("Training Samples: \(grouped(samples))") }
  if let samples = record.dataset.testSamples { lines.append("Test Samples: \(grouped(samples))") }

  let parameters = models.compactMap { model in
    model.parameters.map { "\(plain(model.name)) Parameters: \(grouped($0))" }
  }
  if !parameters.isEmpty { lines += ["", "MODEL ARCHITECTURES", lightRule] + parameters }

  var results = models.compactMap { model in
    model.test.map { "\(plain(model.name)) Test Accuracy: \(percent($0.accuracy))" }
  }
  // The original's gap between its second model and its first.
  if models.count == 2, let first = models[0].test, let second = models[1].test {
    results.append("Improvement: \(percent(second.accuracy - first.accuracy))")
  }
  if !results.isEmpty { lines += ["", "RESULTS", lightRule] + results }

  if let scores = facts.featuredScores {
    let report = ClassificationReport(scores.matrix, classNames: scores.classNames.map(plain))
    lines += ["", "CLASSIFICATION REPORT", lightRule, report.text(digits: 4)]
  }
  let text = lines.joined(separator: "\n")
  return text.hasSuffix("\n") ? text : text + "\n"
}
