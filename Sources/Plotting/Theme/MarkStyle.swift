/// How marks look that state it not themselves.
public struct MarkStyle: Sendable, Equatable {
  /// The colours that marks without one take in turn; black where there are none.
  ///
  /// Default: ``Swift/Array/okabeIto``.
  public var palette: [Color] = .okabeIto
  /// The width of lines. Default 1.5.
  public var lineWidth = 1.5
  /// The diameter of dots. Default 6.
  public var dotSize = 6.0
  /// The opacity of bands, 0 to 1. Default 0.25.
  public var bandOpacity = 0.25
  /// The opacity of violins, 0 to 1. Default 0.3.
  public var violinOpacity = 0.3
  /// Whether boxes are filled, in a fainter tone of their lines; otherwise these have the colour of annotations, and the
  /// median the palette's second, as in matplotlib. Default false.
  public var fillsBoxes = false
  /// Rules, the straight lines across a panel. Default dark grey, 1 wide.
  public var rule = LineStyle(color: Color(grey: 0.3), width: 1)
  /// The size of text in cells, in points; where it does not fit it is made smaller. Default 10.
  public var cellTextSize = 10.0
  /// The gap between cells of a heatmap, in points; small cells have less. Default 0.
  public var cellGap = 0.0
  /// Text on light cells. Default dark grey.
  public var textOnLight = Color(grey: 0.15)
  /// Text on dark cells. Default white.
  public var textOnDark = Color.white
  /// The relative luminance, 0 to 1, above which a cell is light; nil for whichever text has more contrast. Default 0.408,
  /// which is seaborn's.
  public var lightCell: Double? = 0.408

  /// The defaults.
  public init() {}

  /// The colour of the mark that is number `index` of those without one.
  func color(_ index: Int) -> Color {
    palette.isEmpty ? .black : palette[index % palette.count]
  }

  /// The colour of text on a cell.
  func textColor(on cell: Color) -> Color {
    let isLight =
      lightCell.map { cell.luminance > $0 } ?? (textOnLight.contrast(to: cell) > textOnDark.contrast(to: cell))
    return isLight ? textOnLight : textOnDark
  }
}
