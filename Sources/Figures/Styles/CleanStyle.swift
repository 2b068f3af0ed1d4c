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
    samples: ImageGridStyle(fit: .images(width: 1.2), confidence: .beside),
    answers: ImageGridStyle(fit: .images(width: 1.2), confidence: .beside),
    captions: Captions(
      sample: { $0.shortened(to: 20) },
      right: { $0.shortened(to: 13) },
      wrong: { label, predicted in
        let (label, predicted) = (label.shortened(to: 13), predicted.shortened(to: 13))
        return label + (label.count + predicted.count > 6 ? "\n" : " ") + "→ \(predicted)"
      }),
    curves: CurveStyle(
      size: Size(width: 10.5, height: 4.2), firstEpoch: 1, ticksAreEpochs: true, panelTitle: { $0 },
      namesVerticalAxis: false, longestName: 40,
      names: { model, hasValidation in
        // The name stands once, beside the curve that tells more.
        let name = model.wrapped(to: 20)
        return (hasValidation ? nil : name, name)
      }, showsSingleEpochs: true, legend: .lineEnds),
    matrix: MatrixStyle(
      size: { classes in
        // Cells are nearly squares, and those of few classes no deserts around their numbers.
        let side = min(max(0.69 * Double(classes), 5.2), 6.9)
        return Size(width: side + 0.6, height: side + 1.2)
      }, predicted: "Predicted class", actual: "True class",
      // Only errors have a colour, by their square roots so that single ones are seen, and cells without any stay empty.
      value: { count, isError in isError ? Double(count).squareRoot() : 0 },
      text: { count, isError in count == 0 && isError ? "" : grouped(count) }, hasColorBar: false))
}
