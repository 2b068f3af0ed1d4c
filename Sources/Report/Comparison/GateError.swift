import Problems

/// Why a gate cannot be read, or cannot judge a comparison.
package enum GateError: Problem, Equatable {
  /// There is neither `<` nor `>`.
  case noSign(String)
  /// What is measured is not known.
  case unknownMeasure(String)
  /// What stands behind the sign is no number.
  case noNumber(String)
  /// The condition would fail what got better.
  case wrongSign(String, lossFalls: Bool)
  /// No class has the name.
  case noClass(String)
  /// The runs do not tell what is measured.
  case notKnown(String, model: String, why: String)

  /// What is wrong.
  package var what: String {
    switch self {
    case .noSign(let expression): "the condition '\(expression)' has neither < nor >"
    case .unknownMeasure(let words):
      "'\(words)' is none of accuracy, loss, recall(CLASS) and any recall, which a condition can be about"
    case .noNumber(let text): "'\(text)' in the condition is no number"
    case .wrongSign(let words, let lossFalls):
      "a condition on \(words) with \(lossFalls ? "<" : ">") would fail what got better"
    case .noClass(let name): "no class is called \(name), which the condition names"
    case .notKnown(let measure, let model, let why):
      "the condition cannot be judged, for the \(measure) of \(model) \(why)"
    }
  }

  /// What to do about it.
  package var advice: String {
    switch self {
    case .noSign, .unknownMeasure, .noNumber:
      "Write one such as \"accuracy < -0.2\" (percentage points) or \"loss > 0.01\""
    case .wrongSign(let words, let lossFalls):
      lossFalls ? "Write \"\(words) > 0.01\"" : "Write \"\(words) < -0.2\""
    case .noClass: "Name a class as the runs do"
    case .notKnown: "Compare runs with the predictions and labels of the same test set, or several seeds of each model"
    }
  }

  /// What was asked for, or what was read.
  package var kind: ProblemKind {
    if case .notKnown = self { return .badData }
    return .usage
  }
}
