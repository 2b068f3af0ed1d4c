import Datasets
import NeuralNetwork

extension StandardRecipe {
  /// Varied images, smoothed labels, a high learning rate at first, and time.
  package static let accurate: StandardRecipe = {
    var recipe = Recipe(CNN())
    var schedule = OneCycle()
    schedule.learningRate = 0.006
    var affine = Affine()
    affine.rotation = 15
    affine.scale = 0.15
    recipe.schedule = schedule
    recipe.augmentation = [affine]
    recipe.loss.labelSmoothing = 0.05
    recipe.validationSplit = 0.1
    recipe.epochs = 30
    return StandardRecipe(name: "accurate", summary: "the CNN in 30 epochs on varied images", models: [recipe])
  }()
}
