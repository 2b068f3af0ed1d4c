import Images

@testable import RunRecords

/// A run of two models on four test samples of three classes; one image of 1 x 2 pixels for each figure.
func smallRun() -> SavedRun {
  let record = RunRecord(
    generator: "training-report test",
    dataset: RunRecord.Dataset(
      name: "shapes", trainingSamples: 10, validationSamples: 2, testSamples: 4,
      classNames: ["circle", "square", "Dreieck ▲"]
    ),
    environment: RunRecord.Environment(
      system: "Linux x86_64", processor: "a/b", computeLibrary: "oneDNN 2.6.3", instructionSet: "AVX2", threads: 1),
    featuredModel: "CNN",
    figures: FigureSelection(
      samples: [FigureSelection.Sample(image: 0, index: 9, label: 2)],
      misclassified: [FigureSelection.Prediction(image: 1, index: 3)],
      correct: [FigureSelection.Prediction(image: 2, index: 0)]))
  return SavedRun(
    record: record, labels: [0, 1, 2, 1],
    images: ImageSet(count: 3, height: 1, width: 2, pixels: [0, 1, 2, 3, 4, 255]),
    models: [
      SavedModel(
        record: ModelRecord(
          name: "Simple NN", parameters: 109_386, recipe: RecipeRecord(epochs: 2, batchSize: 4, seed: .max),
          history: TrainingHistory(
            loss: [0.1, .nan], accuracy: [0.5, 1], validationLoss: [.infinity, -.infinity], validationAccuracy: [0.25],
            seconds: [1.5, 2])),
        predictions: Predictions(classes: [0, 1, 2, 2], classCount: 3)),
      SavedModel(
        record: ModelRecord(name: "CNN", test: ModelRecord.Evaluation(loss: 0.0289, accuracy: 0.75)),
        predictions: Predictions(
          probabilities: [0.8, 0.1, 0.1, 0.2, 0.5, 0.3, 0, 0, 1, 0.4, 0.3, 0.3], classCount: 3)),
    ])
}
