import Plotting
import RunRecords

/// Figure 05: the first test samples that the featured model got right, four rows of five.
func correctPredictionsFigure(of run: SavedRun) throws(MissingData) -> Figure {
  let examples = try run.examples(run.record.figures.correct) { label, _ in "Digit: \(label)" }
  let (labels, predictions) = try run.answers()
  let right = zip(labels, predictions.classes).count { $0 == $1 }
  guard !examples.isEmpty else {
    throw MissingData(
      right == 0 ? "\(run.record.featuredModel) got nothing right" : "no correctly classified images were saved")
  }
  let captions = examples.map { $0.caption.replacing("\n", with: ", ") }.joined(separator: "; ")
  return ImageGrid(
    name: "Correctly Classified Examples",
    altText: "\(examples.count) of the \(right) test samples that \(run.record.featuredModel) got right. \(captions).",
    size: Size(width: 16, height: 8), rows: 4,
    title: FigureTitle(Label("Correctly Classified Examples", size: 14, weight: .bold), top: 1.01),
    caption: { Label($0, size: 9, color: .green) }, examples: examples
  ).figure
}
