/// What a panel shows: any mark, whether it is one of the library's or of your own.
///
/// In the braces of ``Axes`` marks stand as they are. In a list they are wrapped: `[.line(line), Mark(myMark)]`.
public struct Mark: Sendable, Equatable {
  /// The mark itself.
  public let drawable: any DrawableMark
  /// Whether the mark belongs to the vertical axis at the right of its panel, ``Axes/y2``.
  public var isOnRightAxis = false
  /// The colours that the palette gives to parts without one.
  var paletteColors: [Color?] = []

  /// Wraps a mark.
  public init(_ mark: some DrawableMark) {
    drawable = mark
  }

  /// Whether both are of the same kind and equal.
  public static func == (one: Mark, other: Mark) -> Bool {
    one.drawable.isEqual(to: other.drawable) && one.paletteColors == other.paletteColors
      && one.isOnRightAxis == other.isOnRightAxis
  }
}

extension Mark {
  /// A line through points.
  public static func line(_ mark: Line) -> Mark { Mark(mark) }
  /// The area between two lines.
  public static func band(_ mark: Band) -> Mark { Mark(mark) }
  /// A symbol at each point.
  public static func dots(_ mark: Dots) -> Mark { Mark(mark) }
  /// Bars from a common foot.
  public static func bars(_ mark: Bars) -> Mark { Mark(mark) }
  /// Bars that count numbers.
  public static func histogram(_ mark: Histogram) -> Mark { Mark(mark) }
  /// Bars on both sides of points.
  public static func errorBars(_ mark: ErrorBars) -> Mark { Mark(mark) }
  /// Areas above a base.
  public static func area(_ mark: Area) -> Mark { Mark(mark) }
  /// Boxes of quartiles.
  public static func box(_ mark: Box) -> Mark { Mark(mark) }
  /// Shapes of densities.
  public static func violin(_ mark: Violin) -> Mark { Mark(mark) }
  /// Lines of one height, or areas between them.
  public static func contour(_ mark: Contour) -> Mark { Mark(mark) }
  /// Hexagons that count points.
  public static func hexBins(_ mark: HexBins) -> Mark { Mark(mark) }
  /// Symbols on stems.
  public static func stem(_ mark: Stem) -> Mark { Mark(mark) }
  /// Arrows at points.
  public static func arrows(_ mark: Arrows) -> Mark { Mark(mark) }
  /// A table of coloured cells.
  public static func heatmap(_ mark: Heatmap) -> Mark { Mark(mark) }
  /// A picture of pixels.
  public static func image(_ mark: Image) -> Mark { Mark(mark) }
  /// A straight line across the panel.
  public static func rule(_ mark: Rule) -> Mark { Mark(mark) }
  /// Words at a point.
  public static func text(_ mark: Text) -> Mark { Mark(mark) }
}

extension Mark {
  /// Another mark in the place of this one.
  func replaced(by mark: some DrawableMark) -> Mark {
    var result = Mark(mark)
    result.isOnRightAxis = isOnRightAxis
    return result
  }

  /// The mark's parts, with the palette's colours for those that state none.
  var parts: [MarkPart] {
    var parts = drawable.parts
    for (index, color) in paletteColors.enumerated() where parts.indices.contains(index) {
      parts[index].color = parts[index].color ?? color
    }
    return parts
  }
}

extension DrawableMark {
  fileprivate func isEqual(to other: any DrawableMark) -> Bool { other as? Self == self }
}

/// Marks in the braces of ``Axes`` that belong to the vertical axis at the right of the panel:
///
///     Axes(y: Axis(label: "Loss"), y2: Axis(label: "Learning rate", scale: .log())) {
///       Line(y: losses)
///       OnRightAxis { Line(y: rates, dash: .dashed) }
///     }
public struct OnRightAxis: Sendable, Equatable {
  /// The marks.
  public var marks: [Mark]

  /// Creates marks of the right axis.
  public init(@MarkBuilder _ marks: () -> [Mark]) {
    self.marks = marks().map { mark in
      var mark = mark
      mark.isOnRightAxis = true
      return mark
    }
  }
}

/// Collects marks from the braces of ``Axes``, where `if` and `for` may stand between them.
@resultBuilder public enum MarkBuilder {
  /// A mark.
  public static func buildExpression(_ mark: some DrawableMark) -> [Mark] { [Mark(mark)] }
  /// A wrapped mark.
  public static func buildExpression(_ mark: Mark) -> [Mark] { [mark] }
  /// Marks of the right axis.
  public static func buildExpression(_ marks: OnRightAxis) -> [Mark] { marks.marks }
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
      mark.parts.map { part in
        if let color = part.color { return color }
        defer { taken += 1 }
        return style.color(taken)
      }
    }
  }
}
