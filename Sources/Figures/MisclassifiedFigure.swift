import Plotting
import RunRecords

/// Figure 04: the first test samples that the featured model got wrong, four rows of five.
func misclassifiedFigure(of run: SavedRun) throws(MissingData) -> Figure {
  let examples = try run.examples(run.record.figures.misclassified) { label, predicted in
    // Names too long to stand beside each other stand below each other.
    "True: \(label)" + (label.count + predicted.count > 24 ? "\n" : " | ") + "Pred: \(predicted)"
  }
  let (labels, predictions) = try run.answers()
  let wrong = zip(labels, predictions.classes).count { $0 != $1 }
  guard !examples.isEmpty else {
    throw MissingData(
      wrong == 0 ? "\(run.record.featuredModel) misclassified nothing" : "no misclassified images were saved")
  }
  let captions = examples.map { $0.caption.replacing("\n", with: ", ") }.joined(separator: "; ")
  return ImageGrid(
    name: "Misclassified Examples",
    altText:
      "\(examples.count) of the \(wrong) test samples that \(run.record.featuredModel) misclassified. \(captions).",
    size: Size(width: 16, height: 8), rows: 4,
    title: FigureTitle(Label("Misclassified Examples (First 20)", size: 14, weight: .bold), top: 1.01),
    caption: { Label($0, size: 9, color: .red) }, examples: examples
  ).figure
}
