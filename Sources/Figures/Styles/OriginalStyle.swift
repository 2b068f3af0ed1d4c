import Plotting

extension FigureStyle {
  /// As matplotlib and seaborn drew the original Python project's figures.
  package static let original = FigureStyle(
    name: "original",
    light: PageColors(
      theme: thick(Theme()),
      // matplotlib's `b` and `r`, then colours that differ from both.
      models: [.blue, .red, .green, Color(hex: 0xFF8C00), Color(hex: 0x8B00C8), Color(hex: 0x008B8B)],
      right: .green, wrong: .red, cells: .blues),
    dark: PageColors(
      theme: thick(.dark),
      models: [
        Color(hex: 0x6CA8FF), Color(hex: 0xFF6B6B), Color(hex: 0x4CC26A), Color(hex: 0xFFA733), Color(hex: 0xC792FF),
        Color(hex: 0x3DC9C9),
      ],
      right: Color(hex: 0x3FB950), wrong: Color(hex: 0xFF7B72), cells: .darkBlues),
    titles: .abovePanels, titleText: TextLook(size: 14, weight: .bold), axisText: TextLook(size: 12),
    grid: Grid(opacity: 0.3),
    samples: ImageGridStyle(
      fit: .fixed(Size(width: 12, height: 5), rows: 3), titleTop: 1.02, captionSize: 10,
      confidence: .below("Conf: ")),
    answers: ImageGridStyle(
      fit: .fixed(Size(width: 16, height: 8), rows: 4), titleTop: 1.01, titleWeight: .bold, captionSize: 9,
      confidence: .below("Conf: ")),
    captions: Captions(
      sample: { "Label: \($0.shortened(to: 20))" },
      right: { "Digit: \($0.shortened(to: 20))" },
      wrong: { label, predicted in
        let (label, predicted) = (label.shortened(to: 20), predicted.shortened(to: 20))
        return "True: \(label)" + (label.count + predicted.count > 24 ? "\n" : " | ") + "Pred: \(predicted)"
      }),
    curves: CurveStyle(
      size: Size(width: 14, height: 5), firstEpoch: 0, ticksAreEpochs: false,
      panelTitle: { "Model \($0) Comparison" }, namesVerticalAxis: true, longestName: 32,
      names: { model, _ in ("\(model) (Train)", "\(model) (Val)") }, showsSingleEpochs: false, legend: .box),
    matrix: MatrixStyle(
      size: { _ in Size(width: 10, height: 8) }, predicted: "Predicted Label", actual: "True Label",
      value: { count, _ in Double(count) }, text: { count, _ in String(count) }, hasColorBar: true))

  /// The theme with the original's lines.
  private static func thick(_ theme: Theme) -> Theme {
    var theme = theme
    theme.marks.lineWidth = 2
    return theme
  }
}
