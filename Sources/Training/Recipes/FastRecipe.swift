import NeuralNetwork

extension StandardRecipe {
  /// One cycle of a high learning rate, a short memory of past gradients, smoothed labels, and few epochs.
  package static let fast: StandardRecipe = {
    var recipe = Recipe(CNN())
    var adam = Adam()
    adam.beta1 = 0.7
    adam.beta2 = 0.9
    var schedule = OneCycle()
    schedule.learningRate = 0.006
    recipe.optimizer = adam
    recipe.schedule = schedule
    recipe.loss.labelSmoothing = 0.05
    recipe.epochs = 2
    return StandardRecipe(name: "fast", summary: "the CNN in two epochs", models: [recipe])
  }()
}
