/// The models of several runs: those of one name whose recipes differ in nothing but the seed are one.
struct CombinedModels {
  private(set) var models: [SavedModel] = []

  init(_ parts: [CombinedRun.Part]) throws(CombiningError) {
    var found: [(name: String, origins: [Origin])] = []
    for part in parts {
      for model in part.run.models where !model.record.isEnsembleOfModels {
        let origin = Origin(part: part.name, model: model)
        if let place = found.firstIndex(where: { $0.name == model.record.name }) {
          found[place].origins.append(origin)
        } else {
          found.append((model.record.name, [origin]))
        }
      }
    }
    for (name, origins) in found { models.append(try Self.model(name, of: origins)) }
  }

  /// A model as one run has it.
  private struct Origin {
    var part: String
    var model: SavedModel
  }

  private static func model(_ name: String, of origins: [Origin]) throws(CombiningError) -> SavedModel {
    if origins.count == 1 { return origins[0].model }
    var trainings: [(part: String, seed: UInt64, recipe: RecipeRecord, model: SavedModel)] = []
    for origin in origins {
      for training in origin.model.trainings {
        guard let recipe = training.model.record.recipe, let seed = recipe.seed else {
          let other = origins.first { $0.part != origin.part } ?? origin
          throw .withoutSeed(model: name, part: origin.part, other: other.part)
        }
        if let same = trainings.first(where: { $0.seed == seed }) {
          throw .trainedTwice(model: name, seed: seed, parts: [same.part, origin.part])
        }
        if let first = trainings.first {
          let fields = recipe.fieldsDiffering(from: first.recipe)
          if !fields.isEmpty {
            throw .otherRecipe(model: name, fields: fields, parts: [first.part, origin.part])
          }
        }
        trainings.append((origin.part, seed, recipe, training.model))
      }
    }
    trainings.sort { $0.seed < $1.seed }
    return SavedModel(
      name: name,
      meanOf: trainings.map { training in
        var model = training.model
        model.record.recipe = training.recipe.asMember(of: name, seed: training.seed)
        return ("seed \(training.seed)", model)
      })
  }
}

extension RecipeRecord {
  /// The fields in which one seed of a model differs from another.
  private static let ownFields: Set<String> = ["name", "seed", "group"]

  /// The names of the fields whose values are others than in another recipe, but for those that each seed has of its own.
  fileprivate func fieldsDiffering(from other: RecipeRecord) -> [String] {
    Set(fields.keys).union(other.fields.keys).subtracting(Self.ownFields).filter { fields[$0] != other.fields[$0] }
      .sorted()
  }

  /// The recipe of one seed of a model.
  fileprivate func asMember(of model: String, seed: UInt64) -> RecipeRecord {
    var recipe = self
    recipe.fields["name"] = .string("\(model) seed \(seed)")
    recipe.fields["group"] = .string(model)
    return recipe
  }
}
