import Plotting
import RunRecords

/// Figure 04: the first test samples that the featured model got wrong, four rows of five.
func misclassifiedFigure(of run: SavedRun, _ look: FigureLook) throws(MissingData) -> Figure {
  let examples = try run.examples(run.record.figures.misclassified, look) { label, predicted in
    // Names too long to stand beside each other stand below each other.
    let (label, predicted) =
      look.style == .clean ? (label.shortened(to: 13), predicted.shortened(to: 13)) : (label, predicted)
    if look.style == .clean { return label + (label.count + predicted.count > 6 ? "\n" : " ") + "→ \(predicted)" }
    return "True: \(label)" + (label.count + predicted.count > 24 ? "\n" : " | ") + "Pred: \(predicted)"
  }
  let (labels, predictions) = try run.answers()
  let confidence = predictions.confidence(of: 0) == nil ? "" : ", confidence"
  let wrong = zip(labels, predictions.classes).count { $0 != $1 }
  guard !examples.isEmpty else {
    throw MissingData(
      wrong == 0 ? "\(run.record.featuredModel) misclassified nothing" : "no misclassified images were saved")
  }
  let captions = examples.map(\.words).joined(separator: "; ")
  return ImageGrid(
    name: "Misclassified Examples",
    altText:
      "\(examples.count) of the \(wrong) test samples that \(run.record.featuredModel) misclassified. \(captions).",
    examples: examples, look: look,
    original: ImageGrid.Original(
      size: Size(width: 16, height: 8), rows: 4,
      title: FigureTitle(Label("Misclassified Examples (First 20)", size: 14, weight: .bold), top: 1.01),
      captionSize: 9, captionColor: look.wrongColor),
    cleanTitle: FigureTitle(
      Label("Misclassified by \(run.record.featuredModel.shortened(to: 32))"),
      subtitle: """
        \(examples.count) of \(counted(wrong)) errors on \(counted(labels.count)) test samples: true → predicted class\(confidence)
        """, top: 1)
  ).figure
}
