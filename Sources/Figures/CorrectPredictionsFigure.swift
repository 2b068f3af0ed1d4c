import Plotting
import RunRecords

/// Figure 05: the first test samples that the featured model got right, four rows of five.
func correctPredictionsFigure(of run: SavedRun, _ look: FigureLook) throws(MissingData) -> Figure {
  let examples = try run.examples(run.record.figures.correct, look) { label, _ in
    look.style == .clean ? label.shortened(to: 13) : "Digit: \(label)"
  }
  let (labels, predictions) = try run.answers()
  let confidence = predictions.confidence(of: 0) == nil ? "" : ", confidence"
  let right = zip(labels, predictions.classes).count { $0 == $1 }
  guard !examples.isEmpty else {
    throw MissingData(
      right == 0 ? "\(run.record.featuredModel) got nothing right" : "no correctly classified images were saved")
  }
  let captions = examples.map(\.words).joined(separator: "; ")
  return ImageGrid(
    name: "Correctly Classified Examples",
    altText: "\(examples.count) of the \(right) test samples that \(run.record.featuredModel) got right. \(captions).",
    examples: examples, look: look,
    original: ImageGrid.Original(
      size: Size(width: 16, height: 8), rows: 4,
      title: FigureTitle(Label("Correctly Classified Examples", size: 14, weight: .bold), top: 1.01),
      captionSize: 9, captionColor: look.rightColor),
    cleanTitle: FigureTitle(
      Label("Correctly classified by \(run.record.featuredModel.shortened(to: 32))"),
      subtitle:
        "\(examples.count) of \(counted(right)) right answers on \(counted(labels.count)) test samples: class\(confidence)",
      top: 1)
  ).figure
}
