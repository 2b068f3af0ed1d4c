import FileFormats

extension RunCheck {
  /// Refuses scores that no model can have, and those that its answers contradict.
  func checkScores(_ run: SavedRun) throws(FormatError) {
    for (index, model) in run.models.enumerated() {
      let field = "models[\(index)]"
      try check(model.record.test, field + ".test")
      for (place, member) in model.record.members.enumerated() {
        try check(member.test, "\(field).members[\(place)].test")
      }
      // What predictions.npy holds is the only training's, or the first member's; of an ensemble no score is told.
      let isMember = !model.record.members.isEmpty
      guard let labels = run.labels, let predictions = model.predictions, !model.record.ensemble,
        let test = isMember ? model.record.members.first?.test : model.record.test
      else { continue }
      let hits = predictions.hits(labels: labels)
      let range = Self.shares(hits, of: labels.count)
      if !range.contains(test.accuracy) {
        throw inRecord(
          isMember ? "\(field).members[0].test.accuracy" : "\(field).test.accuracy",
          "it is \(test.accuracy), but \(hits.upperBound) of the \(labels.count) predictions in "
            + "\(model.record.folder)/predictions.npy are correct")
      }
    }
  }

  private func check(_ test: ModelRecord.Evaluation?, _ field: String) throws(FormatError) {
    guard let test else { return }
    if !(0...1).contains(test.accuracy) {
      throw inRecord("\(field).accuracy", "\(test.accuracy) is no share from 0 to 1")
    }
    if let deviation = test.accuracySD, !(0...1).contains(deviation) {
      throw inRecord("\(field).accuracy_sd", "\(deviation) is no deviation of shares from 0 to 1")
    }
  }

  /// The accuracies that so many hits may be written as: three decimals are the least that a person rounds to.
  private static func shares(_ hits: ClosedRange<Int>, of count: Int) -> ClosedRange<Double> {
    let rounding = 0.0005 + 1e-9
    let count = Double(max(count, 1))
    return Double(hits.lowerBound) / count - rounding...Double(hits.upperBound) / count + rounding
  }

  /// Refuses lists of right and wrong answers that hold others.
  func checkAnswers(_ run: SavedRun) throws(FormatError) {
    let figures = run.record.figures
    for (name, list, isCorrect) in [
      ("misclassified", figures.misclassified, false), ("correct", figures.correct, true),
    ] {
      var seen = Set<Int>()
      for (place, sample) in list.enumerated() {
        let field = "figures.\(name)[\(place)].index"
        if !seen.insert(sample.index).inserted { throw inRecord(field, "test sample \(sample.index) is there twice") }
        guard let labels = run.labels, let predictions = run.featuredPredictions else { continue }
        let (label, answer) = (labels[sample.index], predictions.classes[sample.index])
        if (label == answer) != isCorrect {
          throw inRecord(
            field,
            "\(run.record.featuredModel) takes test sample \(sample.index) of class \(label) for class \(answer)")
        }
      }
    }
  }
}

extension Predictions {
  /// How many answers are correct: the lowest and the highest number, which differ if classes are equally probable and a
  /// trainer may have taken another of them.
  fileprivate func hits(labels: [Int]) -> ClosedRange<Int> {
    var (certain, tied) = (0, 0)
    for (sample, label) in labels.enumerated() {
      guard let probabilities else {
        certain += classes[sample] == label ? 1 : 0
        continue
      }
      let row = probabilities[sample * classCount..<(sample + 1) * classCount]
      let highest = probabilities[sample * classCount + classes[sample]]
      guard probabilities[sample * classCount + label] == highest else { continue }
      if row.count(where: { $0 == highest }) == 1 { certain += 1 } else { tied += 1 }
    }
    return certain...certain + tied
  }
}
