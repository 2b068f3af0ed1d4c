import FileFormats
import NeuralNetwork
import TestSupport
import Testing

@testable import Training

@Suite struct RecipeFileTests {
  private func read(_ json: String) throws(FormatError) -> [Recipe] {
    try [Recipe].read(Array(json.utf8), file: "mine.json")
  }

  @Test func anObjectIsOneRecipeAndAListSeveral() throws {
    let one = try read(#"{"network": {"kind": "cnn"}, "epochs": 3}"#)
    #expect(one.map(\.name) == ["CNN"])
    #expect(one.map(\.epochs) == [3])
    let two = try read(#"[{"network": {"kind": "cnn"}}, {"network": {"kind": "cnn"}, "name": "B", "seed": 7}]"#)
    #expect(two.map(\.name) == ["CNN", "B"])
    #expect(two.map(\.seed) == [42, 7])
    // The trainings of a group need no names.
    let group = try read(
      #"[{"network": {"kind": "cnn"}, "group": "B", "seed": 1}, {"network": {"kind": "cnn"}, "group": "B", "seed": 2}]"#
    )
    #expect(group.map(\.name) == ["B seed 1", "B seed 2"])
    #expect(group.modelNames == ["B"])
  }

  /// The models of a saved run, each of its members, but no ensemble, which was not trained.
  @Test func aSavedRunIsTrainedAgain() throws {
    let recipes = try read(
      """
      {"schema_version": 2, "generator": "x", "featured_model": "B", "models": [
        {"name": "A", "folder": "a", "recipe": {"network": {"kind": "cnn"}, "name": "A"}},
        {"name": "B", "folder": "b", "members": [
          {"folder": "seed_1", "recipe": {"network": {"kind": "lenet"}, "name": "B 1", "group": "B", "seed": 1}},
          {"folder": "seed_2", "recipe": {"network": {"kind": "lenet"}, "name": "B 2", "group": "B", "seed": 2}}]},
        {"name": "C", "folder": "c", "ensemble": true}]}
      """)
    #expect(recipes.map(\.name) == ["A", "B 1", "B 2"])
    #expect(recipes.map(\.group) == [nil, "B", "B"])
  }

  @Test(arguments: [
    ("[]", "mine.json: it holds no recipe"),
    (#"[{"network": {"kind": "cnn"}}, {"network": {"kind": "cnn"}}]"#, "[1].name: another recipe has the name CNN"),
    (#"[{"network": {"kind": "cnn"}}, {"network": {"kind": "mlp"}}]"#, "[1].network.kind: it is mlp"),
    (#"{"network": {"kind": "cnn"}, "optimizer": {"kind": "sgd", "momentum": 2}}"#, "optimizer.momentum: it is 2"),
    (#"{"network": {"kind": "cnn"}, "validation_split": 1}"#, "validation_split: it is 1.0, and must be at least 0.0"),
    (#"{"schema_version": 2, "models": [{"recipe": {"epochs": 3}}]}"#, "models[0].recipe.network: it is missing"),
    ("3", "mine.json"),
    (#"{"network" {}}"#, "line 1, column 12"),
  ]) func whatIsWrongIsNamed(json: String, problem: String) {
    let error = #expect(throws: FormatError.self) { try read(json) }
    #expect(error?.what.contains(problem) == true, "\(String(describing: error))")
    #expect(error?.advice == "Correct it as docs/recipes.md describes it")
  }

  @Test func mutantsAreReadOrRefused() throws {
    let recipe = try JSON.write(StandardRecipe.accurate.models, .lines, file: "recipe")
    let words = jsonWords + ["\"kind\": \"sgd\",", "\"seed\": 1.5,", "\"group\": \"\","]
    let outcome = mutate(recipe, words: words, file: "mine.json") { bytes throws(FormatError) in
      try [Recipe].read(bytes, file: "mine.json")
    }
    #expect(outcome.read > 10 && outcome.refused > 100 && outcome.unclear.isEmpty, "\(outcome)")
  }

  @Test func whatIsWrittenOfStandardRecipesIsReadAgain() throws {
    #expect(StandardRecipe.all.map(\.name) == ["original", "fast", "accurate"])
    for recipe in StandardRecipe.all {
      let json = try JSON.write(recipe.models, .lines, file: "recipe")
      #expect(try [Recipe].read(json, file: "recipe") == recipe.models, "\(recipe.name)")
    }
  }

  @Test(arguments: [
    ("cnn,Simple NN", ["CNN", "Simple NN"]), ("simple_nn", ["Simple NN"]), ("LeNet", ["LeNet-5"]),
    ("lenet-5, CNN", ["LeNet-5", "CNN"]),
  ]) func modelsAreChosenByNameOrNetwork(names: String, models: [String]) throws {
    let chosen = try StandardRecipe.original.models.choosing(names.split(separator: ",").map(String.init))
    #expect(chosen.map(\.name) == models)
  }

  /// A network that no recipe trains takes all but its own from the last.
  @Test func anotherNetworkIsTrainedAsTheLastRecipeTrainsItsOwn() throws {
    var (first, last) = (Recipe(SimpleNN()), Recipe(CNN()))
    (first.name, last.name, last.group) = ("A", "B", "seeds")
    last.epochs = 7
    let chosen = try [first, last].choosing(["b", "resnet", "cnn"].dropLast())
    #expect(chosen[0] == last)
    var expected = Recipe(ResNet())
    expected.epochs = 7
    #expect(chosen[1] == expected)
    #expect(try [first, last].choosing(["CNN"]) == [last])
    #expect(try [first, last].choosing(["seeds"]) == [last])
  }

  @Test func modelsThatCannotBeChosenAreNamed() {
    let models = StandardRecipe.original.models
    #expect(throws: RecipeError.modelTwice("CNN")) { try models.choosing(["CNN", "cnn"]) }
    let error = #expect(throws: RecipeError.self) { try models.choosing(["VGG"]) }
    #expect(error?.description.hasPrefix("there is no model “VGG”.\nTake Simple NN, CNN, simple_nn, cnn") == true)
  }

  @Test func fewerEpochsThanTheWarmUpAreRefused() throws {
    var recipe = Recipe(CNN())
    var schedule = CosineDecay()
    schedule.warmupEpochs = 2
    recipe.schedule = schedule
    let error = #expect(throws: RecipeError.self) { try recipe.train(epochs: 1) }
    #expect(
      error?.what == "the recipe of CNN cannot be used, schedule: its warm-up of 2.0 epochs leaves none of 1")
  }
}
