import Metrics
import NumberText
import RunRecords

/// What can be said of a run in words, a sentence or two each. What a partial run does not tell is left out.
func findings(of facts: RunFacts) -> [[Inline]] {
  var sentences = facts.comparisons.map { comparison in
    switch comparison.difference {
    case .samples(let difference):
      sentence(on: difference, of: name(of: comparison.model, facts), and: name(of: comparison.other, facts))
    case .runs(let difference): sentence(on: difference, of: comparison.model, and: comparison.other)
    }
  }
  if let scores = facts.featuredScores { sentences += mistakes(of: scores) }
  return sentences + facts.models.compactMap(lowestValidationLoss)
}

/// How far apart two models are, and whether the test set can tell.
private func sentence(on difference: PairedDifference, of model: String, and other: String) -> [Inline] {
  let alone =
    "\(model) alone is right on \(grouped(difference.onlyModel)) of the \(grouped(difference.samples)) test samples, "
    + "\(other) alone on \(grouped(difference.onlyOther))."
  let interval = difference.interval
  let between = "95% confidence interval \(points(interval.lowerBound)) to \(points(interval.upperBound))"
  let apart = "\(points(abs(difference.difference))) percentage points"
  if difference.isUndecided {
    let gap = difference.difference == 0 ? "are equally accurate" : "are \(apart) apart"
    return [
      .strong("\(model) and \(other) \(gap)"),
      " on the test set, which leaves open which is better (\(model) less \(other): \(between)). \(alone)",
    ]
  }
  let ahead = difference.difference > 0 ? "ahead of" : "behind"
  return [.strong("\(model) is \(apart) \(ahead) \(other)"), " in test accuracy (\(between)). \(alone)"]
}

/// How far apart the means of two models are, and whether their trainings can tell.
private func sentence(on difference: MeanDifference, of model: String, and other: String) -> [Inline] {
  let interval = difference.interval
  let between = "95% confidence interval \(points(interval.lowerBound)) to \(points(interval.upperBound))"
  let runs = difference.counts.map { count($0, "run") }.joined(separator: " and ")
  let apart = "\(points(abs(difference.difference))) percentage points"
  if difference.isUndecided {
    let gap = difference.difference == 0 ? "are equally accurate" : "are \(apart) apart"
    return [
      .strong("\(model) and \(other) \(gap)"),
      " in mean test accuracy over \(runs), which leaves open which is better (\(model) less \(other): \(between)).",
    ]
  }
  let ahead = difference.difference > 0 ? "ahead of" : "behind"
  return [
    .strong("\(model) is \(apart) \(ahead) \(other)"), " in mean test accuracy over \(runs) (\(between)).",
  ]
}

/// A model's name, with the training whose answers stand for it if there are several.
private func name(of model: String, _ facts: RunFacts) -> String {
  let member = facts.models.first { $0.name == model }?.answeringMember
  return model + (member.map { " (\($0.folder))" } ?? "")
}

/// What the featured model takes for what, and the class that it recognizes worst.
private func mistakes(of scores: ModelScores) -> [[Inline]] {
  let matrix = scores.matrix
  let wrong = matrix.total - matrix.correct
  guard wrong > 0 else {
    return [[.strong("\(scores.model) classifies all \(grouped(matrix.total)) test samples correctly.")]]
  }
  let pairs = scores.mostConfused.enumerated().map { place, pair in
    "\(pair.label)\(place == 0 ? " taken" : "") for \(pair.predicted) (\(times(pair.count)))"
  }
  var sentences: [[Inline]] = [
    [
      .strong("\(scores.model) misclassifies \(grouped(wrong)) of \(grouped(matrix.total)) test samples."),
      " Most frequent: \(enumeration(pairs)).",
    ]
  ]
  // Of classes with the same recall, the one with more samples, then the first.
  let weakest = scores.report.rows.filter { $0.scores.support > 0 }.min {
    ($0.scores.recall, $1.scores.support, $0.label) < ($1.scores.recall, $0.scores.support, $1.label)
  }
  if let weakest, let pair = matrix.mostConfusedPairs.first(where: { $0.label == weakest.label }) {
    let (right, support) = (matrix.counts[weakest.label][weakest.label], weakest.scores.support)
    sentences.append([
      .strong("\(weakest.name) is its weakest class:"),
      .text(
        " it recognizes \(grouped(right)) of \(grouped(support)) (\(percent(weakest.scores.recall))), and takes "
          + "\(grouped(pair.count)) of the \(grouped(support - right)) others for \(scores.classNames[pair.prediction])."
      ),
    ])
  }
  return sentences
}

/// After which epoch or step a model did best on the validation samples; nil if there is nothing to compare.
private func lowestValidationLoss(of model: ModelRecord) -> [Inline]? {
  guard let losses = model.history?.validationLoss else { return nil }
  let finite = zip(losses.positions, losses.values).filter { $1.isFinite }
  guard finite.count > 1, let best = finite.min(by: { $0.1 < $1.1 }), let end = losses.positions.max(),
    let last = losses.last
  else { return nil }
  let start = "\(model.name): the \(model.members.isEmpty ? "" : "mean ")validation loss is lowest after"
  let (unit, length) = (losses.axis.rawValue, positionText(end))
  let lowest = fixedPoint(best.1, decimals: 4)
  if best.0 == end { return [.strong("\(start) the last of \(length) \(unit)s,"), " \(lowest)."] }
  return [
    .strong("\(start) \(unit) \(positionText(best.0)) of \(length),"),
    " \(lowest), against \(fixedPoint(last, decimals: 4)) after the last.",
  ]
}

/// An epoch or a step: `1,200`, and `0.5` within an epoch.
func positionText(_ position: Double) -> String {
  Int(exactly: position).map(grouped) ?? significant(position, digits: 4)
}

private func times(_ count: Int) -> String {
  count == 1 ? "once" : count == 2 ? "twice" : "\(grouped(count)) times"
}

/// A proportion as percentage points: `1.32`, `−0.10`.
private func points(_ proportion: Double) -> String {
  fixedPoint(proportion * 100, decimals: 2).replacing("-", with: "\u{2212}")
}
