/// One panel: marks, and the axes, title and legend around them.
public struct Axes: Sendable, Equatable {
  /// What of a panel's frame is drawn.
  public enum Decoration: Sendable, Equatable {
    /// Frame, ticks and labels.
    case full
    /// Ticks and labels without a frame.
    case ticks
    /// Nothing but marks and title.
    case none
  }

  /// What is shown, in the order in which it is drawn; heatmaps and images lie behind the grid, all else before it.
  public var marks: [Mark]
  /// The title above the panel.
  public var title: Label?
  /// A note at the right end of the title's last line, such as a number; nil for none.
  public var note: Label?
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// Lines across the panel at every tick; nil for none.
  public var grid: Grid?
  /// The legend of marks with a label; nil for none.
  public var legend: Legend?
  /// The colour bar of the first heatmap; nil for none.
  public var colorBar: ColorBar?
  /// What of the frame is drawn.
  public var decoration: Decoration

  /// Creates a panel of marks in a list.
  public init(
    marks: [Mark], title: Label? = nil, note: Label? = nil, x: Axis = Axis(), y: Axis = Axis(), grid: Grid? = nil,
    legend: Legend? = nil, colorBar: ColorBar? = nil, decoration: Decoration = .full
  ) {
    self.marks = marks
    self.title = title
    self.note = note
    self.x = x
    self.y = y
    self.grid = grid
    self.legend = legend
    self.colorBar = colorBar
    self.decoration = decoration
  }

  /// Creates a panel of marks in braces, among which `if` and `for` may stand.
  ///
  ///     Axes(title: "Loss", x: Axis(label: "Epoch"), legend: Legend()) {
  ///       Line(y: [0.5, 0.25, 0.125], label: "Train")
  ///       Rule(y: 0.1, dash: .dashed)
  ///     }
  public init(
    title: Label? = nil, note: Label? = nil, x: Axis = Axis(), y: Axis = Axis(), grid: Grid? = nil,
    legend: Legend? = nil, colorBar: ColorBar? = nil, decoration: Decoration = .full, @MarkBuilder _ marks: () -> [Mark]
  ) {
    self.init(
      marks: marks(), title: title, note: note, x: x, y: y, grid: grid, legend: legend, colorBar: colorBar,
      decoration: decoration)
  }
}
