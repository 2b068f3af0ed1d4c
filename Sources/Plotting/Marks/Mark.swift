/// What a panel shows.
public enum Mark: Sendable, Equatable {
  /// A line through points.
  case line(Line)
  /// The area between two lines.
  case band(Band)
  /// A symbol at each point.
  case dots(Dots)
  /// Bars from a common foot.
  case bars(Bars)
  /// A table of coloured cells.
  case heatmap(Heatmap)
  /// A picture of pixels.
  case image(Image)
  /// A straight line across the panel.
  case rule(Rule)
  /// Words at a point.
  case text(Text)
}

extension Mark {
  /// The mark as what is laid out and drawn.
  var drawable: any DrawableMark {
    switch self {
    case .line(let mark): mark
    case .band(let mark): mark
    case .dots(let mark): mark
    case .bars(let mark): mark
    case .heatmap(let mark): mark
    case .image(let mark): mark
    case .rule(let mark): mark
    case .text(let mark): mark
    }
  }
}

/// Collects marks from the braces of ``Axes``, where `if` and `for` may stand between them.
@resultBuilder public enum MarkBuilder {
  /// A line.
  public static func buildExpression(_ mark: Line) -> [Mark] { [.line(mark)] }
  /// A band.
  public static func buildExpression(_ mark: Band) -> [Mark] { [.band(mark)] }
  /// Dots.
  public static func buildExpression(_ mark: Dots) -> [Mark] { [.dots(mark)] }
  /// Bars.
  public static func buildExpression(_ mark: Bars) -> [Mark] { [.bars(mark)] }
  /// A heatmap.
  public static func buildExpression(_ mark: Heatmap) -> [Mark] { [.heatmap(mark)] }
  /// An image.
  public static func buildExpression(_ mark: Image) -> [Mark] { [.image(mark)] }
  /// A rule.
  public static func buildExpression(_ mark: Rule) -> [Mark] { [.rule(mark)] }
  /// A text.
  public static func buildExpression(_ mark: Text) -> [Mark] { [.text(mark)] }
  /// Any mark.
  public static func buildExpression(_ mark: Mark) -> [Mark] { [mark] }
  /// Marks made elsewhere.
  public static func buildExpression(_ marks: [Mark]) -> [Mark] { marks }
  /// One after the other.
  public static func buildBlock(_ marks: [Mark]...) -> [Mark] { marks.flatMap { $0 } }
  /// `if` without `else`.
  public static func buildOptional(_ marks: [Mark]?) -> [Mark] { marks ?? [] }
  /// `if` with `else`, first case.
  public static func buildEither(first marks: [Mark]) -> [Mark] { marks }
  /// `if` with `else`, second case.
  public static func buildEither(second marks: [Mark]) -> [Mark] { marks }
  /// `for`.
  public static func buildArray(_ marks: [[Mark]]) -> [Mark] { marks.flatMap { $0 } }
}

extension Axes {
  /// The colours of the parts of every mark: its own, or the palette's in turn.
  func colors(_ style: MarkStyle) -> [[Color]] {
    var taken = 0
    return marks.map { mark in
      mark.drawable.parts.map { part in
        if let color = part.color { return color }
        defer { taken += 1 }
        return style.color(taken)
      }
    }
  }
}
