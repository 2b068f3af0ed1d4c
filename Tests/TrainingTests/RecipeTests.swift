import Datasets
import FileFormats
import NeuralNetwork
import Testing

@testable import Training

@Suite struct RecipeTests {
  private func decoded(_ json: String) throws -> Recipe {
    try JSON.read(Array(json.utf8), file: "recipe.json", advice: "Look").decode(Recipe.self)
  }

  @Test func whatIsLeftOutIsAsInTheOriginal() throws {
    let recipe = try decoded(#"{"network": {"kind": "cnn"}}"#)
    #expect(recipe == Recipe(CNN()))
    #expect(recipe.name == "CNN")
    #expect(recipe == StandardRecipe.original.models[1])
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    var recipe = Recipe(CNN())
    recipe.name = "CNN, seed 2"
    recipe.optimizer = Averaged(SGD())
    recipe.schedule = CosineDecay()
    recipe.augmentation = [Shift()]
    recipe.loss.labelSmoothing = 0.1
    (recipe.epochs, recipe.batchSize, recipe.seed, recipe.group) = (5, 64, .max, "CNN")
    let json = try JSON.write(recipe, .lines, file: "recipe.json")
    #expect(try decoded(String(decoding: json, as: UTF8.self)) == recipe)
    #expect(recipe != Recipe(CNN()))
  }

  @Test(arguments: [
    (#"{}"#, "network: it is missing"),
    (#"{"network": {"kind": "mlp"}}"#, "network.kind: it is mlp, which is none of simple_nn, cnn"),
    (#"{"network": {"kind": "cnn"}, "epochs": 0}"#, "epochs: it is 0, and must be from 1 to 1000000"),
    (#"{"network": {"kind": "cnn"}, "epoch": 3}"#, "epoch: there is no such field, only name, network, optimizer"),
    (
      #"{"network": {"kind": "cnn"}, "augmentation": [{"kind": "shift"}, {"kind": "shift", "pixels": 0}]}"#,
      "augmentation[1].pixels: it is 0, and must be from 1 to 1000"
    ),
    (
      #"{"network": {"kind": "cnn"}, "augmentation": [{"kind": "mixup"}, {"kind": "mixup"}]}"#,
      "augmentation: mixup can be there only once"
    ),
    (
      #"{"network": {"kind": "cnn"}, "schedule": {"kind": "constant", "warmup_epochs": 2}, "epochs": 2}"#,
      "schedule: its warm-up of 2.0 epochs leaves none of 2"
    ),
  ]) func whatIsWrongIsNamed(json: String, problem: String) {
    let error = #expect(throws: FormatError.self) { try decoded(json) }
    #expect(error?.what.contains("recipe.json, \(problem)") == true, "\(String(describing: error))")
  }
}
