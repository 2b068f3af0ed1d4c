/// A picture of one or more panels in a grid, described but not yet drawn.
///
///     let panel = Axes(title: "Loss", x: "Epoch") {
///       Line(y: [0.5, 0.25, 0.125], label: "Train")
///     }
///     let file = try Figure(size: Size(width: 7, height: 5), panels: [panel]).png()
public struct Figure: Sendable, Equatable {
  /// What the picture is called; kept in the file.
  public var name: String
  /// What the picture shows, in words, for those who cannot see it; kept in the file. Where none is given it tells of
  /// titles, axes and what each mark shows.
  public var altText: String {
    get { givenAltText ?? derivedAltText }
    set { givenAltText = newValue }
  }
  private var givenAltText: String?
  /// The size in inches. Unless ``fit`` is exact, the finished picture is cut to what is drawn, so that it can be smaller or
  /// larger.
  public var size: Size
  /// A title above all panels.
  public var title: FigureTitle?
  /// The columns of the grid; at least one is drawn.
  public var columns: Int
  /// The rows of the grid; more are drawn where the panels need them.
  public var rows: Int
  /// The heights of the rows in parts of each other, such as `[3, 1]`; empty for equal ones.
  public var rowHeights: [Double]
  /// The widths of the columns in parts of each other; empty for equal ones.
  public var columnWidths: [Double]
  /// Which panels have the same horizontal axis.
  public var sharesX: AxisSharing
  /// Which panels have the same vertical axis, that at the left.
  public var sharesY: AxisSharing
  /// One legend for all panels, of which marks that have the same name and colour are one row; nil for none. It stands at the right
  /// of them or, with ``Legend/Placement/outside(_:)``, where that says. Panels that state no legend then have none.
  public var legend: Legend?
  /// How the page is cut.
  public var fit: PageFit
  /// The panels, row by row from the top left; cells that are left over stay empty.
  public var panels: [Axes]
  /// Sizes and colours that are stated nowhere else.
  public var theme: Theme

  /// Creates a figure; `size` is in inches and matplotlib's where none is given.
  public init(
    name: String = "", altText: String? = nil, size: Size = Size(width: 6.4, height: 4.8), title: FigureTitle? = nil,
    columns: Int = 1, rows: Int = 1, columnWidths: [Double] = [], rowHeights: [Double] = [],
    sharesX: AxisSharing = .none, sharesY: AxisSharing = .none, legend: Legend? = nil, fit: PageFit = .tight,
    panels: [Axes], theme: Theme = Theme()
  ) {
    self.name = name
    givenAltText = altText
    self.size = size
    self.title = title
    self.columns = columns
    self.rows = rows
    self.columnWidths = columnWidths
    self.rowHeights = rowHeights
    self.sharesX = sharesX
    self.sharesY = sharesY
    self.legend = legend
    self.fit = fit
    self.panels = panels
    self.theme = theme
  }
}

/// Which panels of a figure have the same axis: they show the same numbers, and only the panels at the edge show labels.
public enum AxisSharing: Sendable, Equatable, CaseIterable {
  /// Each panel has its own.
  case none
  /// All panels.
  case all
  /// Those that begin in the same row.
  case rows
  /// Those that begin in the same column.
  case columns
}

/// How the page of a figure is cut.
public enum PageFit: Sendable, Equatable, CaseIterable {
  /// To what is drawn, so that it is a little smaller or larger than ``Figure/size``.
  case tight
  /// Not at all: the page has the size of the figure to the nearest pixel, or to a quarter of a point in SVG and PDF, such as for
  /// the column of a paper. What does not fit is cut off.
  case exact
}

/// A title above all panels of a figure; the theme tells whether it is centred.
public struct FigureTitle: Sendable, Equatable {
  /// The text and its look.
  public var label: Label
  /// A second, quieter line; nil for none.
  public var subtitle: Label?
  /// Where its top stands, in parts of the figure's height from the bottom; above 1 it stands outside.
  public var top: Double

  /// Creates a title.
  public init(_ label: Label, subtitle: Label? = nil, top: Double = 0.98) {
    self.label = label
    self.subtitle = subtitle
    self.top = top
  }
}
