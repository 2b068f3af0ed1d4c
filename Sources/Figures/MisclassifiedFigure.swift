import NumberText
import Plotting
import RunRecords

/// Figure 04: the first test samples that the featured model got wrong, four rows of five.
struct MisclassifiedFigure: FigureContent {
  static let id: FigureID = "04_misclassified_examples"
  static let section = ReportSection.examples

  var model: String
  var testSamples: Int
  /// Test samples that the model got wrong, those that are not shown included.
  var misclassified: Int
  var samples: [ShownAnswer]

  enum CodingKeys: String, CodingKey {
    case model, misclassified, samples
    case testSamples = "test_samples"
  }

  init(of run: SavedRun) throws(MissingData) {
    let (labels, predictions) = try run.answers()
    model = run.record.featuredModel
    testSamples = labels.count
    misclassified = zip(labels, predictions.classes).count { $0 != $1 }
    samples = try run.shown(run.record.figures.misclassified)
    guard !samples.isEmpty else {
      throw MissingData(misclassified == 0 ? "\(model) misclassified nothing" : "no misclassified images were saved")
    }
  }

  func check() throws(MissingData) { try samples.check() }

  func drawing(_ look: FigureLook) -> Figure {
    let examples = samples.map { ImageGrid.Example($0, caption: caption(of: $0, look), look) }
    let captions = examples.map(\.words).joined(separator: "; ")
    return ImageGrid(
      name: "Misclassified Examples",
      altText: "\(samples.count) of the \(misclassified) test samples that \(model) misclassified. \(captions).",
      examples: examples, look: look,
      original: ImageGrid.Original(
        size: Size(width: 16, height: 8), rows: 4,
        title: FigureTitle(Label("Misclassified Examples (First 20)", size: 14, weight: .bold), top: 1.01),
        captionSize: 9, captionColor: look.wrongColor),
      cleanTitle: FigureTitle(
        Label("Misclassified by \(model.shortened(to: 32))"),
        subtitle: """
          \(samples.count) of \(grouped(misclassified)) errors on \(grouped(testSamples)) test samples: true → predicted \
          class\(samples.showConfidence ? ", confidence" : "")
          """, top: 1)
    ).figure
  }

  /// True and predicted class; names too long to stand beside each other stand below each other.
  private func caption(of sample: ShownAnswer, _ look: FigureLook) -> String {
    let length = look.style == .clean ? 13 : 20
    let (label, predicted) = (sample.label.shortened(to: length), sample.predicted.shortened(to: length))
    return switch look.style {
    case .clean: label + (label.count + predicted.count > 6 ? "\n" : " ") + "→ \(predicted)"
    case .original: "True: \(label)" + (label.count + predicted.count > 24 ? "\n" : " | ") + "Pred: \(predicted)"
    }
  }
}
