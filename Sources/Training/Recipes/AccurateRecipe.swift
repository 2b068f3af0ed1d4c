import Datasets
import NeuralNetwork

extension StandardRecipe {
  /// Varied images, averaged weights, smoothed labels, and time.
  package static let accurate: StandardRecipe = {
    var recipe = Recipe(CNN())
    var schedule = OneCycle()
    schedule.learningRate = 0.004
    var optimizer = Averaged(AdamW())
    optimizer.warmup = true
    recipe.optimizer = optimizer
    recipe.schedule = schedule
    recipe.augmentation = [Affine()]
    recipe.loss.labelSmoothing = 0.05
    recipe.epochs = 30
    return StandardRecipe(name: "accurate", summary: "the CNN in 30 epochs on varied images", models: [recipe])
  }()
}
