import NumberText
import Plotting
import RunRecords

/// Figure 05: the first test samples that the featured model got right, four rows of five.
struct CorrectPredictionsFigure: FigureContent {
  static let id: FigureID = "05_correct_predictions"
  static let section = ReportSection.examples

  var model: String
  var testSamples: Int
  /// Test samples that the model got right, those that are not shown included.
  var correct: Int
  var samples: [ShownAnswer]

  enum CodingKeys: String, CodingKey {
    case model, correct, samples
    case testSamples = "test_samples"
  }

  init(of run: SavedRun) throws(MissingData) {
    let (labels, predictions) = try run.answers()
    model = run.record.featuredModel
    testSamples = labels.count
    correct = zip(labels, predictions.classes).count { $0 == $1 }
    samples = try run.shown(run.record.figures.correct)
    guard !samples.isEmpty else {
      throw MissingData(correct == 0 ? "\(model) got nothing right" : "no correctly classified images were saved")
    }
  }

  func check() throws(MissingData) { try samples.check() }

  func drawing(_ look: FigureLook) -> Figure {
    let examples = samples.map { sample in
      ImageGrid.Example(
        sample,
        caption: look.style == .clean
          ? sample.label.shortened(to: 13) : "Digit: \(sample.label.shortened(to: 20))", look)
    }
    let captions = examples.map(\.words).joined(separator: "; ")
    return ImageGrid(
      name: "Correctly Classified Examples",
      altText: "\(samples.count) of the \(correct) test samples that \(model) got right. \(captions).",
      examples: examples, look: look,
      original: ImageGrid.Original(
        size: Size(width: 16, height: 8), rows: 4,
        title: FigureTitle(Label("Correctly Classified Examples", size: 14, weight: .bold), top: 1.01),
        captionSize: 9, captionColor: look.rightColor),
      cleanTitle: FigureTitle(
        Label("Correctly classified by \(model.shortened(to: 32))"),
        subtitle: """
          \(samples.count) of \(grouped(correct)) right answers on \(grouped(testSamples)) test samples: \
          class\(samples.showConfidence ? ", confidence" : "")
          """, top: 1)
    ).figure
  }
}
