import Plotting

extension FigureStyle {
  /// As matplotlib and seaborn drew the original Python project's figures.
  package static let original = FigureStyle(
    name: "original",
    light: PageColors(
      theme: thick(Theme()),
      // matplotlib's `b` and `r`, then colours that differ from both.
      models: [
        .blue, .red, .green, Color(hex: 0xB45309), Color(hex: 0x8B00C8), Color(hex: 0x007A7A), Color(hex: 0x7A4B2A),
        Color(hex: 0xC2187B), Color(hex: 0x595959), Color(hex: 0x667000),
      ],
      right: .green, wrong: .red, cells: .blues),
    dark: PageColors(
      theme: thick(.dark),
      models: [
        Color(hex: 0x6CA8FF), Color(hex: 0xFF6B6B), Color(hex: 0x4CC26A), Color(hex: 0xFFA733), Color(hex: 0xC792FF),
        Color(hex: 0x3DC9C9), Color(hex: 0xC79B6F), Color(hex: 0xFF7AC6), Color(hex: 0xB0B0B0), Color(hex: 0xC4CC3D),
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
      sample: { "Label: \($0)" }, right: { "\($1.oneClass): \($0)" }, actual: { "True: \($0)" },
      predicted: { "Pred: \($0)" }, joint: " | "),
    curves: CurveStyle(
      size: Size(width: 14, height: 5), firstEpoch: 0, ticksAreEpochs: false,
      panelTitle: { "Model \($0) Comparison" }, namesVerticalAxis: true, longestName: 32,
      names: { model, _ in ("\(model) (Train)", "\(model) (Val)") }, legend: .box, marksBest: false,
      choosesLossAxis: false,
      widthOfThree: 1.5),
    matrix: MatrixStyle(
      size: { _ in Size(width: 10, height: 8) }, predicted: "Predicted Label", actual: "True Label",
      value: { number, _ in number }, text: { count, _ in String(count) },
      // seaborn's heatmap takes about 62 % of the page's width.
      cellWidth: { classes in 72 * 6.2 / Double(classes) }, hasColorBar: true))

  /// The theme with the original's lines.
  private static func thick(_ theme: Theme) -> Theme {
    var theme = theme
    theme.marks.lineWidth = 2
    return theme
  }
}
