import Problems

/// What was asked of recipes and cannot be.
package enum RecipeError: Problem, Equatable {
  /// No recipe and no network has this name.
  case noSuchModel(String, known: [String])
  /// The same model was asked for twice.
  case modelTwice(String)
  /// A single network would have to answer together with others.
  case lonelyEnsemble
  /// A recipe cannot be as it was changed; the field is as in JSON.
  case unfit(model: String, field: String, problem: String)

  /// What cannot be.
  package var what: String {
    switch self {
    case .noSuchModel(let name, _): "there is no model “\(name)”"
    case .modelTwice(let name): "there are two models called \(name)"
    case .lonelyEnsemble: "an ensemble of a single network is none"
    case .unfit(let model, let field, let problem): "the recipe of \(model) cannot be used, \(field): \(problem)"
    }
  }

  /// What to do about it.
  package var advice: String {
    switch self {
    case .noSuchModel(_, let known):
      "Take \(known.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: ", "))"
    case .modelTwice: "Ask for each model once, and give each recipe a name of its own"
    case .lonelyEnsemble: "Train several models, or one with several seeds"
    case .unfit: "Change the recipe, or what is asked of it"
    }
  }

  /// Names and numbers are typed.
  package var kind: ProblemKind { .usage }
}
