/// Collects what stands in the braces of ``Figure``: panels, or the marks of its only panel.
@resultBuilder public enum FigureBuilder {
  /// A panel.
  public static func buildExpression(_ panel: Axes) -> [Axes] { [panel] }
  /// Panels made elsewhere.
  public static func buildExpression(_ panels: [Axes]) -> [Axes] { panels }
  /// A mark.
  public static func buildExpression(_ mark: some DrawableMark) -> [Mark] { [Mark(mark)] }
  /// A wrapped mark.
  public static func buildExpression(_ mark: Mark) -> [Mark] { [mark] }
  /// Marks of the right axis.
  public static func buildExpression(_ marks: OnRightAxis) -> [Mark] { marks.marks }
  /// Marks made elsewhere.
  public static func buildExpression(_ marks: [Mark]) -> [Mark] { marks }
  /// One after the other.
  public static func buildBlock<Part>(_ parts: [Part]...) -> [Part] { parts.flatMap { $0 } }
  /// `if` without `else`.
  public static func buildOptional<Part>(_ parts: [Part]?) -> [Part] { parts ?? [] }
  /// `if` with `else`, first case.
  public static func buildEither<Part>(first parts: [Part]) -> [Part] { parts }
  /// `if` with `else`, second case.
  public static func buildEither<Part>(second parts: [Part]) -> [Part] { parts }
  /// `for`.
  public static func buildArray<Part>(_ parts: [[Part]]) -> [Part] { parts.flatMap { $0 } }
  /// The panels.
  public static func buildFinalResult(_ panels: [Axes]) -> [Axes] { panels }
  /// The only panel.
  public static func buildFinalResult(_ marks: [Mark]) -> [Axes] { [Axes(marks: marks)] }
}

extension Figure {
  /// Creates a figure of the panels in braces, or of one panel with the marks in braces. `if` and `for` may stand among them.
  ///
  ///     try Figure { Line(y: [0.5, 0.25, 0.125]) }.write(to: "loss.svg")
  ///
  ///     Figure(columns: 2) {
  ///       Axes(title: "Loss", x: "Epoch") { Line(y: loss) }
  ///       Axes(title: "Accuracy", x: "Epoch") { Line(y: accuracy) }
  ///     }
  public init(
    name: String = "", altText: String? = nil, size: Size = Size(width: 6.4, height: 4.8), title: FigureTitle? = nil,
    columns: Int = 1, rows: Int = 1, columnWidths: [Double] = [], rowHeights: [Double] = [],
    sharesX: AxisSharing = .none, sharesY: AxisSharing = .none, legend: Legend? = nil, fit: PageFit = .tight,
    theme: Theme = Theme(),
    @FigureBuilder _ content: () -> [Axes]
  ) {
    self.init(
      name: name, altText: altText, size: size, title: title, columns: columns, rows: rows, columnWidths: columnWidths,
      rowHeights: rowHeights, sharesX: sharesX, sharesY: sharesY, legend: legend, fit: fit, panels: content(),
      theme: theme)
  }
}
