import Problems

/// Why two runs cannot be compared.
package enum ComparisonError: Problem, Equatable {
  /// The runs were not tested on the same data.
  case otherData(what: String, values: [String], runs: [String])
  /// No model has the same name in both runs.
  case noCommonModel(runs: [String], models: [[String]])
  /// A run has no model with this name.
  case noModel(String, run: String, models: [String])
  /// The test accuracy of one of two models is not known.
  case notTested([String], runs: [String])
  /// A model is named in two pairs.
  case pairedTwice(String, run: String)

  /// What differs, and where.
  package var what: String {
    switch self {
    case .otherData(let what, let values, let runs):
      "\(runs[0]) and \(runs[1]) cannot be compared, because their \(what) differ: \(values[0]) and \(values[1])"
    case .noCommonModel(let runs, let models):
      "no model has the same name in both runs: \(runs[0]) has \(list(models[0])), \(runs[1]) has \(list(models[1]))"
    case .noModel(let name, let run, let models): "\(run) has no model called \(name), but \(list(models))"
    case .notTested(let models, let runs):
      "the test accuracy is not known of \(models[0]) in \(runs[0]) or of \(models[1]) in \(runs[1])"
    case .pairedTwice(let name, let run): "\(name) of \(run) is in two pairs"
    }
  }

  /// What to do about it.
  package var advice: String {
    switch self {
    case .otherData: "Compare runs with the same test set and the same classes"
    case .noCommonModel: "Say which model of the one is to be compared with which of the other"
    case .notTested: "Compare models that were tested"
    case .noModel: "Name one of its models"
    case .pairedTwice: "Name each model once"
    }
  }

  /// What is wrong is what was asked for, or what was read.
  package var kind: ProblemKind {
    switch self {
    case .otherData, .noCommonModel, .notTested: .badData
    case .noModel, .pairedTwice: .usage
    }
  }

  /// The program has a way to say which models belong together.
  package var remedy: Remedy? {
    switch self {
    case .noCommonModel: .pairModels
    default: nil
    }
  }
}

private func list(_ names: [String]) -> String {
  names.isEmpty ? "none" : names.prefix(10).joined(separator: ", ") + (names.count > 10 ? ", …" : "")
}
