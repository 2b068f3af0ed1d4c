import NeuralNetwork

extension StandardRecipe {
  /// The original project's: a dense network and a convolutional one, with Keras' defaults.
  package static let original = StandardRecipe(
    name: "original", summary: "the original project's two networks and settings",
    models: [Recipe(SimpleNN()), Recipe(CNN())])
}
