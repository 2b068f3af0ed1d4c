import Images
import Plotting
import RunRecords
import Testing

@testable import Figures

/// A run with two models, four classes and six test samples, of which the CNN gets two wrong.
func exampleRun() -> SavedRun {
  let labels = [0, 1, 2, 3, 0, 1]
  let answers = [0, 1, 3, 3, 1, 1]
  let probabilities = answers.flatMap { answer in (0..<4).map { $0 == answer ? Float(0.7) : 0.1 } }
  let history = TrainingHistory(
    loss: [0.5, 0.25], accuracy: [0.8, 0.9], validationLoss: [0.4], validationAccuracy: [0.85])
  return SavedRun(
    record: RunRecord(
      generator: "test",
      dataset: RunRecord.Dataset(
        name: "Test", trainingSamples: nil, validationSamples: nil, testSamples: 6,
        classNames: ["zero", "one", "two", "three"]),
      featuredModel: "CNN",
      figures: FigureSelection(
        samples: [FigureSelection.Sample(image: 0, index: 5, label: 2)],
        misclassified: [
          FigureSelection.Prediction(image: 1, index: 2), FigureSelection.Prediction(image: 2, index: 4),
        ],
        correct: [FigureSelection.Prediction(image: 3, index: 0)])),
    labels: labels, images: ImageSet(count: 4, height: 2, width: 3, pixels: (0..<24).map { UInt8($0 * 10) }),
    models: [
      SavedModel(record: ModelRecord(name: "Simple NN", history: history)),
      SavedModel(
        record: ModelRecord(name: "CNN", history: history),
        predictions: Predictions(probabilities: probabilities, classCount: 4)),
    ])
}

/// The figure of a run in the original style.
private func drawing(_ figure: any FigureContent.Type, _ run: SavedRun) throws -> Figure {
  try FigureData(figure, of: run).drawing()
}

/// Why a run does not give a figure; nil where it does.
private func reason(_ figure: any FigureContent.Type, _ run: SavedRun) -> String? {
  do throws(MissingData) {
    _ = try FigureData(figure, of: run)
    return nil
  } catch {
    return error.reason
  }
}

@Suite struct StandardFiguresTests {
  @Test func areInOrder() {
    #expect(
      FigureCatalogue.standard.map { $0.id.name } == [
        "01_sample_digits", "02_training_comparison", "03_confusion_matrix", "04_misclassified_examples",
        "05_correct_predictions",
      ])
  }

  @Test func aWholeRunDrawsAll() throws {
    for figure in FigureCatalogue.standard {
      let file = try drawing(figure, exampleRun()).png(dpi: 50)
      #expect(try RGBImage(png: file).width > 200)
    }
  }

  @Test func captionsTellLabelPredictionAndConfidence() throws {
    let run = exampleRun()
    let samples = try drawing(SampleDigitsFigure.self, run)
    #expect(samples.panels.map(\.title) == [Label("Label: two", size: 10)])
    #expect(samples.rows == 3 && samples.columns == 5)
    let wrong = try drawing(MisclassifiedFigure.self, run)
    #expect(
      wrong.panels.map(\.title) == [
        Label("True: two | Pred: three\nConf: 70.0%", size: 9, color: .red),
        Label("True: zero | Pred: one\nConf: 70.0%", size: 9, color: .red),
      ])
    #expect(wrong.title?.label.text == "Misclassified Examples (First 20)")
    let right = try drawing(CorrectPredictionsFigure.self, run)
    #expect(right.panels.map(\.title) == [Label("Class: zero\nConf: 70.0%", size: 9, color: .green)])
  }

  @Test func longNamesStandBelowEachOther() throws {
    var run = exampleRun()
    run.record.dataset.classNames[2] = "an extraordinarily\nlong name of a class, which no caption has room for"
    let figure = try drawing(MisclassifiedFigure.self, run)
    let lines = try #require(figure.panels.first?.title?.text).split(separator: "\n")
    #expect(lines.dropFirst() == ["Pred: three", "Conf: 70.0%"])
    #expect(lines[0].hasPrefix("True: an extraordi") && lines[0].contains("…") && lines[0].hasSuffix("room for"))
  }

  @Test func captionsDropTheConfidenceThatIsNotKnown() throws {
    var run = exampleRun()
    run.models[1].predictions = Predictions(classes: [0, 1, 3, 3, 1, 1], classCount: 4)
    let figure = try drawing(CorrectPredictionsFigure.self, run)
    #expect(figure.panels.first?.title?.text == "Class: zero")
  }

  @Test func theMatrixCounts() throws {
    let figure = try drawing(ConfusionMatrixFigure.self, exampleRun())
    guard let heatmap = figure.panels.first?.marks.first?.drawable as? Heatmap else {
      Issue.record("no heatmap")
      return
    }
    #expect(heatmap.annotations == ["1", "1", "0", "0", "0", "2", "0", "0", "0", "0", "0", "1", "0", "0", "0", "1"])
    #expect(figure.panels.first?.title?.text == "Confusion Matrix - CNN Model\n(Test Set Predictions)")
    #expect(figure.panels.first?.x.scale == .band(["zero", "one", "two", "three"]))
    #expect(figure.altText.contains("4 on the diagonal, 2 beside it"))
  }

  @Test func curvesAreSolidAndDashed() throws {
    let figure = try drawing(TrainingComparisonFigure.self, exampleRun())
    let lines = figure.panels.map { panel in
      panel.marks.compactMap { $0.drawable as? Line }
    }
    #expect(lines[0].map(\.label) == ["Simple NN (Train)", "Simple NN (Val)", "CNN (Train)", "CNN (Val)"])
    #expect(lines[0].map(\.dash) == [.solid, .dashed, .solid, .dashed])
    #expect(lines[0].map(\.color) == [.blue, .blue, .red, .red])
    #expect(lines[1].map(\.y) == [[0.5, 0.25], [0.4], [0.5, 0.25], [0.4]])
    #expect(Set((0..<6).map { "\(FigureLook().modelColor($0))" }).count == 6)
  }

  @Test(arguments: [FigureStyle.original, .clean]) func stepsAreDrawnAsTheyAre(style: FigureStyle) throws {
    var run = exampleRun()
    for index in run.models.indices {
      run.models[index].record.history = TrainingHistory(series: [
        "loss": .init(.step, positions: [50, 100, 938], values: [0.5, 0.25, 0.125]),
        "val_loss": .init(.step, positions: [938], values: [0.25]),
      ])
    }
    let data = try FigureData(TrainingComparisonFigure.self, of: run)
    let figure = data.drawing(FigureLook(style: style))
    #expect(figure.panels[1].x.label?.text == "Step")
    let lines = figure.panels[1].marks.compactMap { $0.drawable as? Line }
    #expect(lines.map(\.x) == [[50, 100, 938], [938], [50, 100, 938], [938]])
    #expect(
      figure.altText == """
        Accuracy and loss over the steps. Simple NN after 938 steps: training loss 0.1250, validation loss 0.2500. \
        CNN after 938 steps: training loss 0.1250, validation loss 0.2500.
        """)
    // The file tells steps from epochs as well.
    let file = try data.png(FigureLook(style: style), dpi: 50, embedsData: true)
    #expect(
      try FigureData(png: file, file: "figure.png").png(FigureLook(style: style), dpi: 50, embedsData: true) == file)
  }

  /// Keras' history has epoch 1 at 0; half an epoch has no such place.
  @Test func partsOfAnEpochAreDrawnAsTheyAre() throws {
    var run = exampleRun()
    func firstLine() throws -> [Double]? {
      let figure = try FigureData(TrainingComparisonFigure.self, of: run).drawing(FigureLook(style: .original))
      let lines = figure.panels[1].marks.compactMap { $0.drawable as? Line }
      return lines.first?.x
    }
    for index in run.models.indices { run.models[index].record.history = TrainingHistory(loss: [2, 1]) }
    #expect(try firstLine() == [0, 1])
    run.models[1].record.history = TrainingHistory(
      series: ["loss": .init(.epoch, positions: [0.5, 1, 1.5], values: [3, 2, 1])])
    #expect(try firstLine() == [1, 2])
  }

  @Test func stepsAndEpochsShareNoAxis() throws {
    var run = exampleRun()
    run.models[1].record.history = TrainingHistory(series: ["loss": .init(.step, positions: [938], values: [.nan])])
    #expect(
      reason(TrainingComparisonFigure.self, run)
        == "the history of Simple NN counts epochs and that of CNN steps, which have no common axis")
    run.models[0].record.history = nil
    #expect(reason(TrainingComparisonFigure.self, run) == nil)
    run.models[1].record.history?[.validationLoss] = TrainingHistory.Series(perEpoch: [1])
    #expect(
      reason(TrainingComparisonFigure.self, run)
        == "the history of CNN counts both epochs and steps, which have no common axis")
  }

  @Test func aHistoryAloneDrawsOnlyTheSecond() {
    var run = exampleRun()
    run.models[1].predictions = nil
    run.labels = nil
    run.images = nil
    run.record.figures = FigureSelection()
    #expect(
      FigureCatalogue.standard.map { reason($0, run) } == [
        "no training samples were saved", nil, "no predictions of CNN", "no predictions of CNN",
        "no predictions of CNN",
      ])
  }

  @Test func predictionsWithoutImagesDrawOnlyTheMatrix() {
    var run = exampleRun()
    run.images = nil
    for index in run.models.indices { run.models[index].record.history = nil }
    #expect(
      FigureCatalogue.standard.map { reason($0, run) } == [
        "no images", "no training history", nil, "no images", "no images",
      ])
  }

  @Test func aPerfectModelHasNoFourthFigure() {
    var run = exampleRun()
    run.labels = [0, 1, 3, 3, 1, 1]
    run.record.figures.misclassified = []
    #expect(reason(MisclassifiedFigure.self, run) == "CNN misclassified nothing")
  }

  @Test func damagedRunsAreRefusedInWords() {
    var run = exampleRun()
    run.labels = [0, 1]
    #expect(reason(ConfusionMatrixFigure.self, run) == "2 test labels but 6 predictions of CNN")
    run = exampleRun()
    run.record.figures.correct = [FigureSelection.Prediction(image: 9, index: 0)]
    #expect(reason(CorrectPredictionsFigure.self, run) == "image 9 is missing: there are 4 images")
    run.record.figures.correct = [FigureSelection.Prediction(image: 0, index: -1)]
    #expect(reason(CorrectPredictionsFigure.self, run) == "test sample -1 is missing: there are 6")
    run.labels = [0, 1, 2, 3, -7, 1]
    #expect(reason(ConfusionMatrixFigure.self, run) == "test sample 4 has class -7")
    run.labels = [0, 1, 2, 3, 0, 1_000_000]
    #expect(reason(ConfusionMatrixFigure.self, run) == "more than 1000 classes")
    run.record.featuredModel = "Other"
    #expect(reason(ConfusionMatrixFigure.self, run) == "no predictions of Other")
  }
}
