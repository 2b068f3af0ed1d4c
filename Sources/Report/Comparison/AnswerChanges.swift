import RunRecords

/// What two models answered differently on the same test samples.
struct AnswerChanges: Sendable {
  /// Samples that only the base gets right, in test order.
  private(set) var newlyWrong: [Sample] = []
  /// Samples that only the head gets right, in test order.
  private(set) var newlyRight: [Sample] = []
  /// Confusions that the head has more often, those that grew most first.
  let grown: [Confusion]
  /// Confusions that the head has less often, those that shrank most first.
  let shrunk: [Confusion]

  /// A test sample with both answers.
  struct Sample: Sendable, Equatable {
    /// The place in the test set, from 0.
    let place: Int
    let label: Int
    let base: Int
    let head: Int
  }

  /// A true class that is taken for another, with the number of times.
  struct Confusion: Sendable, Equatable {
    let label: Int
    let predicted: Int
    let base: Int
    let head: Int

    var growth: Int { head - base }
  }

  init(labels: [Int], base: [Int], head: [Int], classCount: Int) {
    var counts: [Int: (base: Int, head: Int)] = [:]
    for (place, label) in labels.enumerated() {
      let (one, other) = (base[place], head[place])
      if one != label { counts[label * classCount + one, default: (0, 0)].base += 1 }
      if other != label { counts[label * classCount + other, default: (0, 0)].head += 1 }
      if (one == label) == (other == label) { continue }
      let sample = Sample(place: place, label: label, base: one, head: other)
      if one == label { newlyWrong.append(sample) } else { newlyRight.append(sample) }
    }
    let changes = counts.map { pair, count in
      Confusion(label: pair / classCount, predicted: pair % classCount, base: count.base, head: count.head)
    }
    let sorted = changes.filter { $0.growth != 0 }.sorted {
      (abs($1.growth), $0.label, $0.predicted) < (abs($0.growth), $1.label, $1.predicted)
    }
    grown = sorted.filter { $0.growth > 0 }
    shrunk = sorted.filter { $0.growth < 0 }
  }
}
