import ArgumentParser
import FileFormats
import NeuralNetwork
import SystemPackage
import Training

/// Which models are trained, and how.
struct RecipeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How to train: \(StandardRecipe.all.map { "\($0.name) (\($0.summary))" }.joined(separator: ", ")), or a JSON file (docs/recipes.md).",
      valueName: "name|file"), transform: RecipeArgument.init(argument:))
  var recipe = RecipeArgument.standard(.original)

  @Option(
    help: ArgumentHelp(
      "The models to train, with commas between them: those of the recipe, or networks that it does not name (default: all of the recipe's). Networks: \(NetworkDesigns.all.map { $0.init().name }.joined(separator: ", ")).",
      valueName: "names"))
  var models: String?

  @Option(help: ArgumentHelp("Number of passes over the training set (default: the recipe's).", valueName: "count"))
  var epochs: Int?

  @Option(help: ArgumentHelp("Number of samples per training step (default: the recipe's).", valueName: "count"))
  var batchSize: Int?

  @Option(
    help: ArgumentHelp(
      "Seed for the initial weights, the sample order, dropout, and augmentation (default: the recipe's).",
      valueName: "number"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Train each model with several seeds, such as 1-5 or 1,3,7: it is then shown as their mean, with the standard deviation.",
      valueName: "numbers"), transform: SeedList.init(argument:))
  var seeds: SeedList?

  @Flag(help: "One more model answers with the mean of the probabilities of all networks that are trained.")
  var ensemble = false

  @Flag(
    help:
      "Evaluate on the samples held out for validation and leave the test set alone, as for choosing a recipe.")
  var validationOnly = false

  @Flag(help: "Print the recipe as JSON, to be edited and given to --recipe, and train nothing.")
  var printRecipe = false

  func validate() throws {
    if let epochs, !Recipe.epochRange.contains(epochs) {
      throw ValidationError("--epochs \(epochs) is out of range: take 1 to \(Recipe.epochRange.upperBound).")
    }
    if seed != nil && seeds != nil {
      throw ValidationError("--seed names one seed and --seeds several: take one of them.")
    }
    if let models, models.split(separator: ",").isEmpty {
      throw ValidationError("--models names no model: take names of networks with commas between them.")
    }
    if let batchSize, batchSize < 1 { throw ValidationError("--batch-size \(batchSize) is no batch: take 1 or more.") }
  }

  /// The recipes of the models to train: what was typed goes before what the recipe says.
  func recipes() throws -> [Recipe] {
    var recipes = try recipe.models()
    if let models { recipes = try recipes.choosing(models.split(separator: ",").map(String.init)) }
    for place in recipes.indices {
      if let epochs { try recipes[place].train(epochs: epochs) }
      if let batchSize { recipes[place].batchSize = batchSize }
      if let seed { recipes[place].seed = seed }
    }
    return seeds.map { recipes.training(withSeeds: $0.seeds) } ?? recipes
  }
}

/// A recipe as it is named on the command line.
enum RecipeArgument: CustomStringConvertible {
  case standard(StandardRecipe)
  case file(FilePath)

  /// Takes the name of a standard recipe, or a file, whose path has a dot or a slash.
  init(argument: String) throws {
    if let standard = StandardRecipe.all.first(where: { $0.name == argument }) {
      self = .standard(standard)
    } else if argument.contains(where: { $0 == "." || $0 == "/" }) {
      self = .file(FilePath(argument))
    } else {
      let names = StandardRecipe.all.map(\.name).joined(separator: ", ")
      throw ValidationError("“\(argument)” is not a recipe: take \(names), or a file such as \(argument).json.")
    }
  }

  var description: String {
    switch self {
    case .standard(let recipe): recipe.name
    case .file(let file): file.string
    }
  }

  func models() throws -> [Recipe] {
    switch self {
    case .standard(let recipe): recipe.models
    case .file(let file): try [Recipe].read(from: file)
    }
  }
}

/// Recipes as a file has them: an object, or a list of several.
func recipeText(of recipes: [Recipe]) throws -> String {
  let name = "the recipe"
  let bytes =
    recipes.count == 1
    ? try JSON.write(recipes[0], .lines, file: name) : try JSON.write(recipes, .lines, file: name)
  return String(decoding: bytes, as: UTF8.self)
}
