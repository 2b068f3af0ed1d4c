import FileFormats

extension RunCheck {
  /// Refuses scores that no model can have, and those that its answers contradict.
  func checkScores(_ run: SavedRun) throws(FormatError) {
    for (index, model) in run.models.enumerated() {
      let field = "models[\(index)]"
      try check(model.record.test, field + ".test")
      try check(model.record.validation, field + ".validation")
      let folder = model.record.folder
      for (place, member) in model.record.members.enumerated() {
        let field = "\(field).members[\(place)]"
        try check(member.test, field + ".test")
        try check(member.validation, field + ".validation")
        guard model.members.indices.contains(place) else { continue }
        try check(
          member.test, against: model.members[place].predictions, run.labels, field + ".test",
          in: "\(folder)/\(member.folder)")
      }
      // What the model's predictions.npy holds is the only training's, or that of the first member that was tested; of an
      // ensemble of members no score is told.
      if model.record.ensemble && !model.record.members.isEmpty { continue }
      if let tested = model.record.members.firstIndex(where: { $0.test != nil }) {
        let test = model.record.members[tested].test
        try check(test, against: model, run.labels, "\(field).members[\(tested)].test", in: folder)
      } else if model.record.members.isEmpty {
        try check(model.record.test, against: model, run.labels, "\(field).test", in: folder)
      }
    }
  }

  /// Refuses a score that the model's answers contradict, or its confusion matrix if that is all that is known of them.
  private func check(
    _ test: ModelRecord.Evaluation?, against model: SavedModel, _ labels: [Int]?, _ field: String, in folder: String
  ) throws(FormatError) {
    try check(test, against: model.predictions, labels, field, in: folder)
    guard let test, model.predictions == nil, let counts = model.confusionMatrix else { return }
    let (hits, total) = (counts.indices.reduce(0) { $0 + counts[$1][$1] }, counts.joined().reduce(0, +))
    if Self.shares(hits...hits, of: total).contains(test.accuracy) { return }
    throw inRecord(
      "\(field).accuracy",
      "it is \(test.accuracy), but \(hits) of the \(total) samples in \(folder)/confusion_matrix.npy are on the diagonal"
    )
  }

  /// Refuses a score that the answers in a folder contradict.
  private func check(
    _ test: ModelRecord.Evaluation?, against predictions: Predictions?, _ labels: [Int]?, _ field: String,
    in folder: String
  ) throws(FormatError) {
    guard let test, let predictions, let labels else { return }
    let hits = predictions.hits(labels: labels)
    if Self.shares(hits, of: labels.count).contains(test.accuracy) { return }
    throw inRecord(
      "\(field).accuracy",
      "it is \(test.accuracy), but \(hits.upperBound) of the \(labels.count) predictions in \(folder)/predictions.npy "
        + "are correct")
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
