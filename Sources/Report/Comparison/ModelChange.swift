import Metrics
import RunRecords

/// A model of the base beside one of the head.
package struct ModelChange: Sendable {
  /// The base's model by name.
  let base: String
  /// The head's.
  let head: String
  /// The test accuracy.
  let accuracy: Change
  /// By what the accuracies are told apart; nil if neither the answers to the test samples nor several trainings are known.
  let evidence: ModelComparison.Difference?
  /// Of models that were trained several times and are compared over samples, the trainings whose answers count, a phrase each.
  let trainings: [String]
  /// The mean cross-entropy on the test samples; nil if not known of both.
  let loss: Change?
  /// The recall of each class that has test samples; empty if not known of both.
  let classes: [ClassChange]
  /// What was answered differently; nil if not known of both. Of several trainings, what those answered that stand for them.
  let answers: AnswerChanges?

  /// A class' recall.
  struct ClassChange: Sendable, Equatable {
    let name: String
    let recall: Change
  }

  /// Compares two models; nil if the accuracy of one is not known.
  init?(_ base: SavedModel, of baseRun: SavedRun, _ head: SavedModel, of headRun: SavedRun) {
    self.base = base.record.name
    self.head = head.record.name
    let labels = baseRun.labels ?? headRun.labels
    let names = baseRun.record.dataset.classNames
    let pair = AnsweredPair(labels: labels, base: base.predictions, head: head.predictions, classNames: names)
    answers = pair.map { pair in
      AnswerChanges(labels: pair.labels, base: pair.base.classes, head: pair.head.classes, classCount: names.count)
    }
    let groups = [base, head].map { $0.record.members.compactMap(\.test) }
    let answering = [("base", base), ("head", head)].compactMap { run, model in
      model.record.answeringMember.map { "\($0.folder) of the \(run)'s \(model.record.members.count) trainings" }
    }
    // The head comes first, so that a positive difference is a gain.
    if let runs = MeanDifference(groups[1].map(\.accuracy), groups[0].map(\.accuracy)) {
      evidence = .runs(runs)
      trainings = []
      accuracy = Change(runs)
      loss =
        MeanDifference(groups[1].compactMap(\.loss), groups[0].compactMap(\.loss)).map(Change.init)
        ?? Self.loss(of: base, head)
      classes = Self.recalls(ofRuns: [base, head], labels: labels, classNames: names)
    } else if let pair {
      let difference = pair.difference
      evidence = .samples(difference)
      trainings = answering
      accuracy = Change(
        base: pair.accuracy(of: pair.base), head: pair.accuracy(of: pair.head), interval: difference.interval)
      loss = pair.loss ?? Self.loss(of: base, head)
      classes = pair.recalls(classNames: names)
    } else {
      guard let one = base.record.test?.accuracy, let other = head.record.test?.accuracy else { return nil }
      evidence = nil
      trainings = []
      accuracy = Change(base: one, head: other)
      loss = Self.loss(of: base, head)
      classes = []
    }
  }

  /// The losses that the runs' records have, which tell no interval.
  private static func loss(of base: SavedModel, _ head: SavedModel) -> Change? {
    guard let one = base.record.test?.loss, let other = head.record.test?.loss else { return nil }
    return Change(base: one, head: other)
  }

  /// Each class' recall over the trainings of both, as far as the answers of two of each are known.
  private static func recalls(ofRuns models: [SavedModel], labels: [Int]?, classNames: [String]) -> [ClassChange] {
    guard let labels else { return [] }
    let recalls = models.map { model in
      model.members.compactMap(\.predictions).filter { $0.count == labels.count }.map { answers in
        let counts = Array(repeating: (right: 0, all: 0), count: classNames.count)
        return zip(labels, answers.classes).reduce(into: counts) { counts, answer in
          counts[answer.0].all += 1
          if answer.0 == answer.1 { counts[answer.0].right += 1 }
        }.map { Proportion($0.right, of: $0.all).share }
      }
    }
    return classNames.enumerated().compactMap { number, name in
      let shares = recalls.map { $0.compactMap { $0[number] } }
      guard let difference = MeanDifference(shares[1], shares[0]) else { return nil }
      return ClassChange(name: name, recall: Change(difference))
    }
  }
}
