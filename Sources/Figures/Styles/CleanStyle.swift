import NumberText
import Plotting

extension FigureStyle {
  /// Quiet: narrow gaps, names at the ends of lines, errors before all else.
  package static let clean = FigureStyle(
    name: "clean",
    light: PageColors(theme: .clean, models: Theme.clean.marks.palette, cells: .oranges),
    dark: PageColors(theme: .cleanDark, models: Theme.cleanDark.marks.palette, cells: .darkOranges),
    titles: .aboveFigure,
    grid: Grid(),
    samples: ImageGridStyle(fit: .images(width: 1.2...1.8), confidence: .beside),
    answers: ImageGridStyle(fit: .images(width: 1.2...1.8), confidence: .beside),
    captions: Captions(
      sample: { $0 }, right: { label, _ in label }, actual: { $0 }, predicted: { "→ \($0)" }, joint: " "),
    curves: CurveStyle(
      size: Size(width: 10.5, height: 4.2), firstEpoch: 1, ticksAreEpochs: true,
      panelTitle: { $0.prefix(1) + $0.dropFirst().lowercased() },
      namesVerticalAxis: false, longestName: 40, names: CurveStyle.namesAtLineEnds, legend: .lineEnds, marksBest: true,
      choosesLossAxis: true, widthOfThree: 1.4),
    matrix: MatrixStyle(
      size: { classes in Size(width: matrixSide(classes) + 0.6, height: matrixSide(classes) + 1.2) },
      predicted: "Predicted class", actual: "True class",
      // Only errors have a colour, by their square roots so that single ones are seen, and cells without any stay empty.
      value: { number, isError in isError ? number.squareRoot() : 0 },
      text: { count, isError in count == 0 && isError ? "" : grouped(count) },
      cellWidth: { classes in 72 * (matrixSide(classes) - 0.6) / Double(classes) - 4 }, hasColorBar: false))

  /// The side of a confusion matrix in inches. Cells are nearly squares, and those of few classes no deserts around their
  /// numbers; of many classes, every second one has room for its name.
  private static func matrixSide(_ classes: Int) -> Double {
    max(min(max(0.69 * Double(classes), 5.2), 6.9), min(0.07 * Double(classes), 14))
  }
}
