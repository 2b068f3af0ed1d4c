/// What a change must not do: `accuracy < -0.2` fails if the interval of the accuracy's difference lies wholly below -0.2
/// percentage points.
package struct Gate: Sendable, Equatable {
  /// The condition as it was written.
  package let expression: String
  /// Whether the gate fails as well if the interval does not exclude the loss.
  package let isStrict: Bool
  let measure: Measure
  /// The difference that is still taken: a proportion of accuracy and recall, nats of loss.
  let margin: Double

  /// What is measured.
  enum Measure: Sendable, Equatable {
    case accuracy
    case loss
    /// The recall of the class of this name.
    case recall(String)
    /// The recall of each class by itself.
    case anyRecall

    /// Whether more is better.
    var growsWithQuality: Bool { self != .loss }
  }

  /// Reads a condition: `accuracy < X`, `recall(CLASS) < X` or `any recall < X` with X in percentage points, or `loss > X`
  /// with X in nats.
  ///
  /// - Parameter isStrict: whether the gate fails as well if the interval does not exclude the loss.
  package init(parsing expression: String, isStrict: Bool = false) throws(GateError) {
    self.expression = expression
    self.isStrict = isStrict
    guard let sign = expression.lastIndex(where: { $0 == "<" || $0 == ">" }) else {
      throw .noSign(expression)
    }
    let words = expression[..<sign].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let measure = Measure(words) else { throw .unknownMeasure(words) }
    let number = expression[expression.index(after: sign)...].split(whereSeparator: \.isWhitespace)
      .joined(separator: " ").replacing("\u{2212}", with: "-")
    guard let value = Double(number), value.isFinite else { throw .noNumber(number) }
    guard (expression[sign] == "<") == measure.growsWithQuality else {
      throw .wrongSign(words, lossFalls: measure == .loss)
    }
    self.measure = measure
    margin = measure == .loss ? value : value / 100
  }

  /// Whether a change goes beyond the margin; nil if that cannot be told.
  func fails(_ change: Change) -> Bool? {
    guard let interval = change.interval else { return nil }
    return measure.growsWithQuality
      ? (isStrict ? interval.lowerBound : interval.upperBound) < margin
      : (isStrict ? interval.upperBound : interval.lowerBound) > margin
  }
}

extension Gate.Measure {
  /// Takes what stands before the sign, with single spaces.
  fileprivate init?(_ words: String) {
    switch words {
    case "accuracy": self = .accuracy
    case "loss": self = .loss
    case "any recall": self = .anyRecall
    default:
      guard words.hasPrefix("recall"), words.hasSuffix(")") else { return nil }
      let rest = words.dropFirst("recall".count).drop(while: \.isWhitespace)
      guard rest.hasPrefix("(") else { return nil }
      let name = rest.dropFirst().dropLast().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !name.isEmpty else { return nil }
      self = .recall(name)
    }
  }
}
