import Metrics
import RunRecords

/// What two models answered for the same test samples, whose classes are known.
struct AnsweredPair {
  let labels: [Int]
  let base: Predictions
  let head: Predictions

  /// Nil if something is not known, or there is nothing to compare.
  init?(labels: [Int]?, base: Predictions?, head: Predictions?, classNames: [String]) {
    guard let labels, let base, let head, !labels.isEmpty, base.count == labels.count, head.count == labels.count,
      base.classCount == classNames.count, head.classCount == classNames.count
    else { return nil }
    self.labels = labels
    self.base = base
    self.head = head
  }

  /// How far the accuracies are apart: the head is the model, the base the other.
  var difference: PairedDifference { PairedDifference(labels: labels, model: head.classes, other: base.classes) }

  /// The share of samples that one of the two gets right.
  func accuracy(of answers: Predictions) -> Double { Metrics.accuracy(labels: labels, predictions: answers.classes) }

  /// The mean cross-entropy of both; nil if the probabilities of one are not known.
  var loss: Change? {
    guard let one = base.probabilities, let other = head.probabilities else { return nil }
    let losses = [one, other].map { crossEntropies(probabilities: $0, labels: labels, classCount: base.classCount) }
    let means = losses.map { $0.reduce(0, +) / Double(labels.count) }
    return Change(base: means[0], head: means[1], interval: MeanChange(from: losses[0], to: losses[1])?.interval)
  }

  /// The recall of each class that has samples.
  func recalls(classNames: [String]) -> [ModelChange.ClassChange] {
    var counts = Array(repeating: (all: 0, base: 0, head: 0, onlyBase: 0, onlyHead: 0), count: classNames.count)
    for (label, (one, other)) in zip(labels, zip(base.classes, head.classes)) {
      counts[label].all += 1
      if one == label { counts[label].base += 1 }
      if other == label { counts[label].head += 1 }
      if one == label && other != label { counts[label].onlyBase += 1 }
      if one != label && other == label { counts[label].onlyHead += 1 }
    }
    return zip(classNames, counts).compactMap { name, count in
      guard let one = Proportion(count.base, of: count.all).share,
        let other = Proportion(count.head, of: count.all).share
      else { return nil }
      let difference = PairedDifference(samples: count.all, onlyModel: count.onlyHead, onlyOther: count.onlyBase)
      return ModelChange.ClassChange(name: name, recall: Change(base: one, head: other, interval: difference.interval))
    }
  }
}
