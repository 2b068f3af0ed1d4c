/// What a gate says of a comparison.
package struct GateVerdict: Sendable, Equatable {
  /// The condition as it was written.
  package let expression: String
  /// Whether the gate fails.
  package let failed: Bool
  /// Why, in one line.
  package let reason: String
}

extension Gate {
  /// Judges every model of a comparison; the gate fails if one of them does.
  ///
  /// - Throws: if a model does not tell what is measured.
  package func verdict(on comparison: RunComparison) throws(GateError) -> GateVerdict {
    if case .recall(let name) = measure, !comparison.classNames.contains(where: { normalized($0) == name }) {
      throw .noClass(name)
    }
    var judged: [(words: String, change: Change, fails: Bool)] = []
    for model in comparison.models {
      for (words, change) in try changes(of: model) {
        guard let fails = fails(change) else { throw notKnown(words, model) }
        judged.append((words, change, fails))
      }
    }
    let failures = judged.filter(\.fails)
    // The worst of those that fail, otherwise the one that came closest.
    let told = (failures.isEmpty ? judged : failures).max { distance($0.change) < distance($1.change) }
    guard let told else {
      return GateVerdict(expression: expression, failed: false, reason: "there is nothing to judge")
    }
    let more = failures.count > 1 ? ", and \(failures.count - 1) more" : ""
    return GateVerdict(
      expression: expression, failed: !failures.isEmpty, reason: sentence(told.words, told.change, told.fails) + more)
  }

  /// What of a model is judged, with what it is called.
  private func changes(of model: ModelChange) throws(GateError) -> [(words: String, change: Change)] {
    switch measure {
    case .accuracy: return [("accuracy of \(model.head)", model.accuracy)]
    case .loss:
      guard let loss = model.loss else { throw notKnown("loss", model) }
      return [("loss of \(model.head)", loss)]
    case .recall(let name):
      guard let found = model.classes.first(where: { normalized($0.name) == name }) else {
        throw notKnown("recall(\(name))", model)
      }
      return [("recall(\(name)) of \(model.head)", found.recall)]
    case .anyRecall:
      guard !model.classes.isEmpty else { throw notKnown("recall", model) }
      return model.classes.map { ("recall(\($0.name)) of \(model.head)", $0.recall) }
    }
  }

  private func notKnown(_ words: String, _ model: ModelChange) -> GateError {
    .notKnown(words.replacing(" of \(model.head)", with: ""), model: model.head, why: "has no interval")
  }

  /// How far a change goes in the direction of the margin; what decides is farther.
  private func distance(_ change: Change) -> Double {
    guard let interval = change.interval else { return 0 }
    return measure.growsWithQuality
      ? -(isStrict ? interval.lowerBound : interval.upperBound)
      : (isStrict ? interval.upperBound : interval.lowerBound)
  }

  private func sentence(_ words: String, _ change: Change, _ fails: Bool) -> String {
    let unit = measure == .loss ? "" : " points"
    func text(_ value: Double) -> String { measure == .loss ? lossChange(value) : pointChange(value) }
    let interval = change.interval.map { " (95% interval \(text($0.lowerBound)) to \(text($0.upperBound)))" } ?? ""
    let limit = "\(text(margin))\(unit)"
    let worse = measure == .loss ? "above" : "below"
    let finding =
      switch (fails, isStrict) {
      case (true, false): "is \(worse) \(limit)"
      case (false, false): "is not shown to be \(worse) \(limit)"
      case (true, true): "may be \(worse) \(limit)"
      case (false, true): "is not \(worse) \(limit)"
      }
    return "the change in \(words), \(text(change.difference))\(unit)\(interval), \(finding)"
  }
}

/// A name with single spaces, as a condition has it.
private func normalized(_ name: String) -> String {
  name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
