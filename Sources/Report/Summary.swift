import Metrics
import NumberText
import RunRecords

/// `summary.txt`: the original project's summary of a run. What a partial run does not know is left out.
package func summaryText(of facts: RunFacts) -> String {
  let heavyRule = String(repeating: "=", count: 60)
  let head = [heavyRule, heading(of: facts.record.dataset), heavyRule]
  let sections = [
    head, sampleCounts(facts.record.dataset), section("MODEL ARCHITECTURES", architectures(of: facts.models)),
    section("TRAINING", trainings(of: facts.models)), section("RESULTS", results(of: facts.models)),
    section(reportHeading(of: facts), report(of: facts)),
  ]
  let text = sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  return text.hasSuffix("\n") ? text : text + "\n"
}

/// Lines under a heading; none if there is nothing to say.
private func section(_ heading: String, _ lines: [String]) -> [String] {
  lines.isEmpty ? [] : [heading, String(repeating: "-", count: 60)] + lines
}

/// `MNIST DIGIT RECOGNITION - PROJECT SUMMARY`; data that are not known are not named.
private func heading(of dataset: RunRecord.Dataset) -> String {
  guard let name = dataset.name else { return "PROJECT SUMMARY" }
  let subject = plain(name).uppercased()
  return switch dataset.words {
  case .digits: "\(subject) DIGIT RECOGNITION - PROJECT SUMMARY"
  case .samples: "\(subject) - PROJECT SUMMARY"
  }
}

private func sampleCounts(_ dataset: RunRecord.Dataset) -> [String] {
  [
    dataset.trainingSamples.map { "Training Samples: \(grouped($0))" },
    dataset.testSamples.map { "Test Samples: \(grouped($0))" },
  ].compactMap { $0 }
}

private func architectures(of models: [ModelRecord]) -> [String] {
  models.compactMap { model in
    model.parameters.map { "\(plain(model.name)) Parameters: \(grouped($0))" }
  }
}

/// ` (3 runs)` of a model that stands for several.
func runs(of model: ModelRecord) -> String {
  model.members.isEmpty ? "" : " (\(count(model.members.count, "run")))"
}

/// The report is of one run's answers, which is said of a model that stands for several.
private func reportHeading(of facts: RunFacts) -> String {
  let answered = facts.run.featured?.record.answeringMember.map { " (\(plain($0.folder)))" }
  return "CLASSIFICATION REPORT" + (answered ?? "")
}

private func results(of models: [ModelRecord]) -> [String] {
  let accuracies = models.flatMap { model in
    [(model.test, "Test"), (model.validation, "Validation")].compactMap { evaluation, set in
      evaluation.flatMap { accuracyText($0.accuracy, deviation: $0.accuracySD) }.map {
        "\(plain(model.name)) \(set) Accuracy: \($0)\(runs(of: model))"
      }
    }
  }
  // The original's gap between its second model and its first.
  guard models.count == 2, let first = models[0].test, let second = models[1].test else { return accuracies }
  return accuracies + ["Improvement: \(percent(second.accuracy - first.accuracy))"]
}

private func report(of facts: RunFacts) -> [String] {
  guard let scores = facts.featuredScores else { return [] }
  return [ClassificationReport(scores.matrix, classNames: scores.classNames.map(plain)).text(digits: 4)]
}
