import Problems

/// Why runs cannot be made into one.
package enum CombiningError: Problem, Equatable {
  /// No run was given.
  case nothing
  /// Two runs were not made on the same data.
  case otherData(what: String, values: [String], parts: [String])
  /// A model was trained with one seed in two runs.
  case trainedTwice(model: String, seed: UInt64, parts: [String])
  /// Models of one name differ in more than their seeds.
  case otherRecipe(model: String, fields: [String], parts: [String])
  /// A model is in two runs, and of one of them no seed is known.
  case withoutSeed(model: String, part: String, other: String)
  /// The model to be featured is none of the run's.
  case notFeatured(String, models: [String])
  /// A model that answers for all has the name of another.
  case ensembleName(String)
  /// Fewer than two trainings have probabilities.
  case noEnsemble

  /// What differs, and where.
  package var what: String {
    switch self {
    case .nothing: "no run is given"
    case .otherData(let what, let values, let parts):
      "\(parts[0]) and \(parts[1]) have other \(what): \(values[0]) and \(values[1])"
    case .trainedTwice(let model, let seed, let parts):
      "\(model) was trained with the seed \(seed) both in \(parts[0]) and in \(parts[1])"
    case .otherRecipe(let model, let fields, let parts):
      "the recipes of \(model) in \(parts[0]) and \(parts[1]) differ in \(fields.joined(separator: ", "))"
    case .withoutSeed(let model, let part, let other):
      "\(model) is in \(part) and in \(other), and a seed is not known in \(part)"
    case .notFeatured(let name, let models): "\(name) is none of the models \(models.joined(separator: ", "))"
    case .ensembleName(let name): "there is already a model with the name \(name), which the ensemble needs"
    case .noEnsemble: "an ensemble needs the probabilities of two trainings at least"
    }
  }

  /// What to do about it.
  package var advice: String {
    switch self {
    case .nothing: "Name the results folders of one run or more"
    case .otherData: "Combine runs on the same data"
    case .trainedTwice: "Leave one of them out, or train with another seed"
    case .otherRecipe, .withoutSeed:
      "Give one of them another name, in models[].name of its run/run.json, or leave it out"
    case .notFeatured: "Name one of them"
    case .ensembleName: "Change the name in models[].name of its run/run.json"
    case .noEnsemble: "Combine runs whose predictions.npy holds probabilities, or do without an ensemble"
    }
  }

  /// What is wrong is what was asked for, or what was read.
  package var kind: ProblemKind {
    switch self {
    case .nothing, .notFeatured: .usage
    case .otherData, .trainedTwice, .otherRecipe, .withoutSeed, .ensembleName, .noEnsemble: .badData
    }
  }
}
