import Plotting
import RunRecords

/// Figure 01: training samples with their labels, three rows of five.
func sampleDigitsFigure(of run: SavedRun, _ look: FigureLook) throws(MissingData) -> Figure {
  let samples = run.record.figures.samples.prefix(15)
  guard !samples.isEmpty else { throw MissingData("no training samples were saved") }
  var examples: [ImageGrid.Example] = []
  for sample in samples {
    examples.append(
      ImageGrid.Example(
        image: try run.image(sample.image),
        caption: (look.style == .clean ? "" : "Label: ") + run.className(sample.label)))
  }
  let title = "Sample Handwritten Digits from Training Set"
  return ImageGrid(
    name: title, altText: "\(samples.count) training samples with their labels: \(run.labels(of: samples)).",
    examples: examples, look: look,
    original: ImageGrid.Original(
      size: Size(width: 12, height: 5), rows: 3, title: FigureTitle(Label(title, size: 14), top: 1.02), captionSize: 10),
    cleanTitle: FigureTitle(
      "Training samples",
      subtitle:
        "\(examples.count) \(run.record.dataset.trainingSamples.map { "of \(counted($0)) " } ?? "")images, each under its label",
      top: 1)
  ).figure
}

extension SavedRun {
  fileprivate func labels(of samples: some Sequence<FigureSelection.Sample>) -> String {
    samples.map { className($0.label) }.joined(separator: ", ")
  }
}
