import NeuralNetwork

extension StandardRecipe {
  /// One cycle of a high learning rate, and few epochs.
  package static let fast: StandardRecipe = {
    var recipe = Recipe(CNN())
    var adam = Adam()
    adam.beta1 = 0.7
    var schedule = OneCycle()
    schedule.learningRate = 0.01
    recipe.optimizer = adam
    recipe.schedule = schedule
    recipe.epochs = 2
    return StandardRecipe(name: "fast", summary: "the CNN in two epochs", models: [recipe])
  }()
}
