import FileFormats
import Files
import SystemPackage

extension [Recipe] {
  /// Reads the recipes in a JSON file: one object, a list of them, or a saved run's `run.json`, whose models are then
  /// trained again.
  ///
  /// - Throws: if the file cannot be read or a field is not as it must be; the error names it.
  package static func read(from file: FilePath) throws -> [Recipe] {
    let bytes = try File.read(file, atMost: FileForm.json.mostBytes, bytesNeeded: FileForm.json.bytesNeeded)
    return try read(bytes, file: file.string)
  }

  static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> [Recipe] {
    let advice = "Correct it as docs/recipes.md describes it"
    let document = try JSON.read(bytes, file: file, format: "recipe", advice: advice)
    let recipes: [(field: String, recipe: Recipe)]
    if document.value["models"] != nil, document.value["schema_version"] != nil {
      recipes = try document.decode(TrainedModels.self).recipes
    } else if case .array = document.value {
      recipes = try document.decode([Recipe].self).enumerated().map { ("[\($0)]", $1) }
    } else {
      recipes = [("", try document.decode(Recipe.self))]
    }
    func error(_ place: FormatError.Place, _ problem: String) -> FormatError {
      FormatError(.read, format: "recipe", file: file, at: place, problem: problem, advice: advice)
    }
    if recipes.isEmpty { throw error(.wholeFile, "it holds no recipe") }
    var names = Set<String>()
    for (field, recipe) in recipes where !names.insert(recipe.name).inserted {
      throw error(.field("\(field).name"), "another recipe has the name \(recipe.name)")
    }
    return recipes.map(\.recipe)
  }
}

/// The recipes in a saved run's `run.json`: each model's, or those of its members.
private struct TrainedModels: Decodable {
  var models: [Model]

  struct Model: Decodable {
    var recipe: Recipe?
    var members: [Member]?
  }

  struct Member: Decodable {
    var recipe: Recipe
  }

  var recipes: [(field: String, recipe: Recipe)] {
    models.enumerated().flatMap { place, model -> [(field: String, recipe: Recipe)] in
      let own = model.recipe.map { [("models[\(place)].recipe", $0)] } ?? []
      return own + (model.members ?? []).enumerated().map { ("models[\(place)].members[\($0)].recipe", $1.recipe) }
    }
  }
}
