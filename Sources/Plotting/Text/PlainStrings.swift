// Titles and labels that are strings, not literals: each looks as the theme has it.

extension Axes {
  /// Creates a panel with a title that is a string.
  @_disfavoredOverload
  public init(
    title: (some StringProtocol)?, note: Label? = nil, x: Axis = Axis(), y: Axis = Axis(), y2: Axis? = nil,
    grid: Grid? = nil, legend: Legend? = .automatic, colorBar: ColorBar? = nil, decoration: Decoration = .full,
    aspect: Aspect? = nil, insets: [Inset] = [], rowSpan: Int = 1, columnSpan: Int = 1,
    @MarkBuilder _ marks: () -> [Mark]
  ) {
    self.init(
      marks: marks(), title: title.map { Label($0) }, note: note, x: x, y: y, y2: y2, grid: grid, legend: legend,
      colorBar: colorBar, decoration: decoration, aspect: aspect, insets: insets, rowSpan: rowSpan,
      columnSpan: columnSpan)
  }
}

extension Axis {
  /// Creates an axis with a label that is a string.
  @_disfavoredOverload
  public init(
    label: (some StringProtocol)?, scale: Scale? = nil, limits: ClosedRange<Double>? = nil, ticks: Ticks = .automatic,
    minorTicks: Bool? = nil, format: NumberFormat? = nil, tickAngle: Double? = nil
  ) {
    self.init(
      label: label.map { Label($0) }, scale: scale, limits: limits, ticks: ticks, minorTicks: minorTicks,
      format: format,
      tickAngle: tickAngle)
  }

  /// Creates an axis from one number to another with a label that is a string.
  @_disfavoredOverload
  public init(
    label: (some StringProtocol)?, scale: Scale? = nil, from: Double?, to: Double?, ticks: Ticks = .automatic,
    minorTicks: Bool? = nil, format: NumberFormat? = nil, tickAngle: Double? = nil
  ) {
    self.init(
      label: label.map { Label($0) }, scale: scale, from: from, to: to, ticks: ticks, minorTicks: minorTicks,
      format: format, tickAngle: tickAngle)
  }
}

extension ColorBar {
  /// Creates a colour bar with a label that is a string.
  @_disfavoredOverload
  public init(label: (some StringProtocol)?) {
    self.init(label: label.map { Label($0) })
  }
}

extension FigureTitle {
  /// Creates a title that is a string.
  @_disfavoredOverload
  public init(_ text: some StringProtocol, subtitle: Label? = nil, top: Double = 0.98) {
    self.init(Label(text), subtitle: subtitle, top: top)
  }
}

extension Label {
  /// Creates a label that looks as the theme has it.
  init(_ text: some StringProtocol) { self.init(String(text), size: nil) }
}
