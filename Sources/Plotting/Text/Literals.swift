extension Axis: ExpressibleByStringInterpolation {
  /// An axis that shows all data, with a label.
  public init(stringLiteral label: String) { self.init(label: Label(label)) }
}

extension FigureTitle: ExpressibleByStringInterpolation {
  /// A title that looks as the theme has it.
  public init(stringLiteral text: String) { self.init(Label(text)) }
}
