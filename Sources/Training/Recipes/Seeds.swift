extension [Recipe] {
  /// Every recipe once with each seed. Several seeds of a recipe are one model, which has its name.
  package func training(withSeeds seeds: [UInt64]) -> [Recipe] {
    var names = Set<String>()
    return flatMap { recipe -> [Recipe] in
      let model = recipe.modelName
      guard names.insert(model).inserted else { return [] }
      return seeds.map { seed in
        var training = recipe
        training.seed = seed
        (training.name, training.group) = seeds.count == 1 ? (model, nil) : (Recipe.name(of: model, seed: seed), model)
        return training
      }
    }
  }

  /// The names of the models that are trained, in order.
  package var modelNames: [String] {
    reduce(into: []) { names, recipe in
      if !names.contains(recipe.modelName) { names.append(recipe.modelName) }
    }
  }
}

extension Recipe {
  /// The name of the model that is trained: that of its group, if it has one.
  package var modelName: String { group ?? name }

  /// The name of one training of a model: `CNN seed 2`.
  static func name(of model: String, seed: UInt64) -> String { "\(model) seed \(seed)" }
}
